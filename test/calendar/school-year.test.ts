import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { addSchoolDays, dayOf, isSchoolDay, pupilDaysByMonth } from '../../src/calendar/school-year.js';
import { FIRST_START_YEAR, LAST_START_YEAR, labelOf } from '../../src/calendar/school-year-label.js';
import { skoleruteFlaws, skoleruteWarnings } from '../../src/calendar/skolerute-flaws.js';
import { schoolYearOfCounty } from '../../src/datafiles/school-year-files.js';
import { anyDay, anySchoolYear, knowledge, vestfold2026 } from './samples.js';

const published = [...knowledge.calendars.skoleruter.values()];

/** What Rogaland's regulation gives together with a customary Christmas and last day, which it leaves to each school. */
const DAYS_BY_CUSTOM: Readonly<Record<string, number>> = { '11 2025/2026': 188, '11 2026/2027': 191 };

describe('each published skolerute', () => {
  it.each(published.map((skolerute) => [`${skolerute.county} ${skolerute.schoolYear}`, skolerute] as const))(
    '%s gives 190 pupil days where all of it is given, and the publisher’s count in each month',
    (name, skolerute) => {
      const schoolYear = schoolYearOfCounty(knowledge.calendars, skolerute.county, skolerute.schoolYear);
      expect(schoolYear?.schoolDays).toHaveLength(DAYS_BY_CUSTOM[name] ?? 190);
      const counted = schoolYear && Object.fromEntries(pupilDaysByMonth(schoolYear));
      expect(counted).toMatchObject(skolerute.pupilDays ?? {});
    },
  );

  it('is marked where it is not the county’s, and where the county leaves a part to each school', () => {
    const rogaland = schoolYearOfCounty(knowledge.calendars, '11', labelOf(2026));
    expect(rogaland?.skolerute.open).toEqual(['christmas-break', 'last-school-day']);
    expect(rogaland?.provisional).toEqual(['christmas-break', 'last-school-day']);
    expect(rogaland && skoleruteWarnings(rogaland.skolerute)).toMatchObject([{ counted: 191 }]);
    const vestland = schoolYearOfCounty(knowledge.calendars, '46', labelOf(2026));
    expect(vestland?.provisional).toEqual(['winter-break']);
    for (const county of ['55', '56'])
      expect(schoolYearOfCounty(knowledge.calendars, county, labelOf(2026))?.provisional).toEqual([]);
    expect(schoolYearOfCounty(knowledge.calendars, '46', labelOf(2025))?.provisional).toHaveLength(6);
  });

  it('has its monthly counts in data/ where FACTS gives them: eight whole years and one spring', () => {
    const counts = published.flatMap(({ pupilDays }) => (pupilDays ? [Object.keys(pupilDays).length] : []));
    expect(counts.sort((a, b) => a - b)).toEqual([6, 11, 11, 11, 11, 11, 11, 11, 11]);
  });
});

describe('a school year', () => {
  it('is all provisional for a county without a skolerute, and not at all for Vestfold', () => {
    expect(schoolYearOfCounty(knowledge.calendars, '50', labelOf(2026))?.provisional).toHaveLength(6);
    expect(vestfold2026.provisional).toEqual([]);
  });

  it('is provisional only where the skolerute is silent: Agder 2025/2026 knows its spring', () => {
    const agder = schoolYearOfCounty(knowledge.calendars, '42', labelOf(2025));
    expect(agder?.provisional).toEqual(['first-school-day', 'autumn-break', 'christmas-break']);
  });

  it('has 190 pupil days and no flaw, derived for any county from 2000 to 2100', () => {
    for (const county of knowledge.counties) {
      for (let year = FIRST_START_YEAR; year <= LAST_START_YEAR; year += 1) {
        const schoolYear = schoolYearOfCounty(knowledge.calendars, county.number, labelOf(year));
        expect(schoolYear && skoleruteFlaws(schoolYear.skolerute), `${county.number} ${year}`).toEqual([]);
      }
    }
  });

  it('has two terms, one on each side of Christmas', () => {
    expect(vestfold2026.terms).toEqual([
      { name: 'autumn', from: '2026-08-17', to: '2026-12-18' },
      { name: 'spring', from: '2027-01-05', to: '2027-06-18' },
    ]);
  });

  it('tells what each day is', () => {
    const kindOn = (date: string) => dayOf(vestfold2026, isoDate(date))?.is;
    expect(kindOn('2026-08-14')).toEqual({ kind: 'summer' });
    expect(kindOn('2026-08-17')).toEqual({ kind: 'school-day' });
    expect(kindOn('2026-10-07')).toEqual({ kind: 'break', break: 'autumn-break' });
    expect(kindOn('2026-12-24')).toEqual({ kind: 'break', break: 'christmas-break' });
    expect(kindOn('2026-12-25')).toEqual({ kind: 'public-holiday', holiday: 'christmas-day' });
    expect(kindOn('2027-05-07')).toEqual({ kind: 'day-off' });
    expect(kindOn('2027-02-20')).toEqual({ kind: 'weekend' });
    expect(kindOn('2028-01-01')).toBeUndefined();
  });

  it('has its days from 1 August to 31 July, a leap day among them when there is one', () => {
    fc.assert(
      fc.property(anySchoolYear, ({ days, startYear }) => {
        expect(days[0]?.date).toBe(`${startYear}-08-01`);
        expect(days.at(-1)?.date).toBe(`${startYear + 1}-07-31`);
        const leap = days.some(({ date }) => date.endsWith('-02-29'));
        expect(days).toHaveLength(leap ? 366 : 365);
      }),
    );
  });
});

describe('counting school days', () => {
  it('lands on school days only', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -200, max: 200 }), ({ schoolYear, date }, count) => {
        const reached = addSchoolDays(schoolYear, date, count);
        if (count === 0) expect(reached).toBe(date);
        else if (reached !== undefined) expect(isSchoolDay(schoolYear, reached)).toBe(true);
      }),
    );
  });

  it('goes back the way it came', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -190, max: 190 }), ({ schoolYear, date }, count) => {
        fc.pre(isSchoolDay(schoolYear, date));
        const reached = addSchoolDays(schoolYear, date, count);
        fc.pre(reached !== undefined);
        expect(addSchoolDays(schoolYear, reached as typeof date, -count)).toBe(date);
      }),
    );
  });

  it('steps over as many school days as it is told to', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -190, max: 190 }), ({ schoolYear, date }, count) => {
        const reached = addSchoolDays(schoolYear, date, count);
        fc.pre(reached !== undefined && count !== 0);
        const stepped = schoolYear.schoolDays.filter((day) =>
          count > 0 ? day > date && day <= (reached as string) : day < date && day >= (reached as string),
        );
        expect(stepped).toHaveLength(Math.abs(count));
      }),
    );
  });

  it('jumps over the autumn break', () => {
    expect(addSchoolDays(vestfold2026, isoDate('2026-10-02'), 1)).toBe('2026-10-12');
    expect(addSchoolDays(vestfold2026, isoDate('2026-10-07'), -1)).toBe('2026-10-02');
  });
});
