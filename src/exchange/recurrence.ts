import { dateOfDayNumber, dayNumber, weekdayOfDayNumber } from '../calendar/day-number.js';
import type { IsoDate } from '../calendar/iso-date.js';

/** A weekday in its month or year: the first (1) or last (-1); each of them when 0. A weekday is 0 for Monday. */
export interface NthWeekday {
  readonly nth: number;
  readonly weekday: number;
}

/** A rule of days (RFC 5545 3.3.10): of days only, since what repeats within a day is no plan for a year. */
export interface DayRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  readonly weekdays: readonly NthWeekday[];
  readonly positions: readonly number[];
  /** The weekday that weeks begin on. */
  readonly weekStart: number;
}

/** A day and what rules ask of it. */
interface Day {
  readonly number: number;
  readonly year: number;
  readonly month: number;
  readonly monthDay: number;
  readonly weekday: number;
}

/** Days in the row of all days, the first and the last. */
type Span = readonly [first: number, last: number];

/**
 * The days of a rule that begins on `start`, from one day to another. Each day of the rule's periods is tested once, so that
 * a rule without occurrences costs no more than one that matches every day. A rule with a count is expanded from its start,
 * any other from the period that contains `from`.
 */
export function* ruleDays(rule: DayRule, start: IsoDate, from: IsoDate, to: IsoDate): Generator<IsoDate> {
  const [begin, last] = [dayOf(dayNumber(start)), dayNumber(to)];
  const suits = conditionsOf(rule, begin);
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let period = firstPeriod(rule, begin, dayNumber(from)); left > 0; period += rule.interval) {
    const span = spanOf(rule, begin, period);
    if (span[0] > last) return;
    const days = Array.from({ length: span[1] - span[0] + 1 }, (_, offset) => dayOf(span[0] + offset));
    for (const { number } of atPositions(days.filter(suits), rule.positions)) {
      if (number < begin.number) continue;
      if (number > last || left === 0) return;
      left -= 1;
      if (number >= dayNumber(from)) yield dateOfDayNumber(number) as IsoDate;
    }
  }
}

/** Whether the rule asks for a day that no year has, such as 30 February. */
export function neverComes({ months, monthDays, yearDays }: DayRule): boolean {
  // A leap year and a common year together contain every possible day.
  const [first, last] = [dayNumber('2023-01-01'), dayNumber('2024-12-31')];
  for (let number = first; number <= last; number += 1) {
    const day = dayOf(number);
    if (isIn(months, day.month) && isMonthDay(monthDays, day) && isYearDay(yearDays, day)) return false;
  }
  return true;
}

function dayOf(number: number): Day {
  const date = dateOfDayNumber(number);
  return {
    number,
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    monthDay: Number(date.slice(8, 10)),
    weekday: weekdayOfDayNumber(number),
  };
}

/** How many periods after the first the one is that a day is in, down to one that the rule takes. */
function firstPeriod({ freq, interval, count, weekStart }: DayRule, begin: Day, from: number): number {
  if (count !== null || from <= begin.number) return 0;
  const day = dayOf(from);
  const months = (day.year - begin.year) * 12 + day.month - begin.month;
  const weeks = Math.floor((from - beginOfWeek(begin.number, weekStart)) / 7);
  const passed = {
    DAILY: from - begin.number,
    WEEKLY: weeks,
    MONTHLY: months,
    YEARLY: day.year - begin.year,
  };
  return Math.floor(passed[freq] / interval) * interval;
}

function spanOf({ freq, weekStart }: DayRule, begin: Day, period: number): Span {
  if (freq === 'DAILY') return [begin.number + period, begin.number + period];
  if (freq === 'WEEKLY') {
    const first = beginOfWeek(begin.number, weekStart) + period * 7;
    return [first, first + 6];
  }
  if (freq === 'YEARLY')
    return [firstOfMonth(begin.year + period, 1), firstOfMonth(begin.year + period, 13) - 1];
  const month = begin.month + period;
  return [firstOfMonth(begin.year, month), firstOfMonth(begin.year, month + 1) - 1];
}

