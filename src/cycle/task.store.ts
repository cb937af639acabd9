import { setImmediate } from 'node:timers/promises';
import type { Database, Transaction } from '../database/database.js';
import { readAtOneMoment } from '../database/one-moment.js';
import { type Adjustment, adjustmentIdOf } from '../task/adjustment.js';
import { byDate } from '../task/by-date.js';
import { type Entry, isAdjustment } from '../task/entry.js';
import type { Task } from '../task/task.js';
import type { Cycle } from './cycle.js';
import type { EntryTexts } from './cycle-entries.js';
import { type EntryChange, isSameToReaders } from './history.js';
import { adjustmentOf, entryOf, type StoredTask, taskOf } from './stored-entry.js';
import type { TaskState } from './task-state.js';

const COLUMN_OF = { edited: 'body as text', published: 'published as text' } as const;

/** The tasks of a cycle by date, without deleted ones. Index: tasks_of_cycle. */
export async function tasksOfCycle(
  database: Database | Transaction,
  cycle: Pick<Cycle, 'county' | 'id'>,
  state: TaskState = 'edited',
): Promise<Task[]> {
  return (await allTasksOfCycle(database, cycle, state)).filter(({ deleted }) => !deleted);
}

/** The tasks of a cycle by date, including deleted ones. Index: tasks_of_cycle. */
export async function allTasksOfCycle(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  state: TaskState,
): Promise<Task[]> {
  const rows = await database
    .selectFrom('tasks')
    .select(COLUMN_OF[state])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where('adjusts', 'is', null)
    .execute();
  // Sorted here, because the databases collate differently.
  return rows.flatMap(({ text }) => (text === null ? [] : [taskOf(text)])).sort(byDate);
}

/** The units' adjustments of a cycle's tasks, including those taken back. Index: tasks_of_cycle. */
export async function adjustmentsOfCycle(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  state: TaskState = 'edited',
): Promise<Adjustment[]> {
  const rows = await database
    .selectFrom('tasks')
    .select(COLUMN_OF[state])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where('adjusts', 'is not', null)
    .execute();
  return rows.flatMap(({ text }) => (text === null ? [] : [adjustmentOf(text)]));
}

/** The ids of the tasks and adjustments of a cycle, in no order. Index: tasks_of_cycle. */
export async function entryIdsOfCycle(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
): Promise<string[]> {
  const rows = await database
    .selectFrom('tasks')
    .select('id')
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .execute();
  return rows.map((row) => row.id);
}

/** How many entries are read at once: a few milliseconds of the main thread. */
const ENTRIES_AT_ONCE = 100;

/**
 * The entries of a cycle as they are stored, for a thread to read, at one moment. They are read a few at a time, so that other
 * requests get their turn in between. Indexes: tasks_of_cycle, then the primary key.
 */
export function entryTextsOfCycle(
  database: Database,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  state: TaskState,
): Promise<EntryTexts> {
  return readAtOneMoment(database, async (transaction) => {
    const listed = await entryIdsOfCycle(transaction, { county, id });
    const tasks: string[] = [];
    const adjustments: string[] = [];
    for (let from = 0; from < listed.length; from += ENTRIES_AT_ONCE) {
      if (from > 0) await setImmediate();
      const ids = listed.slice(from, from + ENTRIES_AT_ONCE);
      const rows = await transaction
        .selectFrom('tasks')
        .select([COLUMN_OF[state], 'adjusts'])
        .where('county', '=', county)
        .where('id', 'in', ids)
        .execute();
      for (const { text, adjusts } of rows)
        if (text !== null) (adjusts === null ? tasks : adjustments).push(text);
    }
    return { county, state, tasks: `[${tasks.join(',')}]`, adjustments: `[${adjustments.join(',')}]` };
  });
}

/** A task or adjustment as edited, also when deleted. Index: tasks_by_id. */
export async function findEntry(database: Database | Transaction, id: string): Promise<Entry | undefined> {
  const row = await database.selectFrom('tasks').select('body').where('id', '=', id).executeTakeFirst();
  return row && entryOf(row.body);
}

