import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateRule, dateRuleSchema } from '../../src/calendar/date-rule.js';
import { isoDate, weekdayOf } from '../../src/calendar/iso-date.js';
import { type References, type Resolution, resolve } from '../../src/calendar/resolve.js';
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
    expect(datesOf({ date: '03-01', roll: 'next-working-day' }, vestfold2025)).toEqual(['2026-03-02']);
    expect(datesOf({ date: '02-01', roll: 'next-working-day' }, vestfold2025)).toEqual(['2026-02-02']);
  });

  it('leaves 1 March 2027 alone and says that it is a school day', () => {
    const resolution = resolve({ date: '03-01', roll: 'next-school-day' }, vestfold2026);
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
    const resolution = resolve({ date: '05-06', roll: 'next-school-day' }, vestfold2026);
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
    expect(datesOf({ date: '07-01', roll: 'next-school-day' }, vestfold2026)).toBe('nothing-to-roll-to');
    expect(datesOf({ date: '08-03', roll: 'previous-school-day' }, vestfold2026)).toBe('nothing-to-roll-to');
  });
});

describe('a fixed day', () => {
  it('is in the first year from August and in the second from January', () => {
    expect(datesOf({ date: '12-31', roll: 'none' }, vestfold2026)).toEqual(['2026-12-31']);
    expect(datesOf({ date: '01-01', roll: 'none' }, vestfold2026)).toEqual(['2027-01-01']);
  });

  it('is 29 February in leap years only', () => {
    expect(datesOf({ date: '02-29', roll: 'none' }, derivedSchoolYear(2027))).toEqual(['2028-02-29']);
    expect(datesOf({ date: '02-29', roll: 'none' }, vestfold2026)).toBe('no-such-day');
    expect(datesOf({ date: '02-29', roll: 'none' }, derivedSchoolYear(2099))).toBe('no-such-day');
  });
});

describe('a weekday of a week', () => {
  it('is in the year that the school year has the week in', () => {
    expect(datesOf({ week: 41, day: 'fri', roll: 'none' }, vestfold2026)).toEqual(['2026-10-09']);
    expect(datesOf({ week: 2, day: 'fri', roll: 'none' }, vestfold2026)).toEqual(['2027-01-15']);
  });

  it('is in week 53 only in the years that have it', () => {
    expect(datesOf({ week: 53, day: 'thu', roll: 'none' }, vestfold2026)).toEqual(['2026-12-31']);
    expect(datesOf({ week: 53, day: 'fri', roll: 'none' }, vestfold2026)).toEqual(['2027-01-01']);
    expect(datesOf({ week: 53, day: 'thu', roll: 'none' }, vestfold2025)).toBe('no-such-week');
  });
});

describe('the nth weekday of a month', () => {
  it('counts from the end when negative', () => {
    expect(datesOf({ nth: -1, day: 'tue', month: 9, roll: 'none' }, vestfold2026)).toEqual(['2026-09-29']);
    expect(datesOf({ nth: 1, day: 'mon', month: 3, roll: 'none' }, vestfold2026)).toEqual(['2027-03-01']);
  });

  it('has no fifth in a short month', () => {
    expect(datesOf({ nth: 5, day: 'mon', month: 2, roll: 'none' }, vestfold2026)).toBe('no-such-nth-weekday');
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
    expect(datesOf({ anchor, edge, roll: 'none' }, vestfold2026)).toEqual([date]);
  });

  it('takes an offset in days, weeks or school days, in both directions', () => {
    const at = (plus: { days: number } | { weeks: number } | { schoolDays: number }) =>
      datesOf({ anchor: 'autumn-break', edge: 'start', plus, roll: 'none' }, vestfold2026);
    expect(at({ days: 3 })).toEqual(['2026-10-08']);
    expect(at({ weeks: -2 })).toEqual(['2026-09-21']);
    expect(at({ schoolDays: 1 })).toEqual(['2026-10-12']);
    expect(at({ schoolDays: -1 })).toEqual(['2026-10-02']);
  });

  it('has no date beyond the school year', () => {
    expect(
      datesOf({ anchor: 'year-end', edge: 'start', plus: { days: 1 }, roll: 'none' }, vestfold2026),
    ).toBe('outside-school-year');
    expect(
      datesOf({ anchor: 'school-end', edge: 'start', plus: { schoolDays: 1 }, roll: 'none' }, vestfold2026),
    ).toBe('outside-school-year');
  });

  it('is right when Easter is in March and when it is in late April', () => {
    const easter = { anchor: 'easter-break', edge: 'start', roll: 'none' } as const;
    expect(datesOf(easter, derivedSchoolYear(2007))).toEqual(['2008-03-17']);
    expect(datesOf(easter, derivedSchoolYear(2037))).toEqual(['2038-04-19']);
  });
});