/** The first day of a month; months go on after 12 in the next year. */
function firstOfMonth(year: number, month: number): number {
  const months = year * 12 + month - 1;
  return dayNumber(
    `${String(Math.min(Math.floor(months / 12), 9999)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`,
  );
}

function beginOfWeek(number: number, weekStart: number): number {
  return number - ((weekdayOfDayNumber(number) - weekStart + 7) % 7);
}

/** The conditions on a day; parts that the rule leaves out are taken from its first day (RFC 5545 3.3.10). */
function conditionsOf(rule: DayRule, begin: Day): (day: Day) => boolean {
  const { freq, months, monthDays, yearDays, weeks, weekdays, weekStart } = rule;
  const saysDay = monthDays.length + yearDays.length + weekdays.length > 0;
  const ofYear = freq === 'YEARLY' && !saysDay && weeks.length === 0;
  const month = ofYear && months.length === 0 ? [begin.month] : months;
  const monthDay = (freq === 'MONTHLY' && !saysDay) || ofYear ? [begin.monthDay] : monthDays;
  const inWeek = freq === 'WEEKLY' || (freq === 'YEARLY' && weeks.length > 0);
  const weekday = inWeek && !saysDay ? [{ nth: 0, weekday: begin.weekday }] : weekdays;
  const span = freq === 'YEARLY' && months.length === 0 ? spanOfYear : spanOfMonth;
  const countsWeekdays = freq === 'MONTHLY' || freq === 'YEARLY';
  return (day) =>
    isIn(month, day.month) &&
    isMonthDay(monthDay, day) &&
    isYearDay(yearDays, day) &&
    isWeek(weeks, day, weekStart) &&
    (weekday.length === 0 ||
      weekday.some(
        (each) =>
          each.weekday === day.weekday &&
          (each.nth === 0 || !countsWeekdays || isNth(each.nth, day.number, span(day))),
      ));
}

const spanOfYear = ({ year }: Day): Span => [firstOfMonth(year, 1), firstOfMonth(year, 13) - 1];
const spanOfMonth = ({ year, month }: Day): Span => [
  firstOfMonth(year, month),
  firstOfMonth(year, month + 1) - 1,
];

function isIn(asked: readonly number[], value: number): boolean {
  return asked.length === 0 || asked.includes(value);
}

/** Whether a place in a row is asked for, from its beginning (1) or from its end (-1). */
function isPlace(asked: readonly number[], number: number, [first, last]: Span): boolean {
  return asked.includes(number - first + 1) || asked.includes(number - last - 1);
}

function isMonthDay(asked: readonly number[], day: Day): boolean {
  return asked.length === 0 || isPlace(asked, day.number, spanOfMonth(day));
}

function isYearDay(asked: readonly number[], day: Day): boolean {
  return asked.length === 0 || isPlace(asked, day.number, spanOfYear(day));
}

/** Week 1 is the first with at least four days in the year. */
function isWeek(asked: readonly number[], day: Day, weekStart: number): boolean {
  if (asked.length === 0) return true;
  const firstWeek = (year: number) => beginOfWeek(firstOfMonth(year, 1) + 3, weekStart);
  const week = Math.floor((day.number - firstWeek(day.year)) / 7) + 1;
  const weeks = Math.round((firstWeek(day.year + 1) - firstWeek(day.year)) / 7);
  return asked.includes(week) || asked.includes(week - weeks - 1);
}

function isNth(nth: number, number: number, [first, last]: Span): boolean {
  return nth > 0
    ? Math.floor((number - first) / 7) === nth - 1
    : Math.floor((last - number) / 7) === -nth - 1;
}

function atPositions(days: readonly Day[], positions: readonly number[]): readonly Day[] {
  if (positions.length === 0) return days;
  return days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length));
}
