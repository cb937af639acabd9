import { daysBetween, type IsoDate } from '../../calendar/iso-date.js';
import type { Task } from '../../task/task.js';
import type { SeenTask } from '../../task/unit-view.js';

/** The most days of an all-day entry that calendars show without covering everything below it: a week of school days. */
export const LONGEST_BAR_DAYS = 5;

/** Which days of a task an entry stands on. */
export type EntryPart = 'whole' | 'first-day' | 'last-day';

/** One entry of a calendar: a task on all its days, or on the day on which it begins or ends. */
export interface CalendarEntry extends SeenTask {
  readonly part: EntryPart;
}

/** A task as one entry, on all its days. */
export function wholeEntry(seen: SeenTask): CalendarEntry {
  return { ...seen, part: 'whole' };
}

/** How a feed makes entries of tasks. */
export interface EntryLook {
  /** Whether a long period is one bar over all its days. */
  readonly bars: boolean;
  /** What each SEQUENCE is raised by. */
  readonly sequence: number;
}

/**
 * The entries of a task: one, or for a period of more than LONGEST_BAR_DAYS days its first and its last day, unless long
 * periods are bars.
 */
export function entriesOf(seen: SeenTask, { bars, sequence }: EntryLook): CalendarEntry[] {
  const { start, end } = seen.task;
  const entryOf = (part: EntryPart) => ({ ...seen, sequence: seen.sequence + sequence, part });
  if (bars || daysBetween(start, end) < LONGEST_BAR_DAYS) return [entryOf('whole')];
  return [entryOf('first-day'), entryOf('last-day')];
}

/** The first and last day that an entry stands on. */
export function daysOf({ task: { start, end }, part }: CalendarEntry): { start: IsoDate; end: IsoDate } {
  switch (part) {
    case 'whole':
      return { start, end };
    case 'first-day':
      return { start, end: start };
    case 'last-day':
      return { start: end, end };
    default:
      return part satisfies never;
  }
}

/** The UID of a task (RFC 7986 5.3): the same in every feed, over every change. */
export function uidOf(task: Pick<Task, 'id'>): string {
  return `${task.id}@arshjul`;
}

/** The UID of the last day of a long period, at a domain of its own: no other task’s can equal it, whatever their ids. */
function lastDayUid(task: Pick<Task, 'id'>): string {
  return `${task.id}@end.arshjul`;
}

/** The UID of an entry. A bar and the first day of the same task have the same one, so that one becomes the other. */
export function entryUid({ task, part }: CalendarEntry): string {
  return part === 'last-day' ? lastDayUid(task) : uidOf(task);
}

/** Every UID that a task has in feeds. */
export function uidsOf(task: Pick<Task, 'id'>): readonly string[] {
  return [uidOf(task), lastDayUid(task)];
}

/** Whether a task goes out as cancelled: it has been, or has been taken out of the cycle. */
export function isCancelled({ status, deleted }: Pick<Task, 'status' | 'deleted'>): boolean {
  return status === 'cancelled' || deleted;
}

/** The order of a calendar (ICAL.md I17). */
export function byStartThenUid(a: CalendarEntry, b: CalendarEntry): number {
  const from = daysOf(a).start;
  const to = daysOf(b).start;
  if (from !== to) return from < to ? -1 : 1;
  return entryUid(a) < entryUid(b) ? -1 : 1;
}
