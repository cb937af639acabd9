import type { ExpressionBuilder } from 'kysely';
import type { Instant } from '../calendar/iso-date.js';
import type { Database, Transaction } from '../database/database.js';
import { raisePublishedStamp } from '../database/published-stamp.js';
import type { Tables } from '../database/tables.js';

/** Notes that somebody has come to units of a county; units that somebody has come to before keep their moment. */
export async function noteFirstPerson(
  database: Database | Transaction,
  county: string,
  unitIds: readonly string[],
  now: Instant,
): Promise<void> {
  if (unitIds.length === 0) return;
  const unmet = (eb: ExpressionBuilder<Tables, 'units'>) =>
    eb.and([eb('county', '=', county), eb('id', 'in', unitIds), eb('first_person_at', 'is', null)]);
  // Read first, since every look at a session comes by here, and nearly always there is nothing to write.
  const found = await database.selectFrom('units').select('id').where(unmet).execute();
  if (found.length === 0) return;
  const noted = await database
    .updateTable('units')
    .set({ first_person_at: now })
    .where(unmet)
    .returning('id')
    .execute();
  // What is late depends on it, and with that the reminders.
  if (noted.length > 0) await raisePublishedStamp(database, county);
}

/**
 * Since when each unit of a county can be told of its tasks: when its first person came or, while nobody has come, when it
 * was first given an address. Null for a unit that has had neither. Index: primary key.
 */
export async function joinedMoments(
  database: Database | Transaction,
  county: string,
): Promise<ReadonlyMap<string, Instant | null>> {
  const rows = await database
    .selectFrom('units')
    .select(['id', 'first_person_at', 'first_addressed_at'])
    .where('county', '=', county)
    .execute();
  return new Map(
    rows.map((row) => [row.id, (row.first_person_at ?? row.first_addressed_at) as Instant | null]),
  );
}
