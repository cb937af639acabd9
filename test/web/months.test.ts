import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { lastDayOf, monthsOf } from '../../src/web/client/data/cycle/months.js';
import {
  dayAfterKey,
  monthAside,
  presentMonth,
  weeksOf,
} from '../../src/web/client/pages/cycles/view/any-view/months.js';
import { schoolYear } from './view-samples.js';

describe('the month that is shown at first', () => {
  it('is today’s', () => {
    expect(presentMonth(schoolYear, isoDate('2026-11-25'))).toBe('2026-11');
  });

  it('is the school year’s first when today lies outside', () => {
    expect(presentMonth(schoolYear, isoDate('2025-03-01'))).toBe('2026-08');
    expect(presentMonth(schoolYear, isoDate('2027-08-01'))).toBe('2026-08');
  });
});

describe('the months of a school year', () => {
  it('run from August to July', () => {
    const months = monthsOf(schoolYear);
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2026-08', '2027-07']);
  });

  it('have one beside them until the school year ends', () => {
    expect(monthAside('2026-12', 1, schoolYear)).toBe('2027-01');
    expect(monthAside('2026-08', -1, schoolYear)).toBeUndefined();
    expect(monthAside('2027-07', 1, schoolYear)).toBeUndefined();
  });

  it('end on their last day, also in February', () => {
    expect([lastDayOf('2027-02'), lastDayOf('2028-02'), lastDayOf('2026-12')]).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2026-12-31',
    ]);
  });
});

describe('the weeks of a month', () => {
  it('begin on Monday and carry their ISO number across the new year', () => {
    const weeks = weeksOf('2027-01');
    expect(weeks.map(({ week }) => week)).toEqual([53, 1, 2, 3, 4]);
    expect(weeks[0]?.days[0]).toBe('2026-12-28');
    expect(weeks.at(-1)?.days[6]).toBe('2027-01-31');
  });
});

describe('keys in a month', () => {
  it('lead by days and weeks, and to the ends', () => {
    const from = (key: string) => dayAfterKey(isoDate('2026-11-10'), key);
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map(from)).toEqual([
      '2026-11-11',
      '2026-11-09',
      '2026-11-17',
      '2026-11-03',
      '2026-11-01',
      '2026-11-30',
    ]);
  });

  it('do not lead out of it', () => {
    expect(dayAfterKey(isoDate('2026-11-30'), 'ArrowRight')).toBeUndefined();
    expect(dayAfterKey(isoDate('2026-11-30'), 'Enter')).toBeUndefined();
  });
});
