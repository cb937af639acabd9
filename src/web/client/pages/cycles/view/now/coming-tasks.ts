import { addDays, type IsoDate, isoWeekOf } from '../../../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import type { Span } from '../../../../data/cycle/months.js';
import { mondayOf } from '../../../../task/filter/time-words.js';

/** A week with what happens in it. */
export interface ComingWeek extends Span {
  /** Its ISO number. */
  readonly week: number;
  readonly tasks: readonly TaskView[];
}

/** How many weeks are shown after this one. */
const NEXT_WEEKS = 4;

/**
 * This week and the four after it, each with the tasks that begin in it, and those that end in it without having begun in a
 * week shown before it. What only goes on meanwhile is in none. The tasks are by date, and so are those of each week.
 */
export function comingWeeks(tasks: readonly TaskView[], today: IsoDate): readonly ComingWeek[] {
  const monday = mondayOf(today);
  return Array.from({ length: 1 + NEXT_WEEKS }, (_, index) => {
    const from = addDays(monday, 7 * index);
    const to = addDays(from, 6);
    const happens = ({ start, end }: TaskView) =>
      (start >= from && start <= to) || (start < monday && end >= from && end <= to);
    return { from, to, week: isoWeekOf(from).week, tasks: tasks.filter(happens) };
  });
}
