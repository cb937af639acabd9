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

/** The stamp of each county that has one. */
export async function publishedStamps(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.selectFrom('published_stamps').selectAll().execute();
  return new Map(rows.map(({ county, stamp }) => [county, stamp]));
}
