import type { IsoDate } from '../../calendar/iso-date.js';
import { type Database, ROWS_PER_INSERT } from '../../database/database.js';

/** The number of feeds of a county that are not revoked. Index: primary key. */
export async function countFeeds(database: Database, county: string): Promise<number> {
  const { feeds } = await database
    .selectFrom('feeds')
    .select(({ fn }) => fn.countAll().as('feeds'))
    .where('county', '=', county)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(feeds);
}

/** The keys of recipients who have been reminded of any of these tasks with a start on or after a day. Index: primary key. */
export async function recipientsReminded(
  database: Database,
  county: string,
  { taskIds, from }: { readonly taskIds: readonly string[]; readonly from: IsoDate },
): Promise<ReadonlySet<string>> {
  const reminded = new Set<string>();
  for (let position = 0; position < taskIds.length; position += ROWS_PER_INSERT) {
    const rows = await database
      .selectFrom('reminder_ledger')
      .select('recipient')
      .distinct()
      .where('county', '=', county)
      .where('outcome', '=', 'owed')
      .where('start', '>=', from)
      .where('task_id', 'in', taskIds.slice(position, position + ROWS_PER_INSERT))
      .execute();
    for (const { recipient } of rows) reminded.add(recipient);
  }
  return reminded;
}
