import { type Instant, instant } from '../calendar/iso-date.js';
import { countyOfCycle } from '../cycle/cycle-id.js';
import type { Database } from '../database/database.js';
import type { Task } from '../task/task.js';
import type { Looking } from './presence.js';
import { FORGOTTEN_AFTER_MS } from './presence-times.js';

/** Whose browser says that it looks at a task, and in which of its windows. */
export interface Looker {
  readonly userId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly window: string;
}

/** The moment from which on a word counts. */
export function countsFrom(now: Instant): Instant {
  return instant(new Date(Date.parse(now) - FORGOTTEN_AFTER_MS).toISOString());
}

/** Forgets who has not said for a while that they are looking. Index: presence_by_time. */
export async function forgetPresence(database: Database, now: Instant): Promise<void> {
  await database.deleteFrom('presence').where('seen_at', '<', countsFrom(now)).execute();
}

/** Writes that somebody looks at a task, and forgets who has not said so for a while. Index: primary key. */
export async function writePresence(
  database: Database,
  { id, cycleId }: Pick<Task, 'id' | 'cycleId'>,
  { userId, personId, name, window }: Looker,
  now: Instant,
): Promise<void> {
  await forgetPresence(database, now);
  await database
    .insertInto('presence')
    .values({
      county: countyOfCycle(cycleId),
      cycle_id: cycleId,
      task_id: id,
      user_id: userId,
      browser_window: window,
      person_id: personId,
      name,
      seen_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['county', 'cycle_id', 'task_id', 'user_id', 'browser_window'])
        .doUpdateSet({ seen_at: now, name }),
    )
    .execute();
}

/** Forgets at once that a window looks at a task. Index: primary key. */
export async function removePresence(
  database: Database,
  { id, cycleId }: Pick<Task, 'id' | 'cycleId'>,
  { userId, window }: Pick<Looker, 'userId' | 'window'>,
): Promise<void> {
  await database
    .deleteFrom('presence')
    .where('county', '=', countyOfCycle(cycleId))
    .where('cycle_id', '=', cycleId)
    .where('task_id', '=', id)
    .where('user_id', '=', userId)
    .where('browser_window', '=', window)
    .execute();
}

/** Who is looking at a task. Index: primary key. */
export async function lookingAt(
  database: Database,
  { id, cycleId }: Pick<Task, 'id' | 'cycleId'>,
  now: Instant,
): Promise<Looking[]> {
  return database
    .selectFrom('presence')
    .select(['task_id as taskId', 'name', 'user_id as userId'])
    .where('county', '=', countyOfCycle(cycleId))
    .where('cycle_id', '=', cycleId)
    .where('task_id', '=', id)
    .where('seen_at', '>=', countsFrom(now))
    .execute();
}
