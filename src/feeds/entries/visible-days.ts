import { dayNumber } from '../../calendar/day-number.js';
import { dateAt } from '../../calendar/iso-date.js';
import type { TaskFilter } from '../../task/filter/task-filter.js';
import type { SeenTask } from '../../task/unit-view.js';
import { isCancelled } from './calendar-entry.js';

/** How long after its last day a task stays in a feed: twelve months, a leap year’s too. */
const BACK_DAYS = 366;

/** How long before its first day a task enters a feed: eighteen months at least. */
const AHEAD_DAYS = 550;

/** How long a cancelled task stays in a feed (ICAL.md I8). */
const CANCELLED_DAYS = 60;

/** The days, by UTC and as numbers, on which a feed shows a task; null where there is no first or last one. */
export interface VisibleDays {
  readonly first: number | null;
  readonly last: number | null;
}

/** The days on which a feed shows a task that its filter selects; a day that the filter names replaces that end of the window. */
export function visibleDays(
  { task, changedAt }: SeenTask,
  { from, to }: Pick<TaskFilter, 'from' | 'to'>,
): VisibleDays {
  const past = from === undefined ? dayNumber(task.end) + BACK_DAYS : null;
  const gone = isCancelled(task) ? dayNumber(dateAt(changedAt, 'UTC')) + CANCELLED_DAYS : null;
  return {
    first: to === undefined ? dayNumber(task.start) - AHEAD_DAYS : null,
    last: past !== null && gone !== null && gone < past ? gone : (past ?? gone),
  };
}

/** Whether a day is one of them. */
export function isVisibleOn({ first, last }: VisibleDays, day: number): boolean {
  return (first === null || first <= day) && (last === null || day <= last);
}

/** The next day after a day on which it is different; null when it stays as it is. */
export function nextChange({ first, last }: VisibleDays, day: number): number | null {
  if (first !== null && day < first) return last !== null && last < first ? null : first;
  return last !== null && day <= last ? last + 1 : null;
}
