import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import type { CyclesTable, TasksTable } from '../database/tables.js';
import { type Cycle, cycleSchema, type HistoryEntry } from './cycle.js';
import type { GeneratedCycle } from './generate.js';
import { byDate, type Task } from './task.js';

function cycleOf(row: Selectable<CyclesTable>): Cycle {
  return cycleSchema.parse({
    id: row.id,
    county: row.county,
    schoolYear: row.school_year,
    state: row.state,
    revision: row.revision,
    provisional: JSON.parse(row.provisional),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
}

/** The body was written from a Task by this module, so it is read back without a second check. */
function taskOf({ body }: Pick<Selectable<TasksTable>, 'body'>): Task {
  return JSON.parse(body) as Task;
}

/** Stores a generated cycle with its tasks and its first history entry, published, in one transaction. */
export async function createCycle(
  database: Database,
  generated: GeneratedCycle,
  who: string,
  now: Instant,
): Promise<Cycle> {
  const { id, county, schoolYear, provisional, tasks, undated } = generated;
  const row: CyclesTable = {
    county,
    id,
    school_year: schoolYear,
    state: 'published',
    revision: 1,
    provisional: JSON.stringify(provisional),
    created_at: now,
    updated_at: now,
  };
  await database.transaction().execute(async (transaction) => {
    await transaction.insertInto('cycles').values(row).execute();
    // PostgreSQL takes 65,535 parameters in one statement, SQLite 32,766.
    for (let from = 0; from < tasks.length; from += 500) {
      const rows = tasks.slice(from, from + 500).map((task) => ({
        county,
        cycle_id: id,
        id: task.id,
        start_date: task.start,
        end_date: task.end,
        version: task.version,
        body: JSON.stringify(task),
      }));
      await transaction.insertInto('tasks').values(rows).execute();
    }
    const detail = JSON.stringify({ tasks: tasks.length, undated: undated.map(({ key }) => key) });
    const entry = { county, cycle_id: id, revision: 1, at: now, who, action: 'generated', detail };
    await transaction.insertInto('history').values(entry).execute();
  });
  return cycleOf(row);
}

/** All cycles, newest school year first. Index: primary key. */
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
export async function findCycle(database: Database, id: string): Promise<Cycle | undefined> {
  const row = await database.selectFrom('cycles').selectAll().where('id', '=', id).executeTakeFirst();
  return row && cycleOf(row);
}

/** The tasks of a cycle by date. Index: tasks_of_cycle. */
export async function tasksOfCycle(
  database: Database,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
): Promise<Task[]> {
  const rows = await database
    .selectFrom('tasks')
    .select('body')
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .execute();
  // Sorted here, because databases differ in how they collate.
  return rows.map(taskOf).sort(byDate);
}

/** Index: tasks_by_id. */
export async function findTask(database: Database, id: string): Promise<Task | undefined> {
  const row = await database.selectFrom('tasks').select('body').where('id', '=', id).executeTakeFirst();
  return row && taskOf(row);
}

/** The changes of a cycle, newest first. Index: primary key. */
export async function historyOfCycle(
  database: Database,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
): Promise<HistoryEntry[]> {
  const rows = await database
    .selectFrom('history')
    .selectAll()
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(({ revision, at, who, action, detail }) => ({
    revision,
    at,
    who,
    action,
    detail: JSON.parse(detail),
  }));
}
