import type { Database, Transaction } from '../database/database.js';
import type { Cycle } from './cycle.js';
import type { TaskChange } from './history.js';
import type { StoredTask } from './regenerate.js';
import { byDate, type Task } from './task.js';

/** A body was written from a Task by this module, so it is read back without a second check. */
export const taskOf = (body: string): Task => JSON.parse(body) as Task;

/** Which state of its tasks a reader sees: the one that is edited, or the one that was published. */
export type TaskState = 'edited' | 'published';

/** The tasks of a cycle by date, without deleted ones. Index: tasks_of_cycle. */
export async function tasksOfCycle(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  state: TaskState = 'edited',
): Promise<Task[]> {
  const rows = await database
    .selectFrom('tasks')
    .select(['body', 'published'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .execute();
  // Sorted here, because databases differ in how they collate.
  return rows
    .map(({ body, published }) => (state === 'edited' ? body : published))
    .flatMap((text) => (text === null ? [] : [taskOf(text)]))
    .filter(({ deleted }) => !deleted)
    .sort(byDate);
}

/** A task as it is edited, a deleted one too. Index: tasks_by_id. */
export async function findTask(database: Database | Transaction, id: string): Promise<Task | undefined> {
  const row = await database.selectFrom('tasks').select('body').where('id', '=', id).executeTakeFirst();
  return row && taskOf(row.body);
}

/** A task as subscribers see it. Index: tasks_by_id. */
export async function findPublishedTask(database: Database, id: string): Promise<Task | undefined> {
  const row = await database.selectFrom('tasks').select('published').where('id', '=', id).executeTakeFirst();
  const task = row?.published ? taskOf(row.published) : undefined;
  return task?.deleted ? undefined : task;
}

/** Every task of a cycle as it is edited and as it was last generated, deleted ones too. Index: tasks_of_cycle. */
export async function storedTasks(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
): Promise<StoredTask[]> {
  const rows = await database
    .selectFrom('tasks')
    .select(['body', 'generated'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .execute();
  return rows.map(({ body, generated }) => ({
    edited: taskOf(body),
    generated: generated === null ? null : taskOf(generated),
  }));
}

/** Writes what the next regeneration of a task starts from. */
export async function writeGenerated(
  transaction: Transaction,
  { county }: Cycle,
  generated: Task,
): Promise<void> {
  await transaction
    .updateTable('tasks')
    .set({ generated: JSON.stringify(generated) })
    .where('county', '=', county)
    .where('id', '=', generated.id)
    .execute();
}

/** A task in both of its states, for what has changed since the last publishing. */
export interface PublishedPair {
  readonly published: Task | null;
  readonly edited: Task;
}

/** The tasks whose edited state is not the published one. Index: tasks_of_cycle. */
export async function unpublishedTasks(database: Database, { county, id }: Cycle): Promise<PublishedPair[]> {
  const rows = await database
    .selectFrom('tasks')
    .select(['body', 'published'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where((eb) => eb.or([eb('published', 'is', null), eb('published', '<>', eb.ref('body'))]))
    .execute();
  return rows
    .map(({ body, published }) => ({
      edited: taskOf(body),
      published: published === null ? null : taskOf(published),
    }))
    .filter(({ edited, published }) => published !== null || !edited.deleted);
}

/** Writes the tasks of a change as they are edited: new ones are inserted, known ones replaced. */
export async function writeTasks(
  transaction: Transaction,
  { county, id }: Cycle,
  changes: readonly TaskChange[],
): Promise<void> {
  for (const { before, after } of changes) {
    if (!after) throw new Error('a task is deleted by its mark, never by leaving it out');
    const row = { version: after.version, body: JSON.stringify(after) };
    if (before) {
      await transaction
        .updateTable('tasks')
        .set(row)
        .where('county', '=', county)
        .where('id', '=', after.id)
        .execute();
    } else {
      const added = { ...row, county, cycle_id: id, id: after.id, generated: null, published: null };
      await transaction.insertInto('tasks').values(added).execute();
    }
  }
}
