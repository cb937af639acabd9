import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../src/calendar/iso-date.js';
import {
  beginningOf,
  countsByMonth,
  sectionsOf,
} from '../../src/web/client/pages/cycles/view/agenda/agenda-sections.js';
import { monthInView } from '../../src/web/client/pages/cycles/view/agenda/month-in-view.js';
import { schoolYear, taskOf } from './view-samples.js';

const today = isoDate('2026-11-28');
const day = (date: string) => ({ kind: 'day', date: isoDate(date) }) as const;
const month = (name: string) => ({ kind: 'month', month: name }) as const;

describe('where the list begins', () => {
  const begin = (chosen: Parameters<typeof beginningOf>[0]['chosen'], now = today) =>
    beginningOf({ schoolYear, today: now, chosen });

  it('is today, in another school year its first day', () => {
    expect(begin(null)).toBe(today);
    expect(begin(null, isoDate('2025-11-28'))).toBe('2026-08-01');
    expect(begin(null, isoDate('2027-11-28'))).toBe('2026-08-01');
  });

  it('is the chosen month or day', () => {
    expect(begin(month('2027-02'))).toBe('2027-02-01');
    expect(begin(day('2027-02-10'))).toBe('2027-02-10');
  });

  it('is today in the month that goes on, unless an earlier day of it is chosen', () => {
    expect(begin(month('2026-11'))).toBe(today);
    expect(begin(day('2026-11-02'))).toBe('2026-11-02');
  });
});

describe('the sections of the list', () => {
  const tasks = ['2026-09-01', '2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01', '2027-02-10'].map(
    (date) => taskOf(date, date),
  );
  const shown = (
    chosen: Parameters<typeof beginningOf>[0]['chosen'] = null,
    { begin = today, now = today, those = tasks } = {},
  ) =>
    sectionsOf(those, { schoolYear, today: now, chosen, begin }).map(({ kind, from, weeks }) => [
      kind,
      from,
      weeks.flatMap((week) => week.tasks.map(({ id }) => id)),
    ]);

  it('are months, of which today and what comes after it are sections of their own', () => {
    expect(shown()).toEqual([
      ['month', '2026-09-01', ['2026-09-01']],
      ['month', '2026-11-01', ['2026-11-27']],
      ['today', '2026-11-28', ['2026-11-28']],
      ['rest', '2026-11-29', ['2026-11-30']],
      ['month', '2026-12-01', ['2026-12-01']],
      ['month', '2027-02-01', ['2027-02-10']],
    ]);
  });

  it('have nothing but today’s tasks under today', () => {
    const anyDay = fc.integer({ min: 0, max: 364 }).map((days) => addDays(schoolYear.from, days));
    fc.assert(
      fc.property(anyDay, anyDay, fc.array(anyDay), (now, begin, days) => {
        const those = days.sort().map((date) => taskOf(date, date));
        const [todays] = shown(null, { now, begin, those }).filter(([kind]) => kind === 'today');
        expect(todays).toEqual(['today', now, days.filter((date) => date === now)]);
      }),
    );
  });

  it('name today also where nothing is left of its month, or nothing at all', () => {
    expect(shown(null, { those: [] })).toEqual([['today', today, []]]);
    expect(shown(null, { those: tasks.slice(0, 1) }).at(-1)).toEqual(['today', today, []]);
  });

  it('do not name today in another school year', () => {
    const kinds = shown(null, { now: isoDate('2025-11-28'), begin: schoolYear.from }).map(([kind]) => kind);
    expect(kinds).toEqual(['month', 'month', 'month', 'month']);
  });

  it('have one for the month that is chosen, also without tasks', () => {
    expect(shown(month('2027-05')).at(-1)).toEqual(['month', '2027-05-01', []]);
  });

  it('are cut at the chosen day, which then begins the list', () => {
    expect(shown(day('2027-02-08'), { begin: isoDate('2027-02-08') }).at(-1)).toEqual([
      'day',
      '2027-02-08',
      ['2027-02-10'],
    ]);
  });

  it('have the day that begins a month once', () => {
    const first = isoDate('2026-12-01');
    expect(
      shown(month('2026-12'), { now: first, begin: first }).filter(([, from]) => from === first),
    ).toEqual([['today', first, ['2026-12-01']]]);
  });

  it('go from the last day of a month to the next, and from today to the day that is chosen', () => {
    const kinds = (now: string, chosen: string) =>
      shown(day(chosen), { now: isoDate(now), begin: isoDate(now) })
        .slice(-3)
        .map(([kind, from]) => [kind, from]);
    expect(kinds('2026-11-30', '2026-11-30')).toEqual([
      ['today', '2026-11-30'],
      ['month', '2026-12-01'],
      ['month', '2027-02-01'],
    ]);
    expect(kinds('2026-11-29', '2026-11-30')).toEqual([
      ['day', '2026-11-30'],
      ['month', '2026-12-01'],
      ['month', '2027-02-01'],
    ]);
  });

  it('hold every task once, in its order and under the week that it begins in', () => {
    const many = Array.from({ length: 300 }, (_, index) => {
      const start = addDays(schoolYear.from, Math.floor((index * 364) / 299));
      return taskOf(String(index), start);
    });
    const sections = sectionsOf(many, {
      schoolYear,
      today,
      chosen: day('2026-10-14'),
      begin: isoDate('2026-10-14'),
    });
    expect(sections.flatMap(({ weeks }) => weeks.flatMap((week) => week.tasks))).toEqual(many);
    for (const { weeks } of sections)
      expect(new Set(weeks.map(({ week }) => week)).size, 'a week once in a section').toBe(weeks.length);
  });

  it('count the tasks of each month that has any', () => {
    expect([...countsByMonth(tasks)]).toEqual([
      ['2026-09', 1],
      ['2026-11', 3],
      ['2026-12', 1],
      ['2027-02', 1],
    ]);
  });
});

describe('the month that is read', () => {
  const sections = [
    { month: '2026-11', top: -400 },
    { month: '2026-12', top: 40 },
    { month: '2027-01', top: 500 },
  ];
  const window = { line: 60, height: 800, isAtEnd: false, goal: null };

  it('is that of the last section above the line', () => {
    expect(monthInView(sections, window)).toBe('2026-12');
    expect(monthInView(sections, { ...window, line: 20 })).toBe('2026-11');
  });

  it('is the first while the page’s head is in view, and none without sections', () => {
    expect(monthInView(sections.slice(1), { ...window, line: 0 })).toBe('2026-12');
    expect(monthInView([], window)).toBeNull();
  });

  it('is at the end of the page the one that was gone to, if it is in the window', () => {
    const atEnd = { ...window, isAtEnd: true };
    expect(monthInView(sections, { ...atEnd, goal: '2027-01' })).toBe('2027-01');
    expect(monthInView(sections, { ...atEnd, goal: '2027-01', height: 400 })).toBe('2026-12');
    expect(monthInView(sections, { ...atEnd, goal: null })).toBe('2026-12');
  });
});
