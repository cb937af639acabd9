import { dateAt, type Instant } from '../../calendar/iso-date.js';
import type { Cycle } from '../../cycle/cycle.js';
import { unpublishedEntries } from '../../cycle/task.store.js';
import { type Database, ROWS_PER_INSERT } from '../../database/database.js';
import { isTask } from '../../task/entry.js';
import { whoIsTold } from '../send/news-run.use-case.js';
import { gistOf } from './gist.js';

const ZONE = 'Europe/Oslo';

/** Whom a publication of a cycle reaches. */
export interface Audience {
  readonly feeds: number;
  readonly people: number;
  readonly corrections: number;
}

/** Counts whom it would reach when what is edited is published now. Indexes: primary keys. */
export async function audienceOf(database: Database, cycle: Cycle, now: Instant): Promise<Audience> {
  const { feeds } = await database
    .selectFrom('feeds')
    .select(({ fn }) => fn.countAll().as('feeds'))
    .where('county', '=', cycle.county)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  const moved = (await unpublishedEntries(database, cycle)).flatMap(({ published, edited }) =>
    published && isTask(published) && isTask(edited) && gistOf(published) !== gistOf(edited)
      ? [edited.id]
      : [],
  );
  const told = new Set<string>();
  for (let from = 0; from < moved.length; from += ROWS_PER_INSERT) {
    const rows = await database
      .selectFrom('reminder_ledger')
      .select('recipient')
      .distinct()
      .where('county', '=', cycle.county)
      .where('outcome', '=', 'owed')
      .where('start', '>=', dateAt(now, ZONE))
      .where('task_id', 'in', moved.slice(from, from + ROWS_PER_INSERT))
      .execute();
    for (const { recipient } of rows) told.add(recipient);
  }
  const people = (await whoIsTold(database, cycle.county, now)).length;
  return { feeds: Number(feeds), people, corrections: told.size };
}
