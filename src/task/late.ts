import { dateAt, type Instant, type IsoDate } from '../calendar/iso-date.js';
import { ZONE } from '../calendar/zone.js';
import { isOpen, type Task } from './task.js';

/**
 * The first day on which a deadline that ends can become late for a unit: the day, in Oslo, on which its first person came
 * or the cycle was first published, whichever is later. What was past by then is late for nobody. Null while nobody has come
 * or nothing is published: then nothing can be late.
 */
export function lateSince(joinedAt: Instant | null, firstPublishedAt: Instant | null): IsoDate | null {
  if (joinedAt === null || firstPublishedAt === null) return null;
  const joined = dateAt(joinedAt, ZONE);
  const published = dateAt(firstPublishedAt, ZONE);
  if (published < joined) return joined;
  return published;
}

/**
 * Whether a task, with a unit's own date and status, is late for that unit on a day: a deadline that is still open, whose
 * last day is over and was not yet over on the day `since`, which lateSince gives. A meeting or an activity that is over is
 * past, never late.
 *
 * The one definition of late: lists, overviews and reminders use it. What is late by more than some days is late already
 * that many days before: `isLate(task, addDays(today, -14), since)`.
 */
export function isLate(
  task: Pick<Task, 'kind' | 'end' | 'status' | 'deleted'>,
  today: IsoDate,
  since: IsoDate | null,
): boolean {
  return since !== null && task.kind === 'deadline' && isOpen(task) && since <= task.end && task.end < today;
}
