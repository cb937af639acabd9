import ICAL from 'ical.js';
import { addDays, type IsoDate, isIsoDate, isoDate } from '../calendar/iso-date.js';
import { type DayRule, type NthWeekday, neverComes, ruleDays } from './recurrence.js';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A rule with a COUNT is expanded from its first occurrence, which must not be earlier than this. */
const FIRST_COUNTED = isoDate('1900-01-01');

/** Occurrences that began more than this many days before the requested period are not found. */
const LONGEST_DAYS = 400;

/**
 * The starts of the occurrences of a recurring event (RFC 5545 3.8.5) that overlap the requested period: by its rules, with
 * RDATE, without EXDATE, and for an occurrence that has been moved, its original start. Each once, in order. Throws an Error
 * that says what is wrong with a rule.
 */
export function recurrencesOf(event: ICAL.Event, from: IsoDate, to: IsoDate): ICAL.Time[] {
  const { component, startDate } = event;
  const lasts = Math.ceil(Math.abs(event.duration.toSeconds()) / (24 * 60 * 60));
  const earliest = addDays(from, -Math.min(lasts, LONGEST_DAYS));
  const starts = new Map<string | number, ICAL.Time>();
  const add = (time: ICAL.Time) => {
    if (time.isDate === startDate.isDate && !starts.has(keyOf(time))) starts.set(keyOf(time), time);
  };
  for (const rule of valuesOf(component, 'rrule')) {
    if (!(rule instanceof ICAL.Recur)) continue;
    const { until } = rule;
    for (const day of ruleDays(dayRule(rule, startDate), dateOf(startDate), earliest, to)) {
      const time = onDay(startDate, day);
      if (until && (until.isDate ? day > dateOf(until) : time.compare(until) > 0)) break;
      add(time);
    }
  }
  for (const date of valuesOf(component, 'rdate')) {
    const time = date instanceof ICAL.Period ? date.start : date;
    if (time instanceof ICAL.Time && dateOf(time) >= earliest && dateOf(time) <= to) add(time);
  }
  for (const { recurrenceId } of Object.values(event.exceptions)) add(recurrenceId);
  const left = leftOut(component);
  return [...starts.values()]
    .filter((time) => !left.has(keyOf(time)) && !left.has(dateOf(time)))
    .sort((a, b) => a.compare(b));
}

/** What EXDATE excludes: moments, and whole days where it gives a date. */
function leftOut(component: ICAL.Component): ReadonlySet<string | number> {
  const times = valuesOf(component, 'exdate').filter((value) => value instanceof ICAL.Time);
  return new Set(times.map(keyOf));
}

function valuesOf(component: ICAL.Component, name: string): unknown[] {
  return component.getAllProperties(name).flatMap((property) => property.getValues());
}

/** A key of a time: the date of a day, the second of a moment. */
function keyOf(time: ICAL.Time): string | number {
  return time.isDate ? dateOf(time) : time.toUnixTime();
}

function dateOf(time: ICAL.Time): IsoDate {
  const text = time.toString().slice(0, 10);
  if (!isIsoDate(text)) throw new RangeError(`${text} is not a date`);
  return text;
}

/** The time of day on another day. */
function onDay(time: ICAL.Time, date: IsoDate): ICAL.Time {
  const moved = time.clone();
  moved.year = Number(date.slice(0, 4));
  moved.month = Number(date.slice(5, 7));
  moved.day = Number(date.slice(8));
  return moved;
}

function dayRule({ freq, interval, count, wkst, parts }: ICAL.Recur, start: ICAL.Time): DayRule {
  const numbers = (part: keyof typeof parts) => [...new Set((parts[part] ?? []).map(Number))];
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY' && freq !== 'YEARLY')
    throw new Error(`it repeats several times a day (FREQ=${freq})`);
  for (const [part, value] of [
    ['BYHOUR', start.hour],
    ['BYMINUTE', start.minute],
    ['BYSECOND', start.second],
  ] as const) {
    if (numbers(part).some((each) => each !== value))
      throw new Error(`it repeats at a different time of day than it starts (${part})`);
  }
  const rule: DayRule = {
    freq,
    interval,
    count,
    months: numbers('BYMONTH'),
    monthDays: numbers('BYMONTHDAY'),
    yearDays: numbers('BYYEARDAY'),
    weeks: numbers('BYWEEKNO'),
    weekdays: [...new Set((parts.BYDAY ?? []).map(String))].map(nthWeekday),
    positions: numbers('BYSETPOS'),
    // Sunday is 1 for ical.js.
    weekStart: (wkst + 5) % 7,
  };
  if (neverComes(rule)) throw new Error('its rule describes a date that never occurs');
  if (count !== null && dateOf(start) < FIRST_COUNTED)
    throw new Error('it counts its repetitions from before 1900');
  return rule;
}

/** `-1FR` as the last Friday. */
function nthWeekday(text: string): NthWeekday {
  const [, nth = '', name = ''] = /^([+-]?\d*)(\w\w)$/.exec(text.toUpperCase()) ?? [];
  return { nth: nth === '' ? 0 : Number(nth), weekday: WEEKDAYS.indexOf(name) };
}
