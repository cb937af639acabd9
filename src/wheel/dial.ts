import { type CalendarDay, calendarDays } from '../calendar/calendar-days.js';
import { dayNumber } from '../calendar/day-number.js';
import type { IsoDate } from '../calendar/iso-date.js';

/** Days laid around a clock. Angles are degrees clockwise from the top. */
export interface Dial {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The days shown. */
  readonly days: number;
  /** The angle at which the first day begins. */
  readonly start: number;
  /** The angle from the beginning of the first day to the end of the last. */
  readonly span: number;
  /** Whether the last day meets the first. */
  readonly isClosed: boolean;
}

/**
 * The dial of some days of a school year. The whole year is a circle with 1 August at the top. Fewer days are a fan:
 * wider than they are on the clock, and about the same middle, so that every date stays near its place.
 */
export function dialOf(year: { from: IsoDate; to: IsoDate }, range: { from: IsoDate; to: IsoDate }): Dial {
  const from = clamp(range.from, year.from, year.to);
  const to = clamp(range.to, from, year.to);
  const yearDays = dayNumber(year.to) - dayNumber(year.from) + 1;
  const first = dayNumber(from) - dayNumber(year.from);
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days === yearDays) return { from, to, days, start: 0, span: 360, isClosed: true };
  const onTheClock = (360 * days) / yearDays;
  const span = Math.min(MOST_OF_A_FAN, Math.max(onTheClock, LEAST_OF_A_FAN + 0.7 * onTheClock));
  const middle = (360 * (first + days / 2)) / yearDays;
  return { from, to, days, start: middle - span / 2, span, isClosed: false };
}

/** A fan never closes, or its last day would pass for the eve of its first. */
const MOST_OF_A_FAN = 330;
const LEAST_OF_A_FAN = 56;

function clamp(date: IsoDate, from: IsoDate, to: IsoDate): IsoDate {
  if (date < from) return from;
  return date > to ? to : date;
}

/** Whether any day of a period is on the dial. */
export function isOnDial(dial: Dial, start: IsoDate, end: IsoDate): boolean {
  return start <= dial.to && end >= dial.from;
}

/** The angle at which a date begins; dates outside the dial count as its nearest day. */
export function angleOfStart(dial: Dial, date: IsoDate): number {
  const offset = dayNumber(clamp(date, dial.from, dial.to)) - dayNumber(dial.from);
  return dial.start + (dial.span * offset) / dial.days;
}

/** The angle of a date's noon. */
export function angleOfNoon(dial: Dial, date: IsoDate): number {
  return angleOfStart(dial, date) + dial.span / dial.days / 2;
}

/** The angle at which a date ends. */
export function angleOfEnd(dial: Dial, date: IsoDate): number {
  return angleOfStart(dial, date) + dial.span / dial.days;
}

/** The days of the dial in order, each with its weekday and week. */
export function daysOnDial({ from, days }: Dial): readonly CalendarDay[] {
  const startYear = Number(from.slice(0, 4)) - (from.slice(5) < '08-01' ? 1 : 0);
  const year = calendarDays(startYear);
  const first = dayNumber(from) - dayNumber((year[0] as CalendarDay).date);
  return year.slice(first, first + days);
}
