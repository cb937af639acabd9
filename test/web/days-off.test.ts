import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { dayOffOn, daysOffOf, daysOffWithin } from '../../src/web/client/data/cycle/days-off.js';
import { schoolYear } from './view-samples.js';

const daysOff = daysOffOf(schoolYear, (key) => key);

describe('days off', () => {
  it('are breaks, holidays and planning days by date', () => {
    expect(daysOff.map(({ kind, from }) => [kind, from])).toEqual([
      ['break', '2026-10-05'],
      ['planning', '2026-11-02'],
      ['break', '2026-12-19'],
      ['holiday', '2026-12-25'],
    ]);
  });

  it('name a holiday before the break that it lies in', () => {
    expect(dayOffOn(daysOff, isoDate('2026-12-25'))?.name).toBe('første juledag');
    expect(dayOffOn(daysOff, isoDate('2026-12-24'))?.name).toBe('juleferie');
    expect(dayOffOn(daysOff, isoDate('2026-12-01'))).toBeUndefined();
  });

  it('belong to every period that they have a day in', () => {
    const january = daysOffWithin(daysOff, isoDate('2027-01-01'), isoDate('2027-01-31'));
    expect(january.map(({ name }) => name)).toEqual(['juleferie']);
  });
});
