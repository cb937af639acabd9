import type { Text } from '../language/text.js';
import type { Roll } from './anchors-and-rolls.js';
import type { DateRule } from './date-rule.js';
import type { IsoDate } from './iso-date.js';
import { NoDate, type Occurrence, type Point } from './point.js';
import { type DaysOfTemplate, kindOfPoint, type PointRule } from './point-rules.js';
import type { NoDateReason } from './reason.js';
import { recur } from './recur.js';
import { dayOf, type SchoolYear, type SchoolYearDay } from './school-year.js';
import type { YearDate } from './year-date.js';

/** The result of a rule in one school year. */
export type Resolution =
  | { readonly kind: 'dated'; readonly occurrences: readonly [Occurrence, ...Occurrence[]] }
  | { readonly kind: 'undated'; readonly reason: NoDateReason };

/** The days of an occurrence for those who follow a route of the skolerute. */
export interface DatesOnRoute {
  /** Its key, as units have it. */
  readonly route: string;
  readonly name: Text;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/**
 * The days of an occurrence on each route of a school year where they are others; `resolveOn` resolves what it is of in the
 * school year of a route. A route on which there is no such occurrence has the common days.
 */
export function datesOnRoutes(
  { slot, start, end }: Pick<Occurrence, 'slot' | 'start' | 'end'>,
  { routes }: SchoolYear,
  resolveOn: (schoolYear: SchoolYear, route: string) => Resolution | undefined,
): DatesOnRoute[] {
  return [...routes].flatMap(([route, { name, schoolYear }]) => {
    const resolution = resolveOn(schoolYear, route);
    const occurrences = resolution?.kind === 'dated' ? resolution.occurrences : [];
    const there = occurrences.find((each) => each.slot === slot);
    if (!there || (there.start === start && there.end === end)) return [];
    return [{ route, name, start: there.start, end: there.end }];
  });
}

/** Returns the resolution of another template; undefined when there is no such template. */
export type References = (template: string) => Resolution | undefined;

/**
 * The dates of a rule in a school year: the one set for the year where there is one, else what the rule gives; with the trail of reasons that led to each, or a named reason why it has none.
 * Total: gives an answer for every valid rule and never a day outside 1 August to 31 July.
 */
export function resolve(
  rule: DateRule,
  schoolYear: SchoolYear,
  references: References = () => undefined,
  yearDate?: YearDate,
): Resolution {
  if (yearDate) return { kind: 'dated', occurrences: [occurrenceOf(yearDate, schoolYear)] };
  try {
    return { kind: 'dated', occurrences: occurrencesOf(rule, schoolYear, references) };
  } catch (error) {
    if (error instanceof NoDate) return { kind: 'undated', reason: error.reason };
    throw error;
  }
}

function occurrenceOf({ start, end, by, status }: YearDate, { label }: SchoolYear): Occurrence {
  return { slot: null, start, end, why: [{ kind: 'year-date', by, status, schoolYear: label, start, end }] };
}

function occurrencesOf(
  rule: DateRule,
  schoolYear: SchoolYear,
  references: References,
): readonly [Occurrence, ...Occurrence[]] {
  if (rule.kind !== 'period' && rule.kind !== 'recurrence') {
    const { date, why } = resolvePoint(rule, schoolYear, references);
    return [{ slot: null, start: date, end: date, why }];
  }
  const from = resolvePoint(rule.from, schoolYear, references);
  const to = resolvePoint(rule.to, schoolYear, references);
  if (to.date < from.date) throw new NoDate({ kind: 'ends-before-start', from: from.date, to: to.date });
  if (rule.kind === 'recurrence') return recur(rule, schoolYear, from, to);
  return [{ slot: null, start: from.date, end: to.date, why: [...from.why, ...to.why] }];
}

function resolvePoint(rule: PointRule, schoolYear: SchoolYear, references: References): Point {
  const point = kindOfPoint(rule).day(rule, schoolYear, (template) => daysOf(references(template)));
  return rollPoint(point, rule.roll, schoolYear);
}

/** The first and the last day of what a rule came to; undefined when it has no date. */
function daysOf(resolution: Resolution | undefined): ReturnType<DaysOfTemplate> {
  if (resolution?.kind !== 'dated') return undefined;
  const { occurrences } = resolution;
  return { start: occurrences[0].start, end: (occurrences.at(-1) ?? occurrences[0]).end };
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
