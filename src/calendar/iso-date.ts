import { DateTime } from 'luxon';
import { dateOfDayNumber, dayNumber, weekdayOfDayNumber } from './day-number.js';

declare const isoDateBrand: unique symbol;

/** A calendar date without time or zone, written `YYYY-MM-DD`. Compares as text. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

/** An instant in UTC, written `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type Instant = string & { readonly [instantBrand]: true };
declare const instantBrand: unique symbol;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

export interface IsoWeek {
  /** The year the week belongs to, which in late December and early January may differ from the date's. */
  readonly weekYear: number;
  readonly week: number;
}

/** Whether the text is an existing calendar date written `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  // A day or month that does not exist has the day number of another date.
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOfDayNumber(dayNumber(text)) === text;
}

/** Parses `YYYY-MM-DD`; throws RangeError for anything else, such as 2026-02-30. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

/** The date of a year, month (1–12) and day; undefined when it does not exist (30 February). */
export function dateOf(year: number, month: number, day: number): IsoDate | undefined {
  const padded = (value: number, length: number) => String(value).padStart(length, '0');
  const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return isIsoDate(text) ? text : undefined;
}

/** The instant of a text such as `2026-11-24T07:00:00Z`; throws RangeError for anything else. */
export function instant(text: string): Instant {
  const parsed = DateTime.fromISO(text, { setZone: true });
  if (!parsed.isValid || !/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) throw new RangeError(`not an instant: ${text}`);
  return parsed.toUTC().toISO() as Instant;
}

/** Midnight UTC that begins the date. */
export function startOfDayUtc(date: IsoDate): Instant {
  return `${date}T00:00:00.000Z` as Instant;
}

/** The date that people in the zone have at the instant. */
export function dateAt(moment: Instant, zone: string): IsoDate {
  return DateTime.fromISO(moment, { zone }).toISODate() as IsoDate;
}

/** The time of day `HH:MM` that people in the zone have at the instant. */
export function timeAt(moment: Instant, zone: string): string {
  return DateTime.fromISO(moment, { zone }).toFormat('HH:mm');
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days) as IsoDate;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(date: IsoDate): Weekday {
  return WEEKDAYS[weekdayOfDayNumber(dayNumber(date))] as Weekday;
}

/** ISO 8601 week: weeks begin on Monday, week 1 holds the year's first Thursday. */
export function isoWeekOf(date: IsoDate): IsoWeek {
  const number = dayNumber(date);
  const thursday = number - weekdayOfDayNumber(number) + 3;
  const weekYear = Number(dateOfDayNumber(thursday).slice(0, 4));
  return {
    weekYear,
    week: Math.floor((thursday - dayNumber(`${String(weekYear).padStart(4, '0')}-01-01`)) / 7) + 1,
  };
}

export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7));
}
