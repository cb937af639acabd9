import type { Database, Transaction } from '../database/database.js';
import { raisePublishedStamp } from '../database/published-stamp.js';
import { wayChosenBy } from '../units/reminder-way.js';
import type { DocumentRows } from './cycle-document-rows.js';
import type { DocumentHead } from './read-cycle-document.js';

/** Ids of a document that something has already. */
export interface TakenIds {
  readonly cycle: boolean;
  readonly entries: readonly TakenId[];
  readonly units: readonly TakenId[];
}

/** An id, and its place among those of its kind in the document. */
export interface TakenId {
  readonly id: string;
  readonly index: number;
}

/** Thrown to roll back the transaction when an id turns out to be taken. */
class Taken extends Error {
  override readonly name = 'Taken';

  constructor(readonly ids: TakenIds) {
    super('ids are taken');
  }
}

/**
 * Imports a document's cycle in one transaction, row by row as they are read. Returns the ids that are taken when any are;
 * then nothing is written. An existing unit is left as it is, whatever its version in the document, except the county's own,
 * which every installation creates by itself: it is taken from the document as long as nobody has changed it.
 */
export async function writeDocument(
  database: Database,
  head: DocumentHead,
  rows: AsyncIterable<DocumentRows> | Iterable<DocumentRows>,
): Promise<TakenIds | undefined> {
  try {
    await write(database, head, rows);
    return undefined;
  } catch (error) {
    if (error instanceof Taken) return error.ids;
    throw error;
  }
}

async function write(
  database: Database,
  { cycle, units }: DocumentHead,
  parts: AsyncIterable<DocumentRows> | Iterable<DocumentRows>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
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
        first_published_at: cycle.firstPublishedAt ?? cycle.publishedAt,
        level: cycle.level,
        public: cycle.public ? 1 : 0,
        provisional: JSON.stringify(cycle.provisional),
        created_at: cycle.createdAt,
        updated_at: cycle.updatedAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (inserted.length === 0) throw new Taken({ cycle: true, entries: [], units: [] });
    await checkUnitsAreFree(transaction, { cycle, units });
    await raisePublishedStamp(transaction, cycle.county);
    for (const {
      county,
      id,
      kind,
      name,
      partner,
      address,
      organisationNumber,
      municipality,
      route,
      language,
      leadTimes,
      reminders,
      publicCoverage,
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
        organisation_number: organisationNumber,
        municipality,
        route,
        language,
        lead_times: JSON.stringify(leadTimes),
        reminders: wayChosenBy({ reminders, leadTimes }) ?? 'weekly',
        public_coverage: publicCoverage ? 1 : 0,
        retired: retired ? 1 : 0,
        version,
        created_at: createdAt,
        updated_at: updatedAt,
        first_addressed_at: address === null ? null : updatedAt,
      };
      await transaction
        .insertInto('units')
        .values({ county, id, ...state })
        .onConflict((conflict) =>
          conflict
            .columns(['county', 'id'])
            .doUpdateSet(state)
            .where('units.kind', '=', 'county')
            .where('units.version', '=', 1),
        )
        .execute();
    }
    let tasks = 0;
    for await (const part of parts) {
      if (part.table === 'tasks') {
        await checkTasksAreFree(transaction, part.rows, tasks);
        tasks += part.rows.length;
      }
      await insertRows(transaction, part);
    }
  });
}

/** Throws Taken when units have the ids of another county's. Index: units_by_id. */
async function checkUnitsAreFree(transaction: Transaction, { cycle, units }: DocumentHead): Promise<void> {
  const ids = units.map(({ id }) => id);
  const foreign = await transaction
    .selectFrom('units')
    .select('id')
    .where('id', 'in', ids)
    .where('county', '<>', cycle.county)
    .execute();
  if (foreign.length === 0) return;
  const taken = new Set(foreign.map(({ id }) => id));
  const both = ids.flatMap((id, index) => (taken.has(id) ? [{ id, index }] : []));
  throw new Taken({ cycle: false, entries: [], units: both });
}

/** Throws Taken when ids of some of a document's tasks, the first of which has the index `from`, are in use. Index: tasks_by_id. */
async function checkTasksAreFree(
  transaction: Transaction,
  rows: readonly { readonly id: string }[],
  from: number,
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const others = await transaction.selectFrom('tasks').select('id').where('id', 'in', ids).execute();
  if (others.length === 0) return;
  const taken = new Set(others.map(({ id }) => id));
  const entries = ids.flatMap((id, index) => (taken.has(id) ? [{ id, index: from + index }] : []));
  throw new Taken({ cycle: false, entries, units: [] });
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
