import type { Cycle } from '../cycle/cycle.js';
import { historyOf } from '../cycle/history.store.js';
import { entryOf, taskOf } from '../cycle/stored-entry.js';
import type { Database, Transaction } from '../database/database.js';
import { raisePublishedStamp } from '../database/published-stamp.js';
import { unitsOfCounty } from '../units/unit.store.js';
import type { CycleDocument } from './cycle-document.js';
import type { DocumentRows } from './cycle-document-rows.js';

/** Everything that is known of a cycle. */
export async function readDocument(database: Database, cycle: Cycle): Promise<CycleDocument> {
  const rows = await database
    .selectFrom('tasks')
    .selectAll()
    .where('county', '=', cycle.county)
    .where('cycle_id', '=', cycle.id)
    .execute();
  const comments = await database
    .selectFrom('comments')
    .innerJoin('tasks', (join) =>
      join.onRef('tasks.county', '=', 'comments.county').onRef('tasks.id', '=', 'comments.task_id'),
    )
    .select(['comments.task_id', 'comments.id', 'comments.at', 'comments.who', 'comments.body'])
    .where('comments.county', '=', cycle.county)
    .where('tasks.cycle_id', '=', cycle.id)
    .execute();
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    format: 'arshjul-cycle',
    version: 1,
    cycle,
    units: await unitsOfCounty(database, cycle.county),
    entries: rows.sort(byId).map(({ body, generated, published }) => ({
      edited: entryOf(body),
      generated: generated === null ? null : taskOf(generated),
      published: published === null ? null : entryOf(published),
    })),
    history: (await historyOf(database, cycle)).reverse().map(({ whoId: _person, ...revision }) => revision),
    comments: comments.sort(byId).map(({ task_id, id, at, who, body }) => ({
      taskId: task_id,
      id,
      at: at as Cycle['createdAt'],
      who,
      text: body,
    })),
  };
}

/** Stores a document's cycle as it was, in one transaction; false when there is a cycle of its id already. */
export async function writeDocument(
  database: Database,
  { cycle, units }: Pick<CycleDocument, 'cycle' | 'units'>,
  rows: AsyncIterable<DocumentRows> | Iterable<DocumentRows>,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const inserted = await transaction
      .insertInto('cycles')
      .values({
        county: cycle.county,
        id: cycle.id,
        school_year: cycle.schoolYear,
        state: cycle.state,
        revision: cycle.revision,
        published_revision: cycle.publishedRevision,
        published_at: cycle.publishedAt,
        public: cycle.public ? 1 : 0,
        provisional: JSON.stringify(cycle.provisional),
        created_at: cycle.createdAt,
        updated_at: cycle.updatedAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (inserted.length === 0) return false;
    await raisePublishedStamp(transaction, cycle.county);
    for (const {
      county,
      id,
      kind,
      name,
      partner,
      address,
      language,
      leadTimes,
      retired,
      version,
      createdAt,
      updatedAt,
    } of units) {
      const state = {
        kind,
        name,
        partner,
        address,
        language,
        lead_times: JSON.stringify(leadTimes),
        retired: retired ? 1 : 0,
        version,
        created_at: createdAt,
        updated_at: updatedAt,
      };
      // A unit that is there in a later state stays as it is.
      await transaction
        .insertInto('units')
        .values({ county, id, ...state })
        .onConflict((conflict) =>
          conflict.columns(['county', 'id']).doUpdateSet(state).where('units.version', '<=', version),
        )
        .execute();
    }
    for await (const part of rows) await insertRows(transaction, part);
    return true;
  });
}

function insertRows(transaction: Transaction, part: DocumentRows): Promise<unknown> {
  switch (part.table) {
    case 'tasks':
      return transaction.insertInto('tasks').values(part.rows).execute();
    case 'history':
      return transaction.insertInto('history').values(part.rows).execute();
    case 'comments':
      return transaction.insertInto('comments').values(part.rows).execute();
    default:
      return part satisfies never;
  }
}
