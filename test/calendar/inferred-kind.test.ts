import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateRuleSchema, type RuleKind } from '../../src/calendar/date-rule.js';
import { withReasonKinds, withRuleKind } from '../../src/calendar/inferred-kind.js';
import { resolve } from '../../src/calendar/resolve.js';
import { kindless, reasonOfBefore } from './kindless.js';
import { anyRule, anySchoolYear } from './samples.js';

/** The rules that there were before rules had kinds, as they were written. A kind that is newer has no place here. */
const BEFORE: Partial<Record<RuleKind, readonly object[]>> = {
  'fixed-day': [{ date: '03-01', roll: 'next-working-day' }],
  'weekday-of-week': [{ week: 41, day: 'fri', roll: 'none' }],
  'nth-weekday': [{ nth: -1, day: 'tue', month: 9, roll: 'none' }],
  anchor: [
    { anchor: 'school-start', roll: 'none' },
    { anchor: 'winter-break', edge: 'end', plus: { days: 1 }, roll: 'none' },
    { anchor: 'winter-break', edge: 'end', plus: { weeks: -1 }, roll: 'none' },
    { anchor: 'winter-break', edge: 'end', plus: { schoolDays: 3 }, roll: 'none' },
  ],
  template: [{ template: 'skolestart', plus: { weeks: 2 }, roll: 'none' }],
  period: [{ from: { week: 41, day: 'fri', roll: 'none' }, to: { template: 'skolestart', roll: 'none' } }],
  recurrence: [
    {
      repeat: { weeks: 2, on: 'wed' },
      from: { date: '09-01', roll: 'none' },
      to: { anchor: 'school-end', plus: { weeks: -1 }, roll: 'none' },
    },
    {
      repeat: { months: 1, nth: 1, on: 'tue' },
      from: { date: '09-01', roll: 'none' },
      to: { nth: 1, day: 'mon', month: 3, roll: 'none' },
    },
  ],
};

/** Any rule that is made of kinds that there were. */
const anyRuleOfBefore = anyRule.filter((rule) => {
  const parts = 'from' in rule ? [rule, rule.from, rule.to] : [rule];
  return parts.every(({ kind }) => kind in BEFORE);
});

describe('a rule of the version before', () => {
  it.each(Object.entries(BEFORE).flatMap(([kind, rules]) => rules.map((rule) => ({ kind, rule }))))(
    'is read as what it is: $kind',
    ({ kind, rule }) => {
      const read = dateRuleSchema.parse(rule);
      expect(read.kind).toBe(kind);
      expect(kindless(read)).toMatchObject(rule);
      expect(withRuleKind(rule)).toMatchObject({ kind, ...rule });
    },
  );

  it('is read as it would be with its kinds', () => {
    fc.assert(
      fc.property(anyRuleOfBefore, (rule) => {
        expect(dateRuleSchema.parse(kindless(rule))).toEqual(rule);
        expect(withRuleKind(kindless(rule))).toEqual(rule);
      }),
      { seed: 16 },
    );
  });

  it('keeps the kind that it says, and the object when there is nothing to add', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(withRuleKind(rule)).toBe(rule);
      }),
      { seed: 16 },
    );
    const claims = { kind: 'anchor', date: '03-01', roll: 'none' };
    expect(withRuleKind(claims)).toBe(claims);
    expect(dateRuleSchema.safeParse(claims).success).toBe(false);
  });

  it.each([null, undefined, 'x', 3, [], {}, { roll: 'none' }, { from: 3, to: null }, { repeat: [] }])(
    'is refused when it is none: %j',
    (value) => {
      expect(dateRuleSchema.safeParse(value).success).toBe(false);
    },
  );
});

describe('the reasons of the version before', () => {
  it('are read as they are written now', () => {
    fc.assert(
      fc.property(anyRule, anySchoolYear, (rule, schoolYear) => {
        const found = resolve(rule, schoolYear);
        const reasons = found.kind === 'dated' ? found.occurrences.flatMap(({ why }) => why) : [];
        for (const reason of reasons) {
          expect(withReasonKinds(reasonOfBefore(reason))).toEqual(reason);
          expect(withReasonKinds(reason)).toBe(reason);
        }
      }),
      { seed: 16, numRuns: 300 },
    );
  });

  it.each([null, 'x', [], {}])('are left as they are when they are none: %j', (value) => {
    expect(withReasonKinds(value)).toBe(value);
  });
});