describe('a reference to another template', () => {
  const survey: Resolution = resolve(
    { from: { week: 45, day: 'mon', roll: 'none' }, to: { week: 49, day: 'fri', roll: 'none' } },
    vestfold2026,
  );
  const references: References = (key) => (key === 'survey' ? survey : undefined);

  it('counts from its start or its end', () => {
    const from = (edge: 'start' | 'end') =>
      datesOf({ template: 'survey', edge, plus: { schoolDays: 10 }, roll: 'none' }, vestfold2026, references);
    expect(from('start')).toEqual(['2026-11-16']);
    expect(from('end')).toEqual(['2026-12-18']);
  });

  it('has no date when the other has none', () => {
    expect(datesOf({ template: 'nothing', edge: 'start', roll: 'none' }, vestfold2026, references)).toBe(
      'reference-has-no-date',
    );
  });
});

describe('a period', () => {
  it('runs from one rule to the other, both days included', () => {
    const rule: DateRule = {
      from: { anchor: 'school-start', edge: 'start', roll: 'none' },
      to: { anchor: 'autumn-break', edge: 'start', plus: { schoolDays: -1 }, roll: 'none' },
    };
    expect(datesOf(rule, vestfold2026)).toEqual(['2026-08-17/2026-10-02']);
  });

  it('has no date when it would end before it starts', () => {
    const rule: DateRule = { from: { date: '03-01', roll: 'none' }, to: { date: '02-01', roll: 'none' } };
    expect(datesOf(rule, vestfold2026)).toBe('ends-before-start');
  });
});

describe('a recurrence', () => {
  const autumn = {
    from: { anchor: 'school-start', edge: 'start', roll: 'none' },
    to: { anchor: 'autumn-term-end', edge: 'start', roll: 'none' },
  } as const;

  it('comes back in weeks and leaves out the breaks', () => {
    expect(datesOf({ repeat: { weeks: 2, on: 'wed' }, ...autumn }, vestfold2026)).toEqual([
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
    expect(datesOf({ repeat: { weeks: 1, on: 'wed' }, ...autumn }, vestfold2026)).not.toContain('2026-10-07');
  });

  it('tells what was left out at the occurrence that follows', () => {
    const resolution = resolve({ repeat: { weeks: 1, on: 'wed' }, ...autumn }, vestfold2026);
    const after =
      resolution.kind === 'dated' && resolution.occurrences.find(({ start }) => start === '2026-10-14');
    expect(after ? after.why : []).toContainEqual({
      kind: 'left-out',
      date: '2026-10-07',
      because: { kind: 'break', break: 'autumn-break' },
    });
  });

  it('comes back in months', () => {
    expect(datesOf({ repeat: { months: 1, nth: 1, on: 'tue' }, ...autumn }, vestfold2026)).toEqual([
      '2026-09-01',
      '2026-11-03',
      '2026-12-01',
    ]);
  });

  it('keeps its order, its weekday and its bounds, with a slot of its own for each', () => {
    fc.assert(
      fc.property(anyRecurrence, anySchoolYear, (rule, schoolYear) => {
        const resolution = resolve(rule, schoolYear);
        fc.pre(resolution.kind === 'dated');
        const { occurrences } = resolution as Extract<Resolution, { kind: 'dated' }>;
        const starts = occurrences.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort());
        expect(new Set(starts).size).toBe(starts.length);
        expect(new Set(occurrences.map(({ slot }) => slot)).size).toBe(starts.length);
        for (const start of starts) {
          expect(weekdayOf(start)).toBe(rule.repeat.on);
          expect(isSchoolDay(schoolYear, start)).toBe(true);
        }
        const edges = resolve({ from: rule.from, to: rule.to }, schoolYear);
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
      expect(datesOf({ date: `${month}-${day}`, roll: 'none' }, vestfold2026)).toEqual([date]);
    }
    const across: DateRule = { date: '10-24', roll: 'next-working-day' };
    expect(datesOf(across, vestfold2026)).toEqual(['2026-10-26']);
    expect(isoDate('2026-10-26')).toBe('2026-10-26');
  });
});
