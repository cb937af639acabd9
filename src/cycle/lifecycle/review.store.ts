import type { Instant } from '../../calendar/iso-date.js';
import { type Database, ROWS_PER_INSERT } from '../../database/database.js';
import type { Caller } from '../../routing/caller.js';
import type { Cycle } from '../cycle.js';

/** A task that somebody has reviewed. */
export interface ReviewedTask {
  readonly taskId: string;
  readonly who: string;
  readonly at: string;
}

/** The reviewed tasks of a cycle, by id. Index: primary key. */
export async function reviewedTasks(database: Database, { county, id }: Cycle): Promise<ReviewedTask[]> {
  const rows = await database
    .selectFrom('looked_over')
    .select(['task_id', 'who', 'at'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .orderBy('task_id')
    .execute();
  return rows.map(({ task_id, who, at }) => ({ taskId: task_id, who, at }));
}

/** Who has reviewed something, and when. */
export interface Review {
  readonly by: Pick<Caller, 'name' | 'personId'>;
  readonly at: Instant;
}

/** Marks tasks as reviewed; those reviewed before keep the first reviewer. */
export async function markReviewed(
  database: Database,
  { county, id }: Cycle,
  taskIds: readonly string[],
  { by, at }: Review,
): Promise<void> {
  const rows = taskIds.map((taskId) => ({
    county,
    cycle_id: id,
    task_id: taskId,
    who: by.name,
    who_id: by.personId,
    at,
  }));
  await database.transaction().execute(async (transaction) => {
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
      await transaction
        .insertInto('looked_over')
        .values(rows.slice(from, from + ROWS_PER_INSERT))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
}

/** Marks tasks as not reviewed. */
export async function unmarkReviewed(
  database: Database,
  { county, id }: Cycle,
  taskIds: readonly string[],
): Promise<void> {
  if (taskIds.length === 0) return;
  await database
    .deleteFrom('looked_over')
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where('task_id', 'in', taskIds)
    .execute();
}
