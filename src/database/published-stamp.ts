import type { Database, Transaction } from './database.js';

/** Increments the stamp that says that a county's published content may have changed; every instance notices within a second. */
export async function raisePublishedStamp(
  transaction: Database | Transaction,
  county: string,
): Promise<void> {
  await transaction
    .insertInto('published_stamps')
    .values({ county, stamp: 1 })
    .onConflict((conflict) =>
      conflict.column('county').doUpdateSet((eb) => ({ stamp: eb('published_stamps.stamp', '+', 1) })),
    )
    .execute();
}

/** The stamp of a county; 0 when it has none. Read before what a county has published, it is never newer than that. */
export async function publishedStamp(database: Database, county: string): Promise<number> {
  const row = await database
    .selectFrom('published_stamps')
    .select('stamp')
    .where('county', '=', county)
    .executeTakeFirst();
  return row?.stamp ?? 0;
}

/** The stamp of each county that has one. */
export async function publishedStamps(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.selectFrom('published_stamps').selectAll().execute();
  return new Map(rows.map(({ county, stamp }) => [county, stamp]));
}
