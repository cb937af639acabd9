import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import type { Reason } from '../../src/calendar/reason.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import type { YearDate } from '../../src/calendar/year-date.js';
import { generate } from '../../src/cycle/lifecycle/generate.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import type { Task } from '../../src/task/task.js';
import { provisionalOf, whyOf } from '../../src/task/wording.js';
import { knowledge } from '../calendar/samples.js';
import { wordingIn } from './samples.js';

/** The tasks of a county's year by their keys, with what the county has set itself. */
function tasksOf(county: string, startYear: number, own: Readonly<Record<string, YearDate>> = {}) {
  const yearDates = new Map(Object.entries(own));
  const schoolYear = schoolYearFor(knowledge, county, labelOf(startYear), { yearDates });
  const { tasks } = generate(knowledge, schoolYear, [], 'complete');
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  return (key: string): Task => {
    const task = byKey.get(key);
    if (!task) throw new Error(`there is no ${key}`);
    return task;
  };
}

const estimatesIn = ({ why }: Task): Reason[] => why.filter(({ kind }) => kind === 'estimate');

const setByCounty = (day: string, more: Partial<YearDate> = {}): YearDate => ({
  start: isoDate(day),
  end: isoDate(day),
  status: 'set',
  by: 'county',
  source: { page: 'vestfoldfylke.no' },
  readOn: isoDate('2026-11-30'),
  ...more,
});

describe('a task whose date is set for the year', () => {
  const vestfold = tasksOf('39', 2026);

  it('has that date, says who set it, and names its source', () => {
    const grading = vestfold('fellessensur-host');
    expect(grading).toMatchObject({ start: '2027-01-04', end: '2027-01-04', provisional: false });
    expect(whyOf(grading, wordingIn('nb'))).toEqual(['Satt av Udir for 2026/2027: mandag 4. januar 2027.']);
    expect(grading.source?.page).toBe('Trøndelag og Akershus fylkeskommuner');
    expect(vestfold('eksamen-host')).toMatchObject({ start: '2026-11-16', end: '2026-11-27' });
  });

  it('keeps its rule, which dates it in years that are not set', () => {
    expect(vestfold('fellessensur-host').rule).toMatchObject({ kind: 'fixed-day', date: '01-05' });
    const next = tasksOf('39', 2027)('fellessensur-host');
    expect(next).toMatchObject({ start: '2028-01-05', provisional: true });
    expect(estimatesIn(next)).toEqual([{ kind: 'estimate', template: null, by: 'udir' }]);
  });

  it('is what others are counted from', () => {
    expect(vestfold('klagefrist-eksamen').start).toBe('2027-06-28');
    expect(estimatesIn(vestfold('klagefrist-eksamen'))).toEqual([]);
    expect(vestfold('svarfrist-forsteinntak')).toMatchObject({ start: '2027-07-21', provisional: true });
  });

  it('is the county’s own where that differs', () => {
    expect(tasksOf('40', 2026)('vigo-apner')).toMatchObject({ start: '2027-01-06', provisional: false });
    expect(vestfold('vigo-apner').provisional).toBe(true);
    const own = tasksOf('39', 2026, { 'fellessensur-host': setByCounty('2027-01-06') });
    expect(own('fellessensur-host').start).toBe('2027-01-06');
  });
});

describe('a county with a rule of its own', () => {
  it('is dated by it, with its source, and as an estimate', () => {
    const finnmark = tasksOf('56', 2026);
    expect(finnmark('vigo-apner')).toMatchObject({ start: '2027-01-04', provisional: true });
    expect(finnmark('vigo-apner').source?.page).toBe('ffk.no');
    expect(finnmark('vigo-apner').basis).toBe('county-practice');
    expect(tasksOf('03', 2026)('vigo-apner').start).toBe('2027-01-07');
  });

  it('counts from its own dates, in working days where it does', () => {
    const finnmark = tasksOf('56', 2026);
    expect(finnmark('forsteinntak').start).toBe('2027-07-09');
    expect(finnmark('svarfrist-forsteinntak').start).toBe('2027-07-16');
  });

  it('has a date for every template, in any county', () => {
    for (const { number } of knowledge.counties)
      for (const startYear of [2025, 2026, 2027, 2028]) {
        const schoolYear = schoolYearFor(knowledge, number, labelOf(startYear));
        expect(generate(knowledge, schoolYear, [], 'complete').undated).toEqual([]);
      }
  });
});

describe('an estimate', () => {
  it('is marked where the date is set each year and not known, and in what is counted from it', () => {
    const vestfold = tasksOf('39', 2027);
    expect(vestfold('elevundersokelsen').provisional).toBe(true);
    const appeal = vestfold('klagefrist-eksamen');
    expect(estimatesIn(appeal)).toEqual([{ kind: 'estimate', template: 'fellessensur-var', by: 'udir' }]);
    expect(appeal.provisional).toBe(true);
    expect(whyOf(appeal, wordingIn('nb')).join(' ')).toContain(
      '«Fellessensur etter våreksamen» er et anslag: datoen settes hvert år av Udir',
    );
  });

  it('is no longer one when the county sets the date', () => {
    const own = tasksOf('39', 2026, {
      elevundersokelsen: setByCounty('2026-10-26', { end: isoDate('2026-11-27') }),
      'fellessensur-var': setByCounty('2027-06-21'),
    });
    expect(own('elevundersokelsen')).toMatchObject({ start: '2026-10-26', provisional: false });
    expect(own('fellessensur-var').start).toBe('2027-06-21');
    expect(estimatesIn(own('klagefrist-eksamen'))).toEqual([]);
  });

  it('stays one while the date is only expected', () => {
    const own = tasksOf('39', 2026, { 'vigo-apner': setByCounty('2027-01-06', { status: 'expected' }) });
    expect(own('vigo-apner')).toMatchObject({ start: '2027-01-06', provisional: true });
    // It is known as well as its source knows it.
    expect(whyOf(own('vigo-apner'), wordingIn('nb'))).toEqual([
      'Ventet av fylkeskommunen for 2026/2027: onsdag 6. januar 2027.',
    ]);
    expect(provisionalOf(own('vigo-apner'), wordingIn('nb'))).toBe(
      'Foreløpig: datoen er ikke fastsatt for dette skoleåret.',
    );
  });

  it('is not made of a date that was set for a template which is no longer set each year', () => {
    const own = tasksOf('39', 2026, { skolestart: setByCounty('2026-08-20') });
    expect(own('skolestart').start).toBe('2026-08-17');
  });
});
