import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IsoDate, isoDate } from '../../src/calendar/iso-date.js';
import { resolve } from '../../src/calendar/resolve.js';
import type { SchoolYear } from '../../src/calendar/school-year.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import {
  AUTHORITIES,
  YEAR_DATE_STATUSES,
  type YearDate,
  yearDateFlaw,
} from '../../src/calendar/year-date.js';
import { daysOfYearDate, yearDateSchema } from '../../src/datafiles/year-date-schema.js';
import { anyRule, anySchoolYear } from './samples.js';

const anyYearDateOf = ({ days }: SchoolYear): fc.Arbitrary<YearDate> =>
  fc
    .record({
      from: fc.nat(days.length - 1),
      length: fc.nat(60),
      by: fc.constantFrom(...AUTHORITIES),
      status: fc.constantFrom(...YEAR_DATE_STATUSES),
    })
    .map(({ from, length, by, status }) => ({
      start: days[from]?.date as IsoDate,
      end: days[Math.min(from + length, days.length - 1)]?.date as IsoDate,
      by,
      status,
      source: { page: 'udir.no' },
      readOn: isoDate('2026-11-28'),
    }));

describe('a date that is set for the year', () => {
  it('goes before the rule, whichever that is, and says who set it', () => {
    const ofAnyYear = anySchoolYear.chain((schoolYear) =>
      anyYearDateOf(schoolYear).map((yearDate) => ({ schoolYear, yearDate })),
    );
    fc.assert(
      fc.property(anyRule, ofAnyYear, (rule, { schoolYear, yearDate }) => {
        const { start, end, by, status } = yearDate;
        const dated = resolve(rule, schoolYear, undefined, yearDate);
        const why = [{ kind: 'year-date', by, status, schoolYear: schoolYear.label, start, end }];
        expect(dated).toEqual({ kind: 'dated', occurrences: [{ slot: null, start, end, why }] });
        expect(resolve(rule, schoolYear, undefined, yearDate)).toEqual(dated);
      }),
    );
  });
});

describe('a date of the year as it is written', () => {
  it('is a day or a period', () => {
    expect(daysOfYearDate(yearDateSchema.parse({ on: '2027-01-04', status: 'set' }))).toEqual({
      start: '2027-01-04',
      end: '2027-01-04',
    });
    const period = yearDateSchema.parse({ from: '2026-11-16', to: '2026-11-27', status: 'expected' });
    expect(daysOfYearDate(period)).toEqual({ start: '2026-11-16', end: '2026-11-27' });
    expect(yearDateSchema.safeParse({ on: '2027-02-30', status: 'set' }).success).toBe(false);
  });

  it.each([
    ['2026-08-01', '2027-07-31', false, undefined],
    ['2026-07-31', '2026-08-01', false, 'outside-school-year'],
    ['2027-07-31', '2027-08-01', false, 'outside-school-year'],
    ['2026-11-27', '2026-11-16', false, 'ends-before-start'],
    ['2026-11-16', '2026-11-27', true, 'more-than-a-day'],
    ['2026-11-16', '2026-11-16', true, undefined],
  ])('from %s to %s, of a deadline: %s, has the flaw %s', (start, end, isDeadline, flaw) => {
    const days = { start: isoDate(start), end: isoDate(end) };
    expect(yearDateFlaw(days, labelOf(2026), isDeadline)).toBe(flaw);
  });
});
