import { type Instant, instant } from '../calendar/iso-date.js';
import { countyOfCycle } from '../cycle/cycle-id.js';
import type { Database } from '../database/database.js';
import type { Task } from '../task/task.js';
import type { Viewing } from './presence.js';
import { PRESENCE_EXPIRES_AFTER_MS } from './presence-times.js';

/** Whose browser reports that it shows a task, and in which of its windows. */
export interface Viewer {
  readonly userId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly window: string;
}

/** The moment from which on a report still counts. */
export function countsFrom(now: Instant): Instant {
  return instant(new Date(Date.parse(now) - PRESENCE_EXPIRES_AFTER_MS).toISOString());
}

/** Deletes reports that no longer count. Index: presence_by_time. */
export async function deleteExpiredPresence(database: Database, now: Instant): Promise<void> {
  await database.deleteFrom('presence').where('seen_at', '<', countsFrom(now)).execute();
}

/** Records that somebody is viewing a task, and deletes reports that no longer count. Index: primary key. */
export async function writePresence(
  database: Database,
  { id, cycleId }: Pick<Task, 'id' | 'cycleId'>,
  { userId, personId, name, window }: Viewer,
  now: Instant,
): Promise<void> {
  await deleteExpiredPresence(database, now);
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

/** Deletes the report that a window shows a task. Index: primary key. */
export async function removePresence(
  database: Database,
  { id, cycleId }: Pick<Task, 'id' | 'cycleId'>,
  { userId, window }: Pick<Viewer, 'userId' | 'window'>,
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

/** Who is viewing a task. Index: primary key. */
export async function viewersOf(
  database: Database,
  { id, cycleId }: Pick<Task, 'id' | 'cycleId'>,
  now: Instant,
): Promise<Viewing[]> {
  return database
    .selectFrom('presence')
    .select(['task_id as taskId', 'name', 'user_id as userId'])
    .where('county', '=', countyOfCycle(cycleId))
    .where('cycle_id', '=', cycleId)
    .where('task_id', '=', id)
    .where('seen_at', '>=', countsFrom(now))
    .execute();
}