/** Tasks of a county as edited, by id, including deleted ones. Index: primary key. */
export async function findTasks(
  database: Database | Transaction,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Task>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('tasks')
    .select(['id', 'body'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .where('adjusts', 'is', null)
    .execute();
  return new Map(rows.map(({ id, body }) => [id, taskOf(body)]));
}

/** A unit's adjustment of a task, also when taken back. Index: tasks_by_id. */
export async function findAdjustment(
  database: Database | Transaction,
  taskId: string,
  unit: string,
): Promise<Adjustment | undefined> {
  const entry = await findEntry(database, adjustmentIdOf(taskId, unit));
  return entry && isAdjustment(entry) ? entry : undefined;
}

/** A task as edited, also when deleted. Index: tasks_by_id. */
export async function findTask(database: Database | Transaction, id: string): Promise<Task | undefined> {
  const entry = await findEntry(database, id);
  return entry && !isAdjustment(entry) ? entry : undefined;
}

/** A task as subscribers see it. Index: tasks_by_id. */
export async function findPublishedTask(database: Database, id: string): Promise<Task | undefined> {
  const row = await database
    .selectFrom('tasks')
    .select('published')
    .where('id', '=', id)
    .where('adjusts', 'is', null)
    .executeTakeFirst();
  const task = row?.published ? taskOf(row.published) : undefined;
  return task?.deleted ? undefined : task;
}

/** A unit's adjustment of a task as published, also when taken back. Index: tasks_by_id. */
export async function findPublishedAdjustment(
  database: Database,
  taskId: string,
  unit: string,
): Promise<Adjustment | undefined> {
  const row = await database
    .selectFrom('tasks')
    .select('published')
    .where('id', '=', adjustmentIdOf(taskId, unit))
    .where('adjusts', 'is not', null)
    .executeTakeFirst();
  return row?.published ? adjustmentOf(row.published) : undefined;
}

/** Every task of a cycle as edited and as last generated, including deleted ones. Index: tasks_of_cycle. */
export async function storedTasks(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
): Promise<StoredTask[]> {
  const rows = await database
    .selectFrom('tasks')
    .select(['body', 'generated'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where('adjusts', 'is', null)
    .execute();
  return rows.map(({ body, generated }) => ({
    edited: taskOf(body),
    generated: generated === null ? null : taskOf(generated),
  }));
}

/** Writes the bases from which the next regeneration merges. */
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

/** An entry as edited and as published, to compare what has changed since publication. */
export interface PublishedPair {
  readonly published: Entry | null;
  readonly edited: Entry;
}

/** The entries whose edited state differs from the published one. Index: tasks_of_cycle. */
export async function unpublishedEntries(
  database: Database,
  { county, id }: Cycle,
): Promise<PublishedPair[]> {
  const rows = await database
    .selectFrom('tasks')
    .select(['body', 'published'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where((eb) => eb.or([eb('published', 'is', null), eb('published', '<>', eb.ref('body'))]))
    .execute();
  return rows
    .map(({ body, published }) => ({
      edited: entryOf(body),
      published: published === null ? null : entryOf(published),
    }))
    .filter(({ edited, published }) => !isSameToReaders(published, edited));
}

/** Writes the edited state of the entries of a change: new entries are inserted, existing ones replaced. */
export async function writeEntries(
  transaction: Transaction,
  { county, id }: Cycle,
  changes: readonly EntryChange[],
): Promise<void> {
  for (const { before, after } of changes) {
    const row = { version: after.version, body: JSON.stringify(after) };
    if (before) {
      await transaction
        .updateTable('tasks')
        .set(row)
        .where('county', '=', county)
        .where('id', '=', after.id)
        .execute();
    } else {
      const adjusts = isAdjustment(after) ? after.adjusts : null;
      const added = { ...row, county, cycle_id: id, id: after.id, generated: null, published: null, adjusts };
      await transaction.insertInto('tasks').values(added).execute();
    }
  }
}
