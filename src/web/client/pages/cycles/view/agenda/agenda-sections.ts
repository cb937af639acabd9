import { addDays, type IsoDate, isoWeekOf } from '../../../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { firstDayOf, isWithin, monthOfDate, monthsOf } from '../../../../data/cycle/months.js';
import type { ChosenTime } from '../any-view/chosen-time.js';
import type { SchoolYearSpan } from '../any-view/zoom.js';

/** A part of the list under a heading: a month, or of it today, what comes after today, or what is left from a chosen day on. */
export interface AgendaSection {
  readonly kind: 'month' | 'today' | 'rest' | 'day';
  /** The first day, of which the heading speaks. */
  readonly from: IsoDate;
  readonly weeks: readonly AgendaWeek[];
}

/** The tasks of a section that begin in the same ISO week. */
export interface AgendaWeek {
  readonly week: number;
  readonly tasks: readonly TaskView[];
}

interface Times {
  readonly schoolYear: SchoolYearSpan;
  readonly today: IsoDate;
  readonly chosen: ChosenTime;
}

/** Where the list begins when it opens: at the chosen month or day, else at today, else at the school year's first day. */
export function beginningOf({ schoolYear, today, chosen }: Times): IsoDate {
  const isThisYear = isWithin(today, schoolYear);
  if (chosen?.kind === 'day') return chosen.date;
  // Of the month that goes on, what comes is looked for.
  if (chosen && !(isThisYear && chosen.month === monthOfDate(today))) return firstDayOf(chosen.month);
  return isThisYear ? today : schoolYear.from;
}

/**
 * The tasks, which are by their start, in sections: one for each month, cut around today and where the list begins. Left out
 * are sections without tasks, except today's and the chosen one.
 */
export function sectionsOf(
  tasks: readonly TaskView[],
  { schoolYear, today, chosen, begin }: Times & { readonly begin: IsoDate },
): AgendaSection[] {
  const kept = new Set<IsoDate>();
  if (isWithin(today, schoolYear)) kept.add(today);
  if (chosen) kept.add(chosen.kind === 'day' ? chosen.date : firstDayOf(chosen.month));
  const tomorrow = addDays(today, 1);
  const after = isWithin(tomorrow, schoolYear) ? [tomorrow] : [];
  const starts = [...new Set([...monthsOf(schoolYear).map(firstDayOf), begin, ...after, ...kept])].sort();
  return starts
    .map((from, index): AgendaSection => {
      const next = starts[index + 1];
      const those = tasks.filter(
        ({ start }) => (index === 0 || start >= from) && (next === undefined || start < next),
      );
      return { kind: kindOf(from, { today, chosen }), from, weeks: byWeek(those) };
    })
    .filter(({ from, weeks }) => weeks.length > 0 || kept.has(from));
}

/** How many tasks a month has, by its name. */
export function countsByMonth(tasks: readonly TaskView[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { start } of tasks) {
    const month = monthOfDate(start);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}

function kindOf(from: IsoDate, { today, chosen }: Pick<Times, 'today' | 'chosen'>): AgendaSection['kind'] {
  if (from === today) return 'today';
  if (from === firstDayOf(monthOfDate(from))) return 'month';
  if (chosen?.kind === 'day' && chosen.date === from) return 'day';
  return from === addDays(today, 1) ? 'rest' : 'day';
}

function byWeek(tasks: readonly TaskView[]): AgendaWeek[] {
  const weeks: { week: number; tasks: TaskView[] }[] = [];
  for (const task of tasks) {
    const { week } = isoWeekOf(task.start);
    const last = weeks.at(-1);
    if (last?.week === week) last.tasks.push(task);
    else weeks.push({ week, tasks: [task] });
  }
  return weeks;
}
