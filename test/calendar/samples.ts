import fc from 'fast-check';
import { ANCHORS, ROLLS } from '../../src/calendar/anchors-and-rolls.js';
import { completeSkolerute } from '../../src/calendar/complete-skolerute.js';
import type { DateRule, RecurrenceRule } from '../../src/calendar/date-rule.js';
import { type IsoDate, isoDate, WEEKDAYS } from '../../src/calendar/iso-date.js';
import type { PointKind, PointRule, PointRuleOf } from '../../src/calendar/point-rules.js';
import type { Offset, Repeat } from '../../src/calendar/rule-parts.js';
import { type SchoolYear, schoolYearFrom } from '../../src/calendar/school-year.js';
import { FIRST_START_YEAR, LAST_START_YEAR, labelOf } from '../../src/calendar/school-year-label.js';
import { loadKnowledge, schoolYearFor } from '../../src/datafiles/knowledge.js';

/** Vestfold's real, checked school years. */
export const knowledge = loadKnowledge();
export const vestfold2025 = schoolYearFor(knowledge, '39', labelOf(2025));
export const vestfold2026 = schoolYearFor(knowledge, '39', labelOf(2026));

const derived = new Map<string, SchoolYear>();

/** A school year derived by custom, with the breaks in the weeks given. */
export function derivedSchoolYear(startYear: number, autumnWeek = 40, winterWeek = 8): SchoolYear {
  const key = `${startYear} ${autumnWeek} ${winterWeek}`;
  const schoolYear =
    derived.get(key) ??
    schoolYearFrom(
      completeSkolerute('39', labelOf(startYear), {
        custom: {
          revised: isoDate('2026-11-24'),
          autumnWeek,
          winterWeek,
          autumnFrom: 'mon',
          winterFrom: 'mon',
          basis: 'customary',
          source: 'custom',
        },
      }),
    );
  derived.set(key, schoolYear);
  return schoolYear;
}

/** Any school year from 2000/2001 to 2100/2101, with breaks in any customary week. */
export const anySchoolYear: fc.Arbitrary<SchoolYear> = fc
  .tuple(
    fc.integer({ min: FIRST_START_YEAR, max: LAST_START_YEAR }),
    fc.integer({ min: 39, max: 42 }),
    fc.integer({ min: 7, max: 10 }),
  )
  .map(([startYear, autumnWeek, winterWeek]) => derivedSchoolYear(startYear, autumnWeek, winterWeek));

/** Any school year with one of its days. */
export const anyDay: fc.Arbitrary<{ schoolYear: SchoolYear; date: IsoDate }> = anySchoolYear.chain(
  (schoolYear) => fc.constantFrom(...schoolYear.days).map(({ date }) => ({ schoolYear, date })),
);

const roll = fc.constantFrom(...ROLLS);
const weekday = fc.constantFrom(...WEEKDAYS);
const nth = fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -3, -4, -5);
const edge = fc.constantFrom('start' as const, 'end' as const);
const offsets: { readonly [Kind in Offset['kind']]: fc.Arbitrary<Extract<Offset, { kind: Kind }>> } = {
  days: fc.record({ kind: fc.constant('days'), days: fc.integer({ min: -200, max: 200 }) }),
  weeks: fc.record({ kind: fc.constant('weeks'), weeks: fc.integer({ min: -30, max: 30 }) }),
  schoolDays: fc.record({
    kind: fc.constant('schoolDays'),
    schoolDays: fc.integer({ min: -100, max: 100 }),
  }),
  workingDays: fc.record({
    kind: fc.constant('workingDays'),
    workingDays: fc.integer({ min: -120, max: 120 }),
  }),
};

/** Any offset. */
export const anyOffset: fc.Arbitrary<Offset> = fc.oneof(...Object.values(offsets));

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const monthDay = fc
  .integer({ min: 1, max: 12 })
  .chain((month) => fc.integer({ min: 1, max: LENGTHS[month - 1] ?? 31 }).map((day) => [month, day] as const))
  .map(([month, day]) => `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

/** Rules of one day by kind. */
export const pointRules: { readonly [Kind in PointKind]: fc.Arbitrary<PointRuleOf<Kind>> } = {
  'fixed-day': fc.record({ kind: fc.constant('fixed-day'), date: monthDay, roll }),
  'weekday-of-week': fc.record({
    kind: fc.constant('weekday-of-week'),
    week: fc.integer({ min: 1, max: 53 }),
    day: weekday,
    roll,
  }),
  'nth-weekday': fc.record({
    kind: fc.constant('nth-weekday'),
    nth,
    day: weekday,
    month: fc.integer({ min: 1, max: 12 }),
    roll,
  }),
  anchor: fc.record(
    {
      kind: fc.constant('anchor'),
      anchor: fc.constantFrom(...ANCHORS),
      edge,
      plus: anyOffset,
      roll,
    },
    { requiredKeys: ['kind', 'anchor', 'edge', 'roll'] },
  ),
  template: fc.record(
    { kind: fc.constant('template'), template: fc.constant('skolestart'), edge, plus: anyOffset, roll },
    { requiredKeys: ['kind', 'template', 'edge', 'roll'] },
  ),
};

const { template: _refersToAnother, ...alone } = pointRules;

/** Any valid point rule that needs no other template. */
export const anyPointRule: fc.Arbitrary<PointRule> = fc.oneof(...Object.values(alone));

/** Ways to repeat by kind. */
export const repeats: { readonly [Kind in Repeat['kind']]: fc.Arbitrary<Extract<Repeat, { kind: Kind }>> } = {
  weeks: fc.record({ kind: fc.constant('weeks'), weeks: fc.integer({ min: 1, max: 26 }), on: weekday }),
  months: fc.record({
    kind: fc.constant('months'),
    months: fc.integer({ min: 1, max: 6 }),
    nth,
    on: weekday,
  }),
};

export const anyRecurrence: fc.Arbitrary<RecurrenceRule> = fc.record({
  kind: fc.constant('recurrence'),
  repeat: fc.oneof(...Object.values(repeats)),
  from: anyPointRule,
  to: anyPointRule,
});

/** Any valid rule: a point, a period or a recurrence. */
export const anyRule: fc.Arbitrary<DateRule> = fc.oneof(
  anyPointRule,
  fc.record({ kind: fc.constant('period'), from: anyPointRule, to: anyPointRule }),
  anyRecurrence,
);
