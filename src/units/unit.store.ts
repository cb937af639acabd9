import type { Insertable, Selectable } from 'kysely';
import type { Instant } from '../calendar/iso-date.js';
import { type Database, ROWS_PER_INSERT, type Transaction } from '../database/database.js';
import { raisePublishedStamp } from '../database/published-stamp.js';
import type { UnitsTable } from '../database/tables.js';
import { wayChosenBy } from './reminder-way.js';
import { type NewUnit, type Unit, type UnitPatch, unitIdOf } from './unit.js';

function unitOf(row: Selectable<UnitsTable>): Unit {
  return {
    id: row.id,
    county: row.county,
    kind: row.kind,
    name: row.name,
    partner: row.partner,
    address: row.address,
    organisationNumber: row.organisation_number,
    municipality: row.municipality,
    route: row.route,
    language: row.language,
    leadTimes: JSON.parse(row.lead_times),
    reminders: row.reminders,
    publicCoverage: row.public_coverage === 1,
    retired: row.retired === 1,
    version: row.version,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
  };
}

/** The units of a county, its own first, retired ones too. Index: primary key. */
export async function unitsOfCounty(database: Database | Transaction, county: string): Promise<Unit[]> {
  const rows = await database.selectFrom('units').selectAll().where('county', '=', county).execute();
  const rank = ({ kind }: Unit) => (kind === 'county' ? 0 : 1);
  return rows
    .map(unitOf)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'nb') || (a.id < b.id ? -1 : 1));
}

/** Index: units_by_id. */
export async function findUnit(database: Database | Transaction, id: string): Promise<Unit | undefined> {
  const row = await database.selectFrom('units').selectAll().where('id', '=', id).executeTakeFirst();
  return row && unitOf(row);
}

/** Those ids, each once, that no unit has. Index: units_by_id. */
export async function unknownUnits(database: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await database.selectFrom('units').select('id').where('id', 'in', ids).execute();
  return [...new Set(ids)].filter((id) => !found.some((unit) => unit.id === id));
}

/** Gives each county its own unit, named as data/counties.yaml names it. */
export async function ensureCountyUnits(
  database: Database,
  counties: readonly { readonly number: string; readonly name: string }[],
  now: Instant,
): Promise<void> {
  const rows = counties.map(({ number, name }) =>
    rowOf(
      {
        id: number,
        county: number,
        kind: 'county',
        name,
        partner: null,
        address: null,
        organisationNumber: null,
        municipality: null,
        route: null,
        language: 'nb',
        leadTimes: {},
      },
      now,
    ),
  );
  await database
    .insertInto('units')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['county', 'id']).doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })),
    )
    .execute();
}

type NewRow = Omit<Unit, 'reminders' | 'publicCoverage' | 'retired' | 'version' | 'createdAt' | 'updatedAt'> &
  Pick<NewUnit, 'reminders'>;

function rowOf(added: NewRow, now: Instant): Insertable<UnitsTable> {
  const { id, county, kind, name, partner, address, organisationNumber, municipality } = added;
  const { route, language, leadTimes } = added;
  return {
    county,
    id,
    kind,
    name,
    partner,
    address,
    organisation_number: organisationNumber,
    municipality,
    route,
    language,
    lead_times: JSON.stringify(leadTimes),
    retired: 0,
    version: 1,
    created_at: now,
    updated_at: now,
    first_addressed_at: address === null ? null : now,
    reminders: wayChosenBy(added) ?? 'weekly',
  };
}

/** Adds a unit; undefined when a unit with its id exists already. */
export async function addUnit(database: Database, added: NewUnit, now: Instant): Promise<Unit | undefined> {
  const row = rowOf({ ...added, id: added.id ?? unitIdOf(added.county, added.name) }, now);
  return database.transaction().execute(async (transaction) => {
    const inserted = await transaction
      .insertInto('units')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (inserted) await raisePublishedStamp(transaction, row.county);
    return inserted && unitOf(inserted);
  });
}

/** Adds several units in one transaction: all of them or none. */
export async function addUnits(database: Database, added: readonly NewUnit[], now: Instant): Promise<void> {
  const rows = added.map((unit) => rowOf({ ...unit, id: unit.id ?? unitIdOf(unit.county, unit.name) }, now));
  await database.transaction().execute(async (transaction) => {
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
      await transaction
        .insertInto('units')
        .values(rows.slice(from, from + ROWS_PER_INSERT))
        .execute();
    for (const county of new Set(rows.map((row) => row.county)))
      await raisePublishedStamp(transaction, county);
  });
}

/** Changes a unit when it is still at the version given; undefined when it is not. */
export async function changeUnit(
  database: Database,
  unit: Unit,
  patch: UnitPatch,
  now: Instant,
): Promise<Unit | undefined> {
  const { name, kind, partner, address, organisationNumber, municipality, language, leadTimes } = patch;
  const { route, publicCoverage, retired } = patch;
  const reminders = wayChosenBy(patch);
  return database.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('units')
      .set((eb) => ({
        ...(name !== undefined && { name }),
        ...(kind !== undefined && { kind }),
        ...(partner !== undefined && { partner }),
        ...(address !== undefined && { address }),
        ...(address && { first_addressed_at: eb.fn.coalesce('first_addressed_at', eb.val(now)) }),
        ...(organisationNumber !== undefined && { organisation_number: organisationNumber }),
        ...(municipality !== undefined && { municipality }),
        ...(route !== undefined && { route }),
        ...(language !== undefined && { language }),
        ...(leadTimes !== undefined && { lead_times: JSON.stringify(leadTimes) }),
        ...(reminders && { reminders }),
        ...(publicCoverage !== undefined && { public_coverage: publicCoverage ? 1 : 0 }),
        ...(retired !== undefined && { retired: retired ? 1 : 0 }),
        version: unit.version + 1,
        updated_at: now,
      }))
      .where('county', '=', unit.county)
      .where('id', '=', unit.id)
      .where('version', '=', unit.version)
      .returningAll()
      .executeTakeFirst();
    if (row) await raisePublishedStamp(transaction, unit.county);
    return row && unitOf(row);
  });
}
