import type { Cycle } from '../cycle/cycle.js';
import { isAdjustment } from '../cycle/entry.js';
import { historyOf, insertRevision } from '../cycle/history.store.js';
import { entryOf, taskOf } from '../cycle/stored-entry.js';
import { type Database, ROWS_PER_INSERT } from '../database/database.js';
import { raisePublishedStamp } from '../database/published-stamp.js';
import type { TasksTable } from '../database/tables.js';
import { unitsOfCounty } from '../units/unit.store.js';
import type { CycleDocument } from './cycle-document.js';

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
export async function writeDocument(database: Database, document: CycleDocument): Promise<boolean> {
  const { cycle, units, entries, history, comments } = document;
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
    const rows = entries.map(
      ({ edited, generated, published }): TasksTable => ({
        county: cycle.county,
        cycle_id: cycle.id,
        id: edited.id,
        version: edited.version,
        body: JSON.stringify(edited),
        generated: generated && JSON.stringify(generated),
        published: published && JSON.stringify(published),
        adjusts: isAdjustment(edited) ? edited.adjusts : null,
      }),
    );
    for (const some of inParts(rows)) await transaction.insertInto('tasks').values(some).execute();
    for (const revision of history)
      await insertRevision(
        transaction,
        { ...cycle, revision: revision.revision },
        { ...revision, whoId: null },
      );
    const said = comments.map(({ taskId, id, at, who, text }) => ({
      county: cycle.county,
      task_id: taskId,
      id,
      at,
      who,
      body: text,
      who_id: null,
    }));
    for (const some of inParts(said)) await transaction.insertInto('comments').values(some).execute();
    return true;
  });
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_PER_INSERT);
  return Array.from({ length: count }, (_, part) =>
    rows.slice(part * ROWS_PER_INSERT, (part + 1) * ROWS_PER_INSERT),
  );
}
