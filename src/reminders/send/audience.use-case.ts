import { dateAt, type Instant } from '../../calendar/iso-date.js';
import { ZONE } from '../../calendar/zone.js';
import type { Cycle } from '../../cycle/cycle.js';
import { unpublishedEntries } from '../../cycle/task.store.js';
import type { Database } from '../../database/database.js';
import { isTask } from '../../task/entry.js';
import { gistOf } from '../plan/gist.js';
import { announcementRecipients } from './announcement-run.use-case.js';
import { countFeeds, recipientsReminded } from './audience.store.js';

/** Whom a publication of a cycle reaches: numbers of feeds, people, and recipients of a correction. */
export interface Audience {
  readonly feeds: number;
  readonly people: number;
  readonly corrections: number;
}

/** Counts whom a publication of the cycle as edited would reach now. */
export async function audienceOf(database: Database, cycle: Cycle, now: Instant): Promise<Audience> {
  const { county } = cycle;
  const moved = (await unpublishedEntries(database, cycle)).flatMap(({ published, edited }) =>
    published && isTask(published) && isTask(edited) && gistOf(published) !== gistOf(edited)
      ? [edited.id]
      : [],
  );
  return {
    feeds: await countFeeds(database, county),
    people: (await announcementRecipients(database, county, now)).length,
    corrections: (await recipientsReminded(database, county, { taskIds: moved, from: dateAt(now, ZONE) }))
      .size,
  };
}
