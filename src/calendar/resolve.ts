import type { Anchor, Roll } from './anchors-and-rolls.js';
import type { DateRule, Offset, PointRule, RecurrenceRule } from './date-rule.js';
import { dateOf, type IsoDate, monthOf } from './iso-date.js';
import type { NoDateReason, Reason } from './reason.js';
import {
  addSchoolDays,
  dayOf,
  isSchoolDay,
  type SchoolYear,
  type SchoolYearDay,
  shiftDays,
} from './school-year.js';

/** One date, or one period from `start` to `end` (included), that a rule gives in a school year. */
export interface Occurrence {
  /** Names the occurrence among those of a recurrence (`w41`, `m10`) for as long as the rule lives; null where there is one. */
  readonly slot: string | null;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly why: readonly Reason[];
}

/** What a rule comes to in one school year. */
export type Resolution =
  | { readonly kind: 'dated'; readonly occurrences: readonly [Occurrence, ...Occurrence[]] }
  | { readonly kind: 'undated'; readonly reason: NoDateReason };

/** Gives what another template came to; undefined when there is no such template. */
export type References = (template: string) => Resolution | undefined;

type Point = { readonly date: IsoDate; readonly why: readonly Reason[] };

/** Carries a NoDateReason out of the nested steps; never leaves this module. */
class NoDate extends Error {
  constructor(readonly reason: NoDateReason) {
    super(reason.kind);
  }
}

/**
 * The dates of a rule in a school year, with the trail of reasons that led to each, or a named reason why it has none.
 * Total: gives an answer for every valid rule and never a day outside 1 August to 31 July.
 */
export function resolve(
  rule: DateRule,
  schoolYear: SchoolYear,
  references: References = () => undefined,
): Resolution {
  try {
    return { kind: 'dated', occurrences: occurrencesOf(rule, schoolYear, references) };
  } catch (error) {
    if (error instanceof NoDate) return { kind: 'undated', reason: error.reason };
    throw error;
  }
}

function occurrencesOf(
  rule: DateRule,
  schoolYear: SchoolYear,
  references: References,
): readonly [Occurrence, ...Occurrence[]] {
  if (!('from' in rule)) {
    const { date, why } = resolvePoint(rule, schoolYear, references);
    return [{ slot: null, start: date, end: date, why }];
  }
  const from = resolvePoint(rule.from, schoolYear, references);
  const to = resolvePoint(rule.to, schoolYear, references);
  if (to.date < from.date) throw new NoDate({ kind: 'ends-before-start', from: from.date, to: to.date });
  if ('repeat' in rule) return recur(rule, schoolYear, from, to);
  return [{ slot: null, start: from.date, end: to.date, why: [...from.why, ...to.why] }];
}

function resolvePoint(rule: PointRule, schoolYear: SchoolYear, references: References): Point {
  const base = basePoint(rule, schoolYear, references);
  const shifted = 'plus' in rule && rule.plus ? shift(base, rule.plus, schoolYear) : base;
  return rollPoint(shifted, rule.roll, schoolYear);
}

function basePoint(rule: PointRule, schoolYear: SchoolYear, references: References): Point {
  if ('date' in rule) {
    const [month, day] = rule.date.split('-').map(Number) as [number, number];
    const year = month >= 8 ? schoolYear.startYear : schoolYear.startYear + 1;
    const date = dateOf(year, month, day);
    if (!date) throw new NoDate({ kind: 'no-such-day', date: rule.date, year });
    return { date, why: [{ kind: 'fixed-day', date }] };
  }
  if ('week' in rule) {
    const { week, day } = rule;
    const found = schoolYear.days.find(({ isoWeek, weekday }) => isoWeek.week === week && weekday === day);
    if (!found) throw new NoDate({ kind: 'no-such-week', week, day });
    return { date: found.date, why: [{ kind: 'weekday-of-week', week, day, date: found.date }] };
  }
  if ('nth' in rule) {
    const { nth, day, month } = rule;
    const date = nthWeekday(schoolYear.days, nth, day, month);
    if (!date) throw new NoDate({ kind: 'no-such-nth-weekday', nth, day, month });
    return { date, why: [{ kind: 'nth-weekday', nth, day, month, date }] };
  }
  if ('anchor' in rule) {
    const date = anchorDate(rule.anchor, rule.edge, schoolYear);
    return { date, why: [{ kind: 'anchor', anchor: rule.anchor, edge: rule.edge, date }] };
  }
  const referred = references(rule.template);
  if (referred?.kind !== 'dated')
    throw new NoDate({ kind: 'reference-has-no-date', template: rule.template });
  const occurrence = rule.edge === 'start' ? referred.occurrences[0] : referred.occurrences.at(-1);
  const date = (occurrence ?? referred.occurrences[0])[rule.edge];
  return { date, why: [{ kind: 'template', template: rule.template, edge: rule.edge, date }] };
}

