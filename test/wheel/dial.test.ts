import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/calendar/iso-date.js';
import { angleOfEnd, angleOfNoon, angleOfStart, dialOf } from '../../src/wheel/dial.js';

const anyYear = fc
  .integer({ min: 2000, max: 2099 })
  .map((year) => ({ from: isoDate(`${year}-08-01`), to: isoDate(`${year + 1}-07-31`) }));

/** A year, some days of it in a row, and one of them. */
const anyRange = fc.tuple(anyYear, fc.nat(364), fc.nat(364), fc.nat(1000)).map(([year, a, b, c]) => {
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  const range = { from: addDays(year.from, first), to: addDays(year.from, last) };
  return { year, range, date: addDays(range.from, c % (last - first + 1)) };
});

describe('a dial', () => {
  it('has August at the top and goes clockwise', () => {
    const year = { from: isoDate('2026-08-01'), to: isoDate('2027-07-31') };
    const dial = dialOf(year, year);
    expect(angleOfStart(dial, year.from)).toBe(0);
    expect(angleOfNoon(dial, isoDate('2026-11-01'))).toBeCloseTo(91, 0);
    expect(angleOfEnd(dial, year.to)).toBe(360);
  });

  it('gives each day as much of its span as any other, one after the other', () => {
    fc.assert(
      fc.property(anyRange, ({ year, range, date }) => {
        const dial = dialOf(year, range);
        const [start, end] = [angleOfStart(dial, date), angleOfEnd(dial, date)];
        expect(end - start).toBeCloseTo(dial.span / dial.days, 9);
        expect(angleOfNoon(dial, date)).toBeCloseTo((start + end) / 2, 9);
        if (date < range.to) expect(angleOfStart(dial, addDays(date, 1))).toBeCloseTo(end, 9);
        expect(angleOfStart(dial, range.from)).toBeCloseTo(dial.start, 9);
        expect(angleOfEnd(dial, range.to)).toBeCloseTo(dial.start + dial.span, 9);
      }),
    );
  });

  it('keeps every date near its place on the clock when it opens to a fan, and the middle exactly there', () => {
    fc.assert(
      fc.property(anyRange, ({ year, range, date }) => {
        const clock = dialOf(year, year);
        const fan = dialOf(year, range);
        expect(Math.abs(angleOfNoon(fan, date) - angleOfNoon(clock, date))).toBeLessThanOrEqual(40);
        if (fan.isClosed) return;
        const middle = (angleOfStart(clock, range.from) + angleOfEnd(clock, range.to)) / 2;
        expect(fan.start + fan.span / 2).toBeCloseTo(middle, 9);
      }),
    );
  });
});
