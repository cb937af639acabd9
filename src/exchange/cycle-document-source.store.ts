import type { Cycle } from '../cycle/cycle.js';
import { findCycle } from '../cycle/cycle.store.js';
import { historyAfter } from '../cycle/history.store.js';
import { entryIdsOfCycle } from '../cycle/task.store.js';
import type { Database, Transaction } from '../database/database.js';
import { readAtOneMoment } from '../database/one-moment.js';
import { unitsOfCounty } from '../units/unit.store.js';
import type { DocumentSource } from './write-cycle-document.js';

/** How many rows are read at once: one or two milliseconds of the main thread. */
const ROWS_AT_ONCE = 50;

type Give = (part: DocumentSource) => Promise<void>;

/**
 * Reads everything that is known of a cycle at one moment, and gives it part by part, so that other requests get their turn in
 * between. Throws what `give` throws.
 */
export async function giveDocumentSource(database: Database, found: Cycle, give: Give): Promise<void> {
  await readAtOneMoment(database, async (transaction) => {
    const cycle = (await findCycle(transaction, found.id)) ?? found;
    await give({ kind: 'head', cycle, units: await unitsOfCounty(transaction, cycle.county) });
    await giveEntries(transaction, cycle, give);
    await giveHistory(transaction, cycle, give);
    await giveComments(transaction, cycle, give);
  });
}

/** Indexes: tasks_of_cycle, then the primary key. */
async function giveEntries(transaction: Transaction, cycle: Cycle, give: Give): Promise<void> {
  const listed = (await entryIdsOfCycle(transaction, cycle)).map((id) => ({ id }));
  for (const page of pagesOf(listed)) {
    const rows = await transaction
      .selectFrom('tasks')
      .select(['id', 'body', 'generated', 'published'])
      .where('county', '=', cycle.county)
      .where(
        'id',
        'in',
        page.map(({ id }) => id),
      )
      .execute();
    await give({ kind: 'entries', rows: rows.sort(byId) });
  }
}

/** Index: primary key. */
async function giveHistory(transaction: Transaction, cycle: Cycle, give: Give): Promise<void> {
  let last = { revision: 0, position: 0 };
  for (;;) {
    const rows = await historyAfter(transaction, cycle, last, ROWS_AT_ONCE);
    if (rows.length > 0) await give({ kind: 'history', rows });
    const end = rows.at(-1);
    if (rows.length < ROWS_AT_ONCE || !end) return;
    last = end;
  }
}

/** Read at once: they are few beside what there is of tasks. Index: tasks_of_cycle. */
async function giveComments(transaction: Transaction, { county, id }: Cycle, give: Give): Promise<void> {
  const comments = await transaction
    .selectFrom('comments')
    .innerJoin('tasks', (join) =>
      join.onRef('tasks.county', '=', 'comments.county').onRef('tasks.id', '=', 'comments.task_id'),
    )
    .select(['comments.task_id', 'comments.id', 'comments.at', 'comments.who', 'comments.body'])
    .where('comments.county', '=', county)
    .where('tasks.cycle_id', '=', id)
    .execute();
  for (const rows of pagesOf(comments)) await give({ kind: 'comments', rows });
}

interface Identified {
  readonly id: string;
}

// Sorted here, because the databases collate differently.
const byId = (a: Identified, b: Identified) => (a.id < b.id ? -1 : 1);

/** The rows by id, as many at once as are read. */
function* pagesOf<Row extends Identified>(rows: readonly Row[]): Generator<Row[]> {
  const sorted = rows.toSorted(byId);
  for (let from = 0; from < sorted.length; from += ROWS_AT_ONCE)
    yield sorted.slice(from, from + ROWS_AT_ONCE);
}
