import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../src/calendar/anchors-and-rolls.js';
import { type DateRule, dateRuleSchema } from '../../src/calendar/date-rule.js';
import { isoDate, weekdayOf } from '../../src/calendar/iso-date.js';
import { type References, type Resolution, resolve } from '../../src/calendar/resolve.js';
import type { Offset } from '../../src/calendar/rule-parts.js';
import { dayOf, isSchoolDay, type SchoolYear } from '../../src/calendar/school-year.js';
import {
  anyPointRule,
  anyRecurrence,
  anyRule,
  anySchoolYear,
  derivedSchoolYear,
  vestfold2025,
  vestfold2026,
} from './samples.js';

const datesOf = (rule: DateRule, schoolYear: SchoolYear, references?: References) => {
  const resolution = resolve(rule, schoolYear, references);
  return resolution.kind === 'dated'
    ? resolution.occurrences.map(({ start, end }) => (start === end ? `${start}` : `${start}/${end}`))
    : resolution.reason.kind;
};

describe('a rule, whichever it is', () => {
  it('is valid data', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(dateRuleSchema.parse(rule)).toEqual(rule);
      }),
    );
  });

  it('gives dates in the school year or a named reason why it has none', () => {
    fc.assert(
      fc.property(anyRule, anySchoolYear, (rule, schoolYear) => {
        const resolution = resolve(rule, schoolYear);
        if (resolution.kind === 'undated') {
          expect(resolution.reason.kind).toMatch(/^[a-z-]+$/);
          return;
        }
        for (const { start, end, why } of resolution.occurrences) {
          expect(dayOf(schoolYear, start)).toBeDefined();
          expect(dayOf(schoolYear, end)).toBeDefined();
          expect(start <= end).toBe(true);
          expect(why.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same answer each time', () => {
    fc.assert(
      fc.property(anyRule, anySchoolYear, (rule, schoolYear) => {
        expect(resolve(rule, schoolYear)).toEqual(resolve(rule, schoolYear));
      }),
    );
  });
});

describe('roll', () => {
  it('never lands on a day that is not a school day, or not a working day', () => {
    fc.assert(
      fc.property(anyPointRule, anySchoolYear, (rule, schoolYear) => {
        const resolution = resolve(rule, schoolYear);
        fc.pre(resolution.kind === 'dated' && rule.roll !== 'none');
        const [{ start }] = (resolution as Extract<Resolution, { kind: 'dated' }>).occurrences;
        if (rule.roll.endsWith('school-day')) expect(isSchoolDay(schoolYear, start)).toBe(true);
        else expect(dayOf(schoolYear, start)?.isWorkingDay).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('moves to the nearest such day in its direction', () => {
    fc.assert(
      fc.property(anyPointRule, anySchoolYear, (rule, schoolYear) => {
        const unmoved = resolve({ ...rule, roll: 'none' }, schoolYear);
        const moved = resolve({ ...rule, roll: 'next-school-day' }, schoolYear);
        fc.pre(unmoved.kind === 'dated' && moved.kind === 'dated');
        const from = (unmoved as Extract<Resolution, { kind: 'dated' }>).occurrences[0].start;
        const to = (moved as Extract<Resolution, { kind: 'dated' }>).occurrences[0].start;
        expect(schoolYear.schoolDays.find((date) => date >= from)).toBe(to);
      }),
    );
  });

  it('puts the national deadlines of 2026 on the Mondays after', () => {
    expect(datesOf({ kind: 'fixed-day', date: '03-01', roll: 'next-working-day' }, vestfold2025)).toEqual([
      '2026-03-02',
    ]);
    expect(datesOf({ kind: 'fixed-day', date: '02-01', roll: 'next-working-day' }, vestfold2025)).toEqual([
      '2026-02-02',
    ]);
  });

  it('leaves 1 March 2027 alone and says that it is a school day', () => {
    const resolution = resolve({ kind: 'fixed-day', date: '03-01', roll: 'next-school-day' }, vestfold2026);
    expect(resolution).toMatchObject({
      occurrences: [
        {
          start: '2027-03-01',
          why: [{ kind: 'fixed-day' }, { kind: 'not-moved', is: { kind: 'school-day' } }],
        },
      ],
    });
  });

  it('says why and from where it moved', () => {
    const resolution = resolve({ kind: 'fixed-day', date: '05-06', roll: 'next-school-day' }, vestfold2026);
    expect(resolution).toMatchObject({
      occurrences: [
        {
          start: '2027-05-10',
          why: [
            { kind: 'fixed-day', date: '2027-05-06' },
            { kind: 'rolled', from: '2027-05-06', date: '2027-05-10', because: { holiday: 'ascension' } },
          ],
        },
      ],
    });
  });

  it('has nothing to roll to after the last school day', () => {
    expect(datesOf({ kind: 'fixed-day', date: '07-01', roll: 'next-school-day' }, vestfold2026)).toBe(
      'nothing-to-roll-to',
    );
    expect(datesOf({ kind: 'fixed-day', date: '08-03', roll: 'previous-school-day' }, vestfold2026)).toBe(
      'nothing-to-roll-to',
    );
  });
});

describe('a fixed day', () => {
  it('is in the first year from August and in the second from January', () => {
    expect(datesOf({ kind: 'fixed-day', date: '12-31', roll: 'none' }, vestfold2026)).toEqual(['2026-12-31']);
    expect(datesOf({ kind: 'fixed-day', date: '01-01', roll: 'none' }, vestfold2026)).toEqual(['2027-01-01']);
  });

  it('is 29 February in leap years only', () => {
    expect(datesOf({ kind: 'fixed-day', date: '02-29', roll: 'none' }, derivedSchoolYear(2027))).toEqual([
      '2028-02-29',
    ]);
    expect(datesOf({ kind: 'fixed-day', date: '02-29', roll: 'none' }, vestfold2026)).toBe('no-such-day');
    expect(datesOf({ kind: 'fixed-day', date: '02-29', roll: 'none' }, derivedSchoolYear(2099))).toBe(
      'no-such-day',
    );
  });
});

describe('a weekday of a week', () => {
  it('is in the year that the school year has the week in', () => {
    expect(datesOf({ kind: 'weekday-of-week', week: 41, day: 'fri', roll: 'none' }, vestfold2026)).toEqual([
      '2026-10-09',
    ]);
    expect(datesOf({ kind: 'weekday-of-week', week: 2, day: 'fri', roll: 'none' }, vestfold2026)).toEqual([
      '2027-01-15',
    ]);
  });

  it('is in week 53 only in the years that have it', () => {
    expect(datesOf({ kind: 'weekday-of-week', week: 53, day: 'thu', roll: 'none' }, vestfold2026)).toEqual([
      '2026-12-31',
    ]);
    expect(datesOf({ kind: 'weekday-of-week', week: 53, day: 'fri', roll: 'none' }, vestfold2026)).toEqual([
      '2027-01-01',
    ]);
    expect(datesOf({ kind: 'weekday-of-week', week: 53, day: 'thu', roll: 'none' }, vestfold2025)).toBe(
      'no-such-week',
    );
  });
});

describe('the nth weekday of a month', () => {
  it('counts from the end when negative', () => {
    expect(
      datesOf({ kind: 'nth-weekday', nth: -1, day: 'tue', month: 9, roll: 'none' }, vestfold2026),
    ).toEqual(['2026-09-29']);
    expect(
      datesOf({ kind: 'nth-weekday', nth: 1, day: 'mon', month: 3, roll: 'none' }, vestfold2026),
    ).toEqual(['2027-03-01']);
  });

  it('has no fifth in a short month', () => {
    expect(datesOf({ kind: 'nth-weekday', nth: 5, day: 'mon', month: 2, roll: 'none' }, vestfold2026)).toBe(
      'no-such-nth-weekday',
    );
  });
});

describe('an anchor', () => {
  it.each([
    ['year-start', 'start', '2026-08-01'],
    ['school-start', 'start', '2026-08-17'],
    ['autumn-break', 'start', '2026-10-05'],
    ['autumn-break', 'end', '2026-10-09'],
    ['autumn-term-end', 'start', '2026-12-18'],
    ['christmas-break', 'end', '2027-01-04'],
    ['spring-term-start', 'start', '2027-01-05'],
    ['winter-break', 'start', '2027-02-22'],
    ['easter-break', 'end', '2027-03-29'],
    ['school-end', 'start', '2027-06-18'],
    ['year-end', 'start', '2027-07-31'],
  ] as const)('%s, %s, is %s', (anchor, edge, date) => {
    expect(datesOf({ kind: 'anchor', anchor, edge, roll: 'none' }, vestfold2026)).toEqual([date]);
  });

  it('takes an offset in days, weeks or school days, in both directions', () => {
    const at = (plus: Offset) =>
      datesOf({ kind: 'anchor', anchor: 'autumn-break', edge: 'start', plus, roll: 'none' }, vestfold2026);
    expect(at({ kind: 'days', days: 3 })).toEqual(['2026-10-08']);
    expect(at({ kind: 'weeks', weeks: -2 })).toEqual(['2026-09-21']);
    expect(at({ kind: 'schoolDays', schoolDays: 1 })).toEqual(['2026-10-12']);
    expect(at({ kind: 'schoolDays', schoolDays: -1 })).toEqual(['2026-10-02']);
  });

  it('takes an offset in working days, in breaks and in the summer too', () => {
    const at = (anchor: Anchor, workingDays: number) =>
      datesOf(
        { kind: 'anchor', anchor, edge: 'start', plus: { kind: 'workingDays', workingDays }, roll: 'none' },
        vestfold2026,
      );
    expect(at('autumn-break', 5)).toEqual(['2026-10-12']);
    expect(at('easter-break', 5)).toEqual(['2027-04-01']);
    expect(at('school-end', 5)).toEqual(['2027-06-25']);
    expect(at('school-end', -1)).toEqual(['2027-06-17']);
    expect(at('year-end', 1)).toBe('outside-school-year');
  });

  it('has no date beyond the school year', () => {
    expect(
      datesOf(
        { kind: 'anchor', anchor: 'year-end', edge: 'start', plus: { kind: 'days', days: 1 }, roll: 'none' },
        vestfold2026,
      ),
    ).toBe('outside-school-year');
    expect(
      datesOf(
        {
          kind: 'anchor',
          anchor: 'school-end',
          edge: 'start',
          plus: { kind: 'schoolDays', schoolDays: 1 },
          roll: 'none',
        },
        vestfold2026,
      ),
    ).toBe('outside-school-year');
  });

  it('is right when Easter is in March and when it is in late April', () => {
    const easter = { kind: 'anchor', anchor: 'easter-break', edge: 'start', roll: 'none' } as const;
    expect(datesOf(easter, derivedSchoolYear(2007))).toEqual(['2008-03-17']);
    expect(datesOf(easter, derivedSchoolYear(2037))).toEqual(['2038-04-19']);
  });
});

describe('a reference to another template', () => {
  const survey: Resolution = resolve(
    {
      kind: 'period',
      from: { kind: 'weekday-of-week', week: 45, day: 'mon', roll: 'none' },
      to: { kind: 'weekday-of-week', week: 49, day: 'fri', roll: 'none' },
    },
    vestfold2026,
  );
  const references: References = (key) => (key === 'survey' ? survey : undefined);

  it('counts from its start or its end', () => {
    const from = (edge: 'start' | 'end') =>
      datesOf(
        {
          kind: 'template',
          template: 'survey',
          edge,
          plus: { kind: 'schoolDays', schoolDays: 10 },
          roll: 'none',
        },
        vestfold2026,
        references,
      );
    expect(from('start')).toEqual(['2026-11-16']);
    expect(from('end')).toEqual(['2026-12-18']);
  });

  it('has no date when the other has none', () => {
    expect(
      datesOf(
        { kind: 'template', template: 'nothing', edge: 'start', roll: 'none' },
        vestfold2026,
        references,
      ),
    ).toBe('reference-has-no-date');
  });
});

describe('a period', () => {
  it('runs from one rule to the other, both days included', () => {
    const rule: DateRule = {
      kind: 'period',
      from: { kind: 'anchor', anchor: 'school-start', edge: 'start', roll: 'none' },
      to: {
        kind: 'anchor',
        anchor: 'autumn-break',
        edge: 'start',
        plus: { kind: 'schoolDays', schoolDays: -1 },
        roll: 'none',
      },
    };
    expect(datesOf(rule, vestfold2026)).toEqual(['2026-08-17/2026-10-02']);
  });

  it('has no date when it would end before it starts', () => {
    const rule: DateRule = {
      kind: 'period',
      from: { kind: 'fixed-day', date: '03-01', roll: 'none' },
      to: { kind: 'fixed-day', date: '02-01', roll: 'none' },
    };
    expect(datesOf(rule, vestfold2026)).toBe('ends-before-start');
  });
});

describe('a recurrence', () => {
  const autumn = {
    kind: 'recurrence',
    from: { kind: 'anchor', anchor: 'school-start', edge: 'start', roll: 'none' },
    to: { kind: 'anchor', anchor: 'autumn-term-end', edge: 'start', roll: 'none' },
  } as const;

  it('comes back in weeks and leaves out the breaks when the week after has its own', () => {
    expect(datesOf({ repeat: { kind: 'weeks', weeks: 2, on: 'wed' }, ...autumn }, vestfold2026)).toEqual([
      '2026-08-19',
      '2026-09-02',
      '2026-09-16',
      '2026-09-30',
      '2026-10-14',
      '2026-10-28',
      '2026-11-11',
      '2026-11-25',
      '2026-12-09',
    ]);
    expect(
      datesOf({ repeat: { kind: 'weeks', weeks: 1, on: 'wed' }, ...autumn }, vestfold2026),
    ).not.toContain('2026-10-07');
  });

  it('tells what was left out at the occurrence that follows', () => {
    const resolution = resolve({ repeat: { kind: 'weeks', weeks: 1, on: 'wed' }, ...autumn }, vestfold2026);
    const after =
      resolution.kind === 'dated' && resolution.occurrences.find(({ start }) => start === '2026-10-14');
    expect(after ? after.why : []).toContainEqual({
      kind: 'left-out',
      date: '2026-10-07',
      because: { kind: 'break', break: 'autumn-break' },
    });
  });

  it('comes back in months', () => {
    expect(
      datesOf({ repeat: { kind: 'months', months: 1, nth: 1, on: 'tue' }, ...autumn }, vestfold2026),
    ).toEqual(['2026-09-01', '2026-10-12', '2026-11-03', '2026-12-01']);
  });

  it('moves to the nearest school day of its week, and says so', () => {
    const spring: DateRule = {
      kind: 'recurrence',
      repeat: { kind: 'months', months: 1, nth: 1, on: 'thu' },
      from: { kind: 'anchor', anchor: 'spring-term-start', edge: 'start', roll: 'none' },
      to: { kind: 'anchor', anchor: 'school-end', edge: 'start', roll: 'none' },
    };
    const resolution = resolve(spring, vestfold2026);
    const inMay = resolution.kind === 'dated' && resolution.occurrences.find(({ slot }) => slot === 'm05');
    expect(inMay).toMatchObject({ start: '2027-05-05', end: '2027-05-05' });
    expect(inMay ? inMay.why : []).toContainEqual({
      kind: 'moved-to-school-day',
      from: '2027-05-06',
      because: { kind: 'public-holiday', holiday: 'ascension' },
      date: '2027-05-05',
    });
  });

  it('moves to the week after when its own has no school day, unless that has its own', () => {
    const every = (weeks: number) =>
      datesOf({ repeat: { kind: 'weeks', weeks, on: 'wed' }, ...autumn }, vestfold2026);
    expect(every(7)).toEqual(['2026-08-19', '2026-10-12', '2026-11-25']);
    expect(every(1)).toContain('2026-10-14');
    expect(every(1)).not.toContain('2026-10-12');
  });

  it('says at the last occurrence what was left out after it', () => {
    const resolution = resolve(
      {
        ...autumn,
        repeat: { kind: 'weeks', weeks: 1, on: 'wed' },
        to: { kind: 'fixed-day', date: '10-09', roll: 'none' },
      },
      vestfold2026,
    );
    const last = resolution.kind === 'dated' && resolution.occurrences.at(-1);
    expect(last ? last.start : undefined).toBe('2026-09-30');
    expect(last ? last.why : []).toContainEqual({
      kind: 'left-out',
      date: '2026-10-07',
      because: { kind: 'break', break: 'autumn-break' },
    });
  });

  it('keeps its order and its bounds, with a slot for each, and its weekday unless it says that it moved', () => {
    fc.assert(
      fc.property(anyRecurrence, anySchoolYear, (rule, schoolYear) => {
        const resolution = resolve(rule, schoolYear);
        fc.pre(resolution.kind === 'dated');
        const { occurrences } = resolution as Extract<Resolution, { kind: 'dated' }>;
        const starts = occurrences.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort());
        expect(new Set(starts).size).toBe(starts.length);
        expect(new Set(occurrences.map(({ slot }) => slot)).size).toBe(starts.length);
        for (const { start, why } of occurrences) {
          const moved = why.find(({ kind }) => kind === 'moved-to-school-day');
          expect(weekdayOf(moved?.kind === 'moved-to-school-day' ? moved.from : start)).toBe(rule.repeat.on);
          expect(isSchoolDay(schoolYear, start)).toBe(true);
        }
        const edges = resolve({ kind: 'period', from: rule.from, to: rule.to }, schoolYear);
        const [{ start: from, end: to }] = (edges as Extract<Resolution, { kind: 'dated' }>).occurrences;
        expect(starts.every((start) => start >= from && start <= to)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('both changes of the clock', () => {
  it('move no date', () => {
    for (const date of ['2026-10-25', '2027-03-28']) {
      const [month, day] = date.slice(5).split('-') as [string, string];
      expect(datesOf({ kind: 'fixed-day', date: `${month}-${day}`, roll: 'none' }, vestfold2026)).toEqual([
        date,
      ]);
    }
    const across: DateRule = { kind: 'fixed-day', date: '10-24', roll: 'next-working-day' };
    expect(datesOf(across, vestfold2026)).toEqual(['2026-10-26']);
    expect(isoDate('2026-10-26')).toBe('2026-10-26');
  });
});
