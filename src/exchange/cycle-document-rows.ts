import { historyRows } from '../cycle/history.store.js';
import type { CommentsTable, HistoryTable, TasksTable } from '../database/tables.js';
import { isAdjustment } from '../task/entry.js';
import type { CycleDocument } from './cycle-document.js';

/** A batch of a document's rows, as they are inserted into the database. */
export type DocumentRows =
  | { readonly table: 'tasks'; readonly rows: readonly TasksTable[] }
  | { readonly table: 'history'; readonly rows: readonly HistoryTable[] }
  | { readonly table: 'comments'; readonly rows: readonly CommentsTable[] };

/** The size of a batch, in rows and in characters of text: inserting one takes the main thread a few milliseconds. */
const ROWS_PER_PART = 200;
const LENGTH_PER_PART = 250_000;

/** The database rows of a document's entries, history and comments, one batch at a time. */
export function* documentRows(document: CycleDocument): Generator<DocumentRows> {
  for (const rows of inParts(taskRows(document))) yield { table: 'tasks', rows };
  for (const rows of inParts(revisionRows(document))) yield { table: 'history', rows };
  for (const rows of inParts(commentRows(document))) yield { table: 'comments', rows };
}

function* taskRows({ cycle, entries }: CycleDocument): Generator<TasksTable> {
  for (const { edited, generated, published } of entries) {
    yield {
      county: cycle.county,
      cycle_id: cycle.id,
      id: edited.id,
      version: edited.version,
      body: JSON.stringify(edited),
      generated: generated && JSON.stringify(generated),
      published: published && JSON.stringify(published),
      adjusts: isAdjustment(edited) ? edited.adjusts : null,
    };
  }
}

function* revisionRows({ cycle, history }: CycleDocument): Generator<HistoryTable> {
  for (const revision of history) yield* historyRows(cycle, { ...revision, whoId: null });
}

function* commentRows({ cycle, comments }: CycleDocument): Generator<CommentsTable> {
  for (const { taskId, id, at, who, text } of comments)
    yield { county: cycle.county, task_id: taskId, id, at, who, body: text, who_id: null };
}

function* inParts<Row extends object>(rows: Iterable<Row>): Generator<Row[]> {
  let part: Row[] = [];
  let length = 0;
  for (const row of rows) {
    part.push(row);
    for (const value of Object.values(row)) length += typeof value === 'string' ? value.length : 0;
    if (part.length < ROWS_PER_PART && length < LENGTH_PER_PART) continue;
    yield part;
    part = [];
    length = 0;
  }
  if (part.length > 0) yield part;
}
