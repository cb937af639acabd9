import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Instant } from '../calendar/iso-date.js';
import { type Database, ROWS_PER_INSERT, type Transaction } from '../database/database.js';
import { raiseRecipientStamp } from '../database/recipient-stamp.js';
import type { PeopleTable } from '../database/tables.js';
import { noteFirstPerson } from '../units/joined.store.js';
import { wayChosenBy } from '../units/reminder-way.js';
import type { NewPerson, Person, PersonPatch } from './person.js';

function personOf(row: Selectable<PeopleTable>): Person {
  return {
    id: row.id,
    county: row.county,
    unitId: row.unit_id,
    name: row.name,
    address: row.address,
    language: row.language,
    reminders: row.reminders,
    leadTimes: JSON.parse(row.lead_times),
    weeklyDigest: row.weekly_digest === 1,
    monthlyOutlook: row.monthly_outlook === 1,
    attachesCalendar: row.attaches_calendar === 1,
    follows: JSON.parse(row.follows),
    followed: row.followed === null ? null : JSON.parse(row.followed),
    role: row.role,
    version: row.version,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
  };
}

/** The people of a county by name. Index: primary key. */
export async function peopleOfCounty(database: Database | Transaction, county: string): Promise<Person[]> {
  const rows = await database
    .selectFrom('people')
    .selectAll()
    .where('county', '=', county)
    .where('removed', '=', 0)
    .execute();
  return rows.map(personOf).sort((a, b) => a.name.localeCompare(b.name, 'nb') || (a.id < b.id ? -1 : 1));
}

/** Index: people_by_id. */
export async function findPerson(database: Database | Transaction, id: string): Promise<Person | undefined> {
  const row = await database
    .selectFrom('people')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst();
  return row && personOf(row);
}

/** The people who have a role and this address, in all counties, whose row has stood longest first. Index: people_by_address. */
export async function peopleWithRole(database: Database, address: string): Promise<Person[]> {
  const rows = await database
    .selectFrom('people')
    .selectAll()
    .where(sql<string>`lower(address)`, '=', address.toLowerCase())
    .where('removed', '=', 0)
    .where('role', '<>', 'none')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(personOf);
}

export async function addPerson(database: Database, added: NewPerson, now: Instant): Promise<Person> {
  return database.transaction().execute(async (transaction) => {
    const row = await transaction
      .insertInto('people')
      .values(rowOf(added, now))
      .returningAll()
      .executeTakeFirstOrThrow();
    await noteFirstPerson(transaction, added.county, [added.unitId], now);
    await raiseRecipientStamp(transaction, added.county);
    return personOf(row);
  });
}

/** Adds several people in one transaction: all of them or none. */
export async function addPeople(
  database: Database,
  added: readonly NewPerson[],
  now: Instant,
): Promise<void> {
  const rows = added.map((person) => rowOf(person, now));
  await database.transaction().execute(async (transaction) => {
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
      await transaction
        .insertInto('people')
        .values(rows.slice(from, from + ROWS_PER_INSERT))
        .execute();
    }
    for (const county of new Set(rows.map((row) => row.county))) {
      const units = rows.filter((row) => row.county === county).map((row) => row.unit_id);
      await noteFirstPerson(transaction, county, [...new Set(units)], now);
      await raiseRecipientStamp(transaction, county);
    }
  });
}

function rowOf(added: NewPerson, now: Instant): PeopleTable {
  return {
    county: added.county,
    id: `${added.county}-${randomUUID()}`,
    unit_id: added.unitId,
    name: added.name,
    address: added.address,
    language: added.language,
    lead_times: JSON.stringify(added.leadTimes),
    weekly_digest: added.weeklyDigest ? 1 : 0,
    monthly_outlook: added.monthlyOutlook ? 1 : 0,
    attaches_calendar: added.attachesCalendar ? 1 : 0,
    follows: JSON.stringify(added.follows),
    followed: added.followed && JSON.stringify(added.followed),
    removed: 0,
    role: added.role,
    version: 1,
    created_at: now,
    updated_at: now,
    reminders: wayChosenBy(added) ?? null,
  };
}

/** When the row of a person is written, and what is written with it. */
export interface PersonWriting {
  readonly now: Instant;
  /** Done with it, or neither is. */
  readonly also?: (transaction: Transaction) => Promise<void>;
}

/** Writes what a patch says of the row of a person, at the version given; undefined when it is not at it any more. */
export async function updatePerson(
  database: Database,
  person: Person,
  patch: PersonPatch,
  writing: PersonWriting,
): Promise<Person | undefined> {
  const reminders = wayChosenBy(patch);
  return update(
    database,
    person,
    {
      ...(patch.unitId !== undefined && { unit_id: patch.unitId }),
      ...(patch.name !== undefined && { name: patch.name }),
      ...(patch.address !== undefined && { address: patch.address }),
      ...(patch.language !== undefined && { language: patch.language }),
      ...(reminders !== undefined && { reminders }),
      ...(patch.leadTimes !== undefined && { lead_times: JSON.stringify(patch.leadTimes) }),
      ...(patch.weeklyDigest !== undefined && { weekly_digest: patch.weeklyDigest ? 1 : 0 }),
      ...(patch.monthlyOutlook !== undefined && { monthly_outlook: patch.monthlyOutlook ? 1 : 0 }),
      ...(patch.attachesCalendar !== undefined && { attaches_calendar: patch.attachesCalendar ? 1 : 0 }),
      ...(patch.follows !== undefined && { follows: JSON.stringify(patch.follows) }),
      ...(patch.followed !== undefined && { followed: patch.followed && JSON.stringify(patch.followed) }),
      ...(patch.role !== undefined && { role: patch.role }),
    },
    writing,
  );
}

/** Removes a person: the row stays without name and address. `also` is done with it, or neither is. */
export async function removePerson(
  database: Database,
  person: Person,
  now: Instant,
  also: (transaction: Transaction) => Promise<void>,
): Promise<Person | undefined> {
  return update(
    database,
    person,
    { removed: 1, name: '', address: '', follows: '[]', followed: null, role: 'none' },
    { now, also },
  );
}

/** Thrown when a change would leave a county without anybody who can give others access. */
export class LastCoordinator extends Error {
  override readonly name = 'LastCoordinator';
}

async function update(
  database: Database,
  before: Person,
  change: Partial<PeopleTable>,
  { now, also }: PersonWriting,
): Promise<Person | undefined> {
  const { county, id, version } = before;
  return database.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('people')
      .set({ ...change, version: version + 1, updated_at: now })
      .where('county', '=', county)
      .where('id', '=', id)
      .where('version', '=', version)
      .returningAll()
      .executeTakeFirst();
    if (row) {
      if (row.unit_id !== before.unitId) await noteFirstPerson(transaction, county, [row.unit_id], now);
      await raiseRecipientStamp(transaction, county);
      if (before.role === 'county-coordinator' && row.role !== before.role)
        await checkCoordinatorIsLeft(transaction, county);
      await also?.(transaction);
    }
    return row && personOf(row);
  });
}

/**
 * Throws LastCoordinator when a county has no coordinator. Raising the stamp has locked the county's people: of two
 * coordinators who take away each other's role at once, the second is counted after the first. Index: primary key.
 */
async function checkCoordinatorIsLeft(transaction: Transaction, county: string): Promise<void> {
  const left = await transaction
    .selectFrom('people')
    .select('id')
    .where('county', '=', county)
    .where('role', '=', 'county-coordinator')
    .where('removed', '=', 0)
    .executeTakeFirst();
  if (!left) throw new LastCoordinator();
}
