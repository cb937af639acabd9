import type { Database, Transaction } from '../database/database.js';
import { ROWS_PER_INSERT } from '../database/database.js';
import type { HistoryTable } from '../database/tables.js';
import { taskIdOf } from '../task/entry.js';
import type { Cycle } from './cycle.js';
import type { Action, EntryChange, Revision, RevisionHead } from './history.js';
import { entryOf } from './stored-entry.js';

/** Writes a revision to the history, one row per task that it changed. */
export async function insertRevision(
  transaction: Transaction,
  cycle: Cycle,
  did: Omit<Revision, 'revision'>,
): Promise<void> {
  const rows = historyRows(cycle, { ...did, revision: cycle.revision });
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await transaction
      .insertInto('history')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
}

/** The revisions of a cycle without their entry changes, newest first. Index: primary key. */
export async function headsOf(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
): Promise<RevisionHead[]> {
  const rows = await database
    .selectFrom('history')
    .select(['revision', 'at', 'who', 'who_id', 'action', 'takes_back', 'detail'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where('position', '=', 0)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(headOf);
}

/** The revision that a row belongs to, without its changes. */
export function headOf(
  row: Pick<HistoryTable, 'revision' | 'at' | 'who' | 'who_id' | 'action' | 'takes_back' | 'detail'>,
) {
  return {
    revision: row.revision,
    at: row.at,
    who: row.who,
    whoId: row.who_id,
    action: row.action as Action,
    takesBack: row.takes_back,
    message: row.detail,
  } satisfies RevisionHead;
}

/** The entry changes of a revision. Index: primary key. */
export async function changesOf(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  revision: number,
): Promise<EntryChange[]> {
  const rows = await database
    .selectFrom('history')
    .select(['before_body', 'after_body'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where('revision', '=', revision)
    .orderBy('position')
    .execute();
  return rows.flatMap(changeOf);
}

/** The change of a row, if it is of one. */
export function changeOf({ before_body, after_body }: Pick<HistoryTable, 'before_body' | 'after_body'>) {
  if (after_body === null) return [];
  return [
    { before: before_body === null ? null : entryOf(before_body), after: entryOf(after_body) },
  ] satisfies EntryChange[];
}

/** A row of the history of a cycle that is known. */
export type HistoryRow = Omit<HistoryTable, 'county' | 'cycle_id' | 'task_id'>;

/** The next rows of a cycle's history after one of them, oldest first. Index: primary key. */
export async function historyAfter(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  last: Pick<HistoryRow, 'revision' | 'position'>,
  limit: number,
): Promise<HistoryRow[]> {
  return database
    .selectFrom('history')
    .select(['revision', 'position', 'at', 'who', 'who_id', 'action', 'takes_back', 'detail'])
    .select(['before_body', 'after_body'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where('revision', '>=', last.revision)
    .where((row) => row.or([row('revision', '>', last.revision), row('position', '>', last.position)]))
    .orderBy('revision')
    .orderBy('position')
    .limit(limit)
    .execute();
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
  return revisionsOf(await query.orderBy('revision', 'desc').orderBy('position').execute());
}

/** Which revisions to read; all given conditions must hold. */
export interface HistoryQuery {
  readonly task?: string | undefined;
  readonly who?: string | undefined;
  readonly actions?: readonly Action[] | undefined;
  /** Only revisions before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Selected revisions of a cycle, newest first; with `task` only their changes of that task. Index: primary key, or history_of_task. */
export async function historyPage(
  database: Database,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  { task, who, actions, before, limit }: HistoryQuery,
): Promise<Revision[]> {
  const ofCycle = database
    .selectFrom('history')
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .$if(task !== undefined, (query) => query.where('task_id', '=', task as string));
  const picked = await ofCycle
    .select('revision')
    .distinct()
    .$if(who !== undefined, (query) => query.where('who', '=', who as string))
    .$if(actions !== undefined, (query) => query.where('action', 'in', actions as Action[]))
    .$if(before !== undefined, (query) => query.where('revision', '<', before as number))
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute();
  if (picked.length === 0) return [];
  const rows = await ofCycle
    .selectAll()
    .where(
      'revision',
      'in',
      picked.map(({ revision }) => revision),
    )
    .orderBy('revision', 'desc')
    .orderBy('position')
    .execute();
  return revisionsOf(rows);
}

function revisionsOf(rows: readonly HistoryTable[]): Revision[] {
  const revisions = new Map<number, Revision>();
  for (const row of rows) {
    const known = revisions.get(row.revision);
    revisions.set(row.revision, {
      ...headOf(row),
      changes: [...(known?.changes ?? []), ...changeOf(row)],
    });
  }
  return [...revisions.values()];
}

/** A revision as database rows: one per task that it changed, or one without a task when it changed none. */
export function historyRows(
  { county, id }: Pick<Cycle, 'county' | 'id'>,
  { revision, at, who, whoId, action, takesBack, message, changes }: Revision,
): HistoryTable[] {
  const shared = {
    county,
    cycle_id: id,
    revision,
    at,
    who,
    who_id: whoId,
    action,
    takes_back: takesBack,
    detail: message,
  };
  if (changes.length === 0)
    return [{ ...shared, position: 0, task_id: null, before_body: null, after_body: null }];
  return changes.map(({ before, after }, position) => ({
    ...shared,
    position,
    task_id: taskIdOf(after),
    before_body: before && JSON.stringify(before),
    after_body: JSON.stringify(after),
  }));
}
