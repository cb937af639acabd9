import { describe, expect, it } from 'vitest';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { givenSkolerute, skoleruteOfCounty } from '../../src/datafiles/school-year-files.js';
import { layOut, type SchoolYearView } from '../../src/school-years/school-year-view.js';
import { publishingSteps } from '../../src/web/client/data/cycle/cycle-step.js';
import {
  draftOf,
  halfBreaks,
  rebased,
  type SkoleruteValues,
  saidOf,
} from '../../src/web/client/pages/start/skolerute/skolerute-form.js';
import { knowledge } from '../calendar/samples.js';

const YEAR = labelOf(2026);
const given = givenSkolerute(knowledge.calendars, '39', YEAR);
const complete = skoleruteOfCounty(knowledge.calendars, '39', YEAR, given);
if (!given || !complete) throw new Error('Vestfold has a skolerute of 2026/2027');

/** The skolerute as the service shows it. */
const shown = (part: Partial<SchoolYearView> = {}): SchoolYearView => ({
  ...layOut(complete, given),
  county: '39',
  schoolYear: YEAR,
  origin: 'file',
  behind: 'file',
  corrected: null,
  version: 1,
  ...part,
});
const values: SkoleruteValues = draftOf(shown()).values;
const withBreak = (from: string, to: string): SkoleruteValues => ({
  ...values,
  breaks: { ...values.breaks, 'winter-break': { from, to } },
});

describe('the form of a skolerute', () => {
  it('keeps what was typed after somebody else’s correction, and takes the rest as it is now', () => {
    const current = shown({
      version: 2,
      'last-school-day': '2027-06-17' as SchoolYearView['last-school-day'],
      'autumn-break': { from: '2026-09-28', to: '2026-10-02' } as SchoolYearView['autumn-break'],
    });
    const typed = { ...withBreak('2027-02-15', '2027-02-19'), last: '2027-06-21' };
    const { version, before, values: now } = rebased({ ...draftOf(shown()), values: typed }, current);
    expect(version).toBe(2);
    expect(before).toEqual(draftOf(current).values);
    expect(now.last).toBe('2027-06-21');
    expect(now.breaks['winter-break']).toEqual({ from: '2027-02-15', to: '2027-02-19' });
    expect(now.breaks['autumn-break']).toEqual({ from: '2026-09-28', to: '2026-10-02' });
  });

  it('knows a break of which only one end is given', () => {
    expect(halfBreaks(values)).toEqual([]);
    expect(halfBreaks(withBreak('', ''))).toEqual([]);
    expect(halfBreaks(withBreak('2027-02-15', ''))).toEqual(['winter-break']);
  });

  it('sends the day that has been typed along with those that have been added', () => {
    const next = { daysOff: '2027-05-07', planningDays: '' };
    expect(saidOf({ ...values, next, daysOff: ['2027-05-18'] }).daysOff).toEqual([
      '2027-05-07',
      '2027-05-18',
    ]);
    expect(saidOf({ ...values, next: { ...next, daysOff: '2027-05' } }).daysOff).toEqual(values.daysOff);
  });
});

describe('publishing', () => {
  const kinds = (wasPublic: boolean, isPublic: boolean) =>
    publishingSteps({ public: wasPublic }, isPublic).map(({ kind }) => kind);

  it('comes before the public is let in, and after it is shut out', () => {
    expect(kinds(false, true)).toEqual(['publish', 'open']);
    expect(kinds(true, false)).toEqual(['close', 'publish']);
    expect(kinds(true, true)).toEqual(['publish']);
  });
});
