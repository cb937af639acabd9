import {
  addDays,
  type IsoDate,
  type IsoWeek,
  isoWeekOf,
  WEEKDAYS,
  weekdayOf,
} from '../../../../../../calendar/iso-date.js';
import {
  firstDayOf,
  isWithin,
  lastDayOf,
  monthOfDate,
  monthsOf,
  type Span,
} from '../../../../data/cycle/months.js';

/** A week as a row of a month. */
export interface MonthWeek extends IsoWeek {
  /** Monday to Sunday; some may belong to the adjacent months. */
  readonly days: readonly IsoDate[];
}

/** The month of today; the school year's first when today is outside it. */
export function presentMonth(schoolYear: Span, today: IsoDate): string {
  return monthOfDate(isWithin(today, schoolYear) ? today : schoolYear.from);
}

/** The next or previous month; undefined outside the school year. */
export function monthAside(month: string, direction: 1 | -1, schoolYear: Span): string | undefined {
  const months = monthsOf(schoolYear);
  return months[months.indexOf(month) + direction];
}

/** The weeks that a month has days in. */
export function weeksOf(month: string): MonthWeek[] {
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  const weeks: MonthWeek[] = [];
  for (
    let monday = addDays(first, -WEEKDAYS.indexOf(weekdayOf(first)));
    monday <= last;
    monday = addDays(monday, 7)
  )
    weeks.push({ ...isoWeekOf(monday), days: WEEKDAYS.map((_, index) => addDays(monday, index)) });
  return weeks;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 };

/** The day of the month that a key moves to; undefined for other keys. */
export function dayAfterKey(date: IsoDate, key: string): IsoDate | undefined {
  const month = monthOfDate(date);
  if (key === 'Home') return firstDayOf(month);
  if (key === 'End') return lastDayOf(month);
  const step = STEPS[key];
  const next = step === undefined ? undefined : addDays(date, step);
  return next !== undefined && monthOfDate(next) === month ? next : undefined;
}
