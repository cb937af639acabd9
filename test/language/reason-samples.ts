import { ANCHORS, ROLLS } from '../../src/calendar/anchors-and-rolls.js';
import { isoDate, WEEKDAYS } from '../../src/calendar/iso-date.js';
import { PUBLIC_HOLIDAYS } from '../../src/calendar/public-holidays.js';
import type { NoDateReason, Reason } from '../../src/calendar/reason.js';
import type { Offset, Repeat } from '../../src/calendar/rule-parts.js';
import type { DayKind } from '../../src/calendar/school-year.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { BREAKS } from '../../src/calendar/skolerute.js';
import { AUTHORITIES, YEAR_DATE_STATUSES } from '../../src/calendar/year-date.js';

/** Samples of a union: of each of its kinds those that are worded each in their own way. A new kind needs a line here. */
type Samples<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: readonly Extract<Union, { kind: Kind }>[];
};

const all = <Union extends { readonly kind: string }>(samples: Samples<Union>): readonly Union[] =>
  Object.values<readonly Union[]>(samples).flat();

const date = isoDate('2027-03-01');
const from = isoDate('2026-08-17');
const to = date;

export const NTH = [1, 2, 3, 4, 5, -1, -2, -3, -4, -5] as const;

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const OFFSETS = all<Offset>({
  days: [-1, 1].map((days) => ({ kind: 'days', days })),
  weeks: [-1, 1].map((weeks) => ({ kind: 'weeks', weeks })),
  schoolDays: [-1, 1].map((schoolDays) => ({ kind: 'schoolDays', schoolDays })),
  workingDays: [-1, 1].map((workingDays) => ({ kind: 'workingDays', workingDays })),
});

const REPEATS = all<Repeat>({
  weeks: WEEKDAYS.map((on) => ({ kind: 'weeks', weeks: 2, on })),
  months: NTH.map((nth) => ({ kind: 'months', months: 2, nth, on: 'mon' })),
});

const DAYS = all<DayKind>({
  'school-day': [{ kind: 'school-day' }],
  weekend: [{ kind: 'weekend' }],
  'public-holiday': PUBLIC_HOLIDAYS.map((holiday) => ({ kind: 'public-holiday', holiday })),
  break: BREAKS.map((name) => ({ kind: 'break', break: name })),
  'planning-day': [{ kind: 'planning-day' }],
  'day-off': [{ kind: 'day-off' }],
  summer: [{ kind: 'summer' }],
});

const EDGES = ['start', 'end'] as const;

const MOVING_ROLLS = ROLLS.filter((roll) => roll !== 'none');

/** Reasons of every kind. */
export const REASONS = all<Reason>({
  'fixed-day': [{ kind: 'fixed-day', date }],
  'weekday-of-week': WEEKDAYS.map((day) => ({ kind: 'weekday-of-week', week: 9, day, date })),
  'nth-weekday': MONTHS.flatMap((month) =>
    NTH.map((nth) => ({ kind: 'nth-weekday' as const, nth, day: 'mon' as const, month, date })),
  ),
  anchor: ANCHORS.flatMap((anchor) => EDGES.map((edge) => ({ kind: 'anchor' as const, anchor, edge, date }))),
  template: EDGES.map((edge) => ({ kind: 'template', template: 'skolestart', edge, date })),
  offset: OFFSETS.map((offset) => ({ kind: 'offset', offset, date })),
  rolled: MOVING_ROLLS.flatMap((roll) =>
    DAYS.map((because) => ({ kind: 'rolled' as const, roll, because, from, date })),
  ),
  'not-moved': DAYS.map((is) => ({ kind: 'not-moved', is, date })),
  repeats: REPEATS.map(
    ({ kind: every, ...repeat }) =>
      ({ kind: 'repeats', every, ...repeat, from, to }) as Reason & { kind: 'repeats' },
  ),
  'left-out': DAYS.map((because) => ({ kind: 'left-out', because, date })),
  'moved-to-school-day': DAYS.map((because) => ({ kind: 'moved-to-school-day', because, from, date })),
  'moved-by-hand': [{ kind: 'moved-by-hand', from, date }],
  imported: [{ kind: 'imported', date }],
  'own-route': [{ kind: 'own-route', name: { nb: 'uke 9', nn: 'veke 9', en: 'week 9' }, from, date }],
  'own-date': [{ kind: 'own-date', from, date }],
  'same-place': [{ kind: 'same-place', from, date }],
  'set-by-hand': [{ kind: 'set-by-hand', date }],
  'year-date': AUTHORITIES.flatMap((by) =>
    YEAR_DATE_STATUSES.flatMap((status) =>
      [date, isoDate('2027-03-05')].map((end) => ({
        kind: 'year-date' as const,
        by,
        status,
        schoolYear: labelOf(2026),
        start: date,
        end,
      })),
    ),
  ),
  estimate: AUTHORITIES.flatMap((by) =>
    [null, 'skolestart'].map((template) => ({ kind: 'estimate' as const, template, by })),
  ),
  provisional: [{ kind: 'provisional', parts: ['autumn-break'] }],
});

/** Reasons of every kind why a rule has no date. */
export const NO_DATE_REASONS = all<NoDateReason>({
  'no-such-day': [{ kind: 'no-such-day', date: '02-29', year: 2027 }],
  'no-such-week': WEEKDAYS.map((day) => ({ kind: 'no-such-week', week: 53, day })),
  'no-such-nth-weekday': NTH.map((nth) => ({ kind: 'no-such-nth-weekday', nth, day: 'mon', month: 2 })),
  'outside-school-year': OFFSETS.map((offset) => ({ kind: 'outside-school-year', after: date, offset })),
  'nothing-to-roll-to': MOVING_ROLLS.map((roll) => ({ kind: 'nothing-to-roll-to', roll, date })),
  'reference-has-no-date': [{ kind: 'reference-has-no-date', template: 'skolestart' }],
  'ends-before-start': [{ kind: 'ends-before-start', from, to }],
  'never-repeats': [{ kind: 'never-repeats', from, to }],
});
