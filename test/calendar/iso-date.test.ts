import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateAt,
  dateOf,
  daysBetween,
  instant,
  isIsoDate,
  isoDate,
  isoWeekOf,
  WEEKDAYS,
  weekdayOf,
} from '../../src/calendar/iso-date.js';

const anyDate = fc.integer({ min: 0, max: 36_890 }).map((days) => addDays(isoDate('2000-01-01'), days));

describe('a date', () => {
  it.each([
    '2026-02-30',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
    'today',
    '2025-02-29',
  ])('is not written %j', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => isoDate(text)).toThrow(RangeError);
  });

  it('knows leap years', () => {
    expect(dateOf(2028, 2, 29)).toBe('2028-02-29');
    expect(dateOf(2027, 2, 29)).toBeUndefined();
    expect(dateOf(2100, 2, 29)).toBeUndefined();
    expect(addDays(isoDate('2028-02-28'), 1)).toBe('2028-02-29');
  });

  it('moves by days and back over any change of the clock', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const moved = addDays(date, days);
        expect(addDays(moved, -days)).toBe(date);
        expect(daysBetween(date, moved)).toBe(days);
      }),
    );
  });

  it('has the weekday, week and neighbours that luxon gives it, in any year from 1 to 9999', () => {
    const anyDay = fc.integer({ min: 0, max: 3_652_058 }).map((days) => DateTime.utc(1, 1, 1).plus({ days }));
    const textOf = (moment: DateTime) => isoDate(moment.toISODate() ?? '');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (moment, days) => {
        const date = textOf(moment);
        expect(weekdayOf(date)).toBe(WEEKDAYS[moment.weekday - 1]);
        expect(isoWeekOf(date)).toEqual({ weekYear: moment.weekYear, week: moment.weekNumber });
        const moved = moment.plus({ days });
        if (moved.year >= 1 && moved.year <= 9999) expect(addDays(date, days)).toBe(textOf(moved));
      }),
      { numRuns: 2000 },
    );
  });

  it('lies in the ISO week of its Thursday, week 53 too', () => {
    expect(isoWeekOf(isoDate('2026-12-31'))).toEqual({ weekYear: 2026, week: 53 });
    expect(isoWeekOf(isoDate('2027-01-03'))).toEqual({ weekYear: 2026, week: 53 });
    expect(isoWeekOf(isoDate('2027-01-04'))).toEqual({ weekYear: 2027, week: 1 });
    expect(isoWeekOf(isoDate('2024-12-30'))).toEqual({ weekYear: 2025, week: 1 });
  });

  it('is a Sunday on 1 March 2026 and on 1 February 2026', () => {
    expect(weekdayOf(isoDate('2026-03-01'))).toBe('sun');
    expect(weekdayOf(isoDate('2026-02-01'))).toBe('sun');
  });
});

describe('the date of an instant in Europe/Oslo', () => {
  it.each([
    ['2026-03-28T23:30:00Z', '2026-03-29', 'winter time is an hour ahead of UTC'],
    ['2026-03-29T22:30:00Z', '2026-03-30', 'summer time, from that morning, is two'],
    ['2026-10-24T22:30:00Z', '2026-10-25', 'still summer time'],
    ['2026-10-25T22:30:00Z', '2026-10-25', 'winter time again'],
  ])('%s is %s: %s', (moment, date) => {
    expect(dateAt(instant(moment), 'Europe/Oslo')).toBe(date);
  });
});