function nthWeekday(
  days: readonly SchoolYearDay[],
  nth: number,
  weekday: SchoolYearDay['weekday'],
  month: number,
): IsoDate | undefined {
  const all = days.filter((day) => day.weekday === weekday && monthOf(day.date) === month);
  return all.at(nth > 0 ? nth - 1 : nth)?.date;
}

function anchorDate(anchor: Anchor, edge: 'start' | 'end', schoolYear: SchoolYear): IsoDate {
  const { skolerute, terms, days } = schoolYear;
  switch (anchor) {
    case 'year-start':
    case 'year-end':
      return (days.at(anchor === 'year-start' ? 0 : -1) as SchoolYearDay).date;
    case 'school-start':
      return skolerute['first-school-day'];
    case 'autumn-term-end':
      return terms[0].to;
    case 'spring-term-start':
      return terms[1].from;
    case 'school-end':
      return skolerute['last-school-day'];
    case 'autumn-break':
    case 'christmas-break':
    case 'winter-break':
    case 'easter-break':
      return skolerute[anchor][edge === 'start' ? 'from' : 'to'];
    default:
      return anchor satisfies never;
  }
}

function shift({ date, why }: Point, offset: Offset, schoolYear: SchoolYear): Point {
  const shifted =
    'schoolDays' in offset
      ? addSchoolDays(schoolYear, date, offset.schoolDays)
      : shiftDays(schoolYear, date, 'weeks' in offset ? 7 * offset.weeks : offset.days);
  if (!shifted) throw new NoDate({ kind: 'outside-school-year', after: date, offset });
  return { date: shifted, why: [...why, { kind: 'offset', offset, date: shifted }] };
}

function rollPoint({ date, why }: Point, roll: Roll, schoolYear: SchoolYear): Point {
  const day = dayOf(schoolYear, date);
  if (!day) throw new RangeError(`${date} is outside ${schoolYear.label}`);
  if (roll === 'none') return { date, why };
  const suits = (candidate: SchoolYearDay) =>
    roll.endsWith('school-day') ? candidate.is.kind === 'school-day' : candidate.isWorkingDay;
  if (suits(day)) return { date, why: [...why, { kind: 'not-moved', is: day.is, date }] };
  const step = roll.startsWith('next') ? 1 : -1;
  let index = (schoolYear.indexOf.get(date) as number) + step;
  for (let candidate = schoolYear.days[index]; candidate; candidate = schoolYear.days[index]) {
    if (suits(candidate)) {
      return {
        date: candidate.date,
        why: [...why, { kind: 'rolled', roll, because: day.is, from: date, date: candidate.date }],
      };
    }
    index += step;
  }
  throw new NoDate({ kind: 'nothing-to-roll-to', roll, date });
}

function recur(
  rule: RecurrenceRule,
  schoolYear: SchoolYear,
  from: Point,
  to: Point,
): readonly [Occurrence, ...Occurrence[]] {
  const { repeat } = rule;
  const candidates =
    'weeks' in repeat ? everyWeeks(schoolYear, repeat, from, to) : everyMonths(schoolYear, repeat, from, to);
  const occurrences: Occurrence[] = [];
  let leftOut: Reason[] = [];
  for (const { slot, day } of candidates) {
    if (isSchoolDay(schoolYear, day.date)) {
      const why: Reason[] = [{ kind: 'repeats', ...repeat, from: from.date, to: to.date }, ...leftOut];
      occurrences.push({ slot, start: day.date, end: day.date, why });
      leftOut = [];
    } else {
      leftOut.push({ kind: 'left-out', date: day.date, because: day.is });
    }
  }
  const [first, ...rest] = occurrences;
  if (!first) throw new NoDate({ kind: 'never-repeats', from: from.date, to: to.date });
  return [first, ...rest];
}

interface Candidate {
  readonly slot: string;
  readonly day: SchoolYearDay;
}

function everyWeeks(
  schoolYear: SchoolYear,
  { weeks, on }: Extract<RecurrenceRule['repeat'], { weeks: number }>,
  from: Point,
  to: Point,
): Candidate[] {
  const days = schoolYear.days.filter(
    ({ date, weekday }) => weekday === on && date >= from.date && date <= to.date,
  );
  return days
    .filter((_, index) => index % weeks === 0)
    .map((day) => ({ slot: `w${String(day.isoWeek.week).padStart(2, '0')}`, day }));
}

function everyMonths(
  schoolYear: SchoolYear,
  { months, nth, on }: Extract<RecurrenceRule['repeat'], { months: number }>,
  from: Point,
  to: Point,
): Candidate[] {
  const firstMonth = monthOf(from.date);
  const monthsOfYear = [...new Set(schoolYear.days.map(({ date }) => monthOf(date)))];
  return monthsOfYear.flatMap((month) => {
    const sinceFirst = (month - firstMonth + 12) % 12;
    const date = sinceFirst % months === 0 ? nthWeekday(schoolYear.days, nth, on, month) : undefined;
    const day = date && date >= from.date && date <= to.date ? dayOf(schoolYear, date) : undefined;
    return day ? [{ slot: `m${String(month).padStart(2, '0')}`, day }] : [];
  });
}
