import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/iso-date.js';
import { type Database, ROWS_PER_INSERT, type Transaction } from '../database/database.js';
import { raisePublishedStamp } from '../database/published-stamp.js';
import type { CyclesTable, TasksTable } from '../database/tables.js';
import { type Entry, isAdjustment } from '../task/entry.js';
import type { Task } from '../task/task.js';
import { type Cycle, cycleSchema } from './cycle.js';
import type { GeneratedCycle } from './generated-cycle.js';
import { insertRevision } from './history.store.js';
import { entryOf } from './stored-entry.js';

function cycleOf(row: Omit<Selectable<CyclesTable>, 'comments_said'>): Cycle {
  return cycleSchema.parse({
    id: row.id,
    county: row.county,
    schoolYear: row.school_year,
    state: row.state,
    revision: row.revision,
    publishedRevision: row.published_revision,
    publishedAt: row.published_at,
    firstPublishedAt: row.first_published_at,
    level: row.level,
    public: row.public === 1,
    provisional: JSON.parse(row.provisional),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
}

/** A cycle to store: its entries as they will be edited, and as they were generated. */
export interface NewCycle
  extends Pick<GeneratedCycle, 'id' | 'county' | 'schoolYear' | 'level' | 'provisional'> {
  readonly state: 'draft' | 'published';
  readonly public: boolean;
  readonly entries: readonly { readonly entry: Entry; readonly generated: Task | null }[];
}

/** Stores a cycle with its tasks and first revision in one transaction; false when a cycle with its id exists already. */
export async function createCycle(
  database: Database,
  created: NewCycle,
  who: string,
  now: Instant,
): Promise<boolean> {
  const { id, county, schoolYear, level, provisional, state, entries } = created;
  const isPublished = state === 'published';
  const row: Omit<Selectable<CyclesTable>, 'comments_said'> = {
    county,
    id,
    school_year: schoolYear,
    state,
    revision: 1,
    published_revision: isPublished ? 1 : null,
    published_at: isPublished ? now : null,
    first_published_at: isPublished ? now : null,
    level,
    public: created.public ? 1 : 0,
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
    if (isPublished) await raisePublishedStamp(transaction, county);
    const rows = entries.map(({ entry, generated }): TasksTable => {
      const body = JSON.stringify(entry);
      return {
        county,
        cycle_id: id,
        id: entry.id,
        version: entry.version,
        body,
        generated: generated && JSON.stringify(generated),
        published: isPublished ? body : null,
        adjusts: isAdjustment(entry) ? entry.adjusts : null,
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
      whoId: null,
      action: 'generated',
      takesBack: null,
      message: null,
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

/** The cycles of a county, newest school year first. Index: primary key. */
export async function listCyclesOfCounty(database: Database | Transaction, county: string): Promise<Cycle[]> {
  const rows = await database
    .selectFrom('cycles')
    .selectAll()
    .where('county', '=', county)
    .orderBy('school_year', 'desc')
    .execute();
  return rows.map(cycleOf);
}

/** Index: cycles_by_id. */
export async function findCycle(database: Database | Transaction, id: string): Promise<Cycle | undefined> {
  const row = await database.selectFrom('cycles').selectAll().where('id', '=', id).executeTakeFirst();
  return row && cycleOf(row);
}

/** Stores what a cycle was generated with: its level, and which parts of its skolerute were provisional. */
export async function writeGeneration(
  transaction: Transaction,
  { county, id }: Cycle,
  { level, provisional }: Pick<GeneratedCycle, 'level' | 'provisional'>,
): Promise<void> {
  await transaction
    .updateTable('cycles')
    .set({ level, provisional: JSON.stringify(provisional) })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/**
 * Begins a change of a cycle: increments its revision, which locks the row, so that other changes wait until this
 * transaction ends. Undefined when there is no such cycle.
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

/** Sets whether a cycle is a draft, published or archived. */
export async function writeState(
  transaction: Transaction,
  { county, id }: Cycle,
  state: Cycle['state'],
): Promise<void> {
  await raisePublishedStamp(transaction, county);
  await transaction
    .updateTable('cycles')
    .set({ state })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Sets whether anyone may read the published version of a cycle. */
export async function writePublic(
  transaction: Transaction,
  { county, id }: Cycle,
  isPublic: boolean,
): Promise<void> {
  await raisePublishedStamp(transaction, county);
  await transaction
    .updateTable('cycles')
    .set({ public: isPublic ? 1 : 0 })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Publishes the edited state of a cycle's tasks; tasks deleted before they were ever published are left out. */
export async function publishTasks(
  transaction: Transaction,
  { county, id, revision }: Cycle,
  now: Instant,
): Promise<void> {
  await raisePublishedStamp(transaction, county);
  const unseen = await transaction
    .selectFrom('tasks')
    .select(['id', 'body'])
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where('published', 'is', null)
    .execute();
  const never = unseen.filter(({ body }) => entryOf(body).deleted).map((row) => row.id);
  await transaction
    .updateTable('tasks')
    .set((eb) => ({ published: eb.ref('body') }))
    .where('county', '=', county)
    .where('cycle_id', '=', id)
    .where((eb) => eb.or([eb('published', 'is', null), eb('published', '<>', eb.ref('body'))]))
    .$if(never.length > 0, (query) => query.where('id', 'not in', never))
    .execute();
  await transaction
    .updateTable('cycles')
    .set((eb) => ({
      state: 'published',
      published_revision: revision,
      published_at: now,
      first_published_at: eb.fn.coalesce('first_published_at', eb.val(now)),
    }))
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
