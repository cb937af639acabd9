import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/iso-date.js';
import type { Database, Transaction } from '../database/database.js';
import type { CyclesTable, HistoryTable, TasksTable } from '../database/tables.js';
import { type Cycle, cycleSchema } from './cycle.js';
import type { GeneratedCycle } from './generate.js';
import type { Action, Revision, TaskChange } from './history.js';
import type { StoredTask } from './regenerate.js';
import { byDate, type Task } from './task.js';

/** PostgreSQL takes 65,535 parameters in one statement, SQLite 32,766. */
const ROWS_PER_INSERT = 500;

function cycleOf(row: Selectable<CyclesTable>): Cycle {
  return cycleSchema.parse({
    id: row.id,
    county: row.county,
    schoolYear: row.school_year,
    state: row.state,
    revision: row.revision,
    publishedRevision: row.published_revision,
    publishedAt: row.published_at,
    provisional: JSON.parse(row.provisional),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
}

/** A body was written from a Task by this module, so it is read back without a second check. */
const taskOf = (body: string): Task => JSON.parse(body) as Task;

/** A cycle to be stored: its tasks as people shall edit them, and as they were generated. */
export interface NewCycle extends Pick<GeneratedCycle, 'id' | 'county' | 'schoolYear' | 'provisional'> {
  readonly state: 'draft' | 'published';
  readonly tasks: readonly { readonly task: Task; readonly generated: Task | null }[];
}

/** Stores a cycle with its tasks and its first revision in one transaction; false when there is one of its id already. */
export async function createCycle(
  database: Database,
  created: NewCycle,
  who: string,
  now: Instant,
): Promise<boolean> {
  const { id, county, schoolYear, provisional, state, tasks } = created;
  const isPublished = state === 'published';
  const row: CyclesTable = {
    county,
    id,
    school_year: schoolYear,
    state,
    revision: 1,
    published_revision: isPublished ? 1 : null,
    published_at: isPublished ? now : null,
    provisional: JSON.stringify(provisional),
    created_at: now,
    updated_at: now,
  };
  return database.transaction().execute(async (transaction) => {
    const inserted = await transaction
      .insertInto('cycles')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (inserted.length === 0) return false;
    const rows = tasks.map(({ task, generated }): TasksTable => {
      const body = JSON.stringify(task);
      return {
        county,
        cycle_id: id,
        id: task.id,
        version: task.version,
        body,
        generated: generated && JSON.stringify(generated),
        published: isPublished ? body : null,
      };
    });
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
      await transaction
        .insertInto('tasks')
        .values(rows.slice(from, from + ROWS_PER_INSERT))
        .execute();
    }
    await insertRevision(transaction, cycleOf(row), {
      at: now,
      who,
      action: 'generated',
      takesBack: null,
      changes: [],
    });
    return true;
  });
}

/** All cycles, newest school year first. */
export async function listCycles(database: Database): Promise<Cycle[]> {
  const rows = await database
    .selectFrom('cycles')
    .selectAll()
    .orderBy('school_year', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(cycleOf);
}

/** Index: cycles_by_id. */
export async function findCycle(database: Database | Transaction, id: string): Promise<Cycle | undefined> {
  const row = await database.selectFrom('cycles').selectAll().where('id', '=', id).executeTakeFirst();
  return row && cycleOf(row);
}

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

/** Writes which parts of the skolerute of a cycle are provisional. */
export async function writeProvisional(
  transaction: Transaction,
  { county, id }: Cycle,
  provisional: Cycle['provisional'],
): Promise<void> {
  await transaction
    .updateTable('cycles')
    .set({ provisional: JSON.stringify(provisional) })
    .where('county', '=', county)
    .where('id', '=', id)
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

/**
 * Begins a change of a cycle: raises its revision, which makes other changes of it wait until this transaction ends.
 * Undefined when there is no such cycle.
 */
export async function beginRevision(
  transaction: Transaction,
  id: string,
  now: Instant,
): Promise<Cycle | undefined> {
  const row = await transaction
    .updateTable('cycles')
    .set((eb) => ({ revision: eb('revision', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && cycleOf(row);
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

/** Makes the edited state of a cycle's tasks the published one. */
export async function publishTasks(
  transaction: Transaction,
  { county, id, revision }: Cycle,
  now: Instant,
): Promise<void> {
  await transaction
    .updateTable('tasks')
    .set((eb) => ({ published: eb.ref('body') }))
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where((eb) => eb.or([eb('published', 'is', null), eb('published', '<>', eb.ref('body'))]))
    .execute();
  await transaction
    .updateTable('cycles')
    .set({ state: 'published', published_revision: revision, published_at: now })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Writes what a revision did, a row per task that it changed. */
export async function insertRevision(
  transaction: Transaction,
  { county, id, revision }: Cycle,
  { at, who, action, takesBack, changes }: Omit<Revision, 'revision'>,
): Promise<void> {
  const shared = { county, cycle_id: id, revision, at, who, action, takes_back: takesBack, detail: null };
  const rows = changes.map(({ before, after }, position) => ({
    ...shared,
    position,
    task_id: (after ?? before)?.id ?? null,
    before_body: before && JSON.stringify(before),
    after_body: after && JSON.stringify(after),
  }));
  const without = { ...shared, position: 0, task_id: null, before_body: null, after_body: null };
  const all: HistoryTable[] = rows.length > 0 ? rows : [without];
  for (let from = 0; from < all.length; from += ROWS_PER_INSERT) {
    await transaction
      .insertInto('history')
      .values(all.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
}

/** The revisions of a cycle, newest first; of one task only when it is named. Index: primary key, or history_of_task. */
export async function historyOf(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  taskId?: string,
): Promise<Revision[]> {
  let query = database
    .selectFrom('history')
    .selectAll()
    .where('county', '=', county)
    .where('cycle_id', '=', id);
  if (taskId !== undefined) query = query.where('task_id', '=', taskId);
  const rows = await query.orderBy('revision', 'desc').orderBy('position').execute();
  const revisions = new Map<number, Revision>();
  for (const row of rows) {
    const known = revisions.get(row.revision);
    const before = row.before_body === null ? null : taskOf(row.before_body);
    const after = row.after_body === null ? null : taskOf(row.after_body);
    revisions.set(row.revision, {
      revision: row.revision,
      at: row.at,
      who: row.who,
      action: row.action as Action,
      takesBack: row.takes_back,
      changes: [...(known?.changes ?? []), ...(row.task_id === null ? [] : [{ before, after }])],
    });
  }
  return [...revisions.values()];
}
