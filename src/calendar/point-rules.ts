import { z } from 'zod';
import { ANCHORS, type Anchor } from './anchors-and-rolls.js';
import { dateOf, type IsoDate, monthOf } from './iso-date.js';
import { NoDate, type Point, shifted } from './point.js';
import {
  edgeSchema,
  monthSchema,
  nthSchema,
  type Offset,
  offsetSchema,
  rollSchema,
  templateKeySchema,
  weekdaySchema,
} from './rule-parts.js';
import type { SchoolYear, SchoolYearDay } from './school-year.js';
import type { Break, SkolerutePart } from './skolerute.js';

/** Returns the first and last day of another template; undefined when it has no date or does not exist. */
export type DaysOfTemplate = (template: string) => Record<'start' | 'end', IsoDate> | undefined;

/** What a rule's day depends on in a provisional skolerute: one part of it, or all school days. */
export type SkoleruteDependency = SkolerutePart | 'school-days';

/** Another template that a rule counts from, and the field of the rule that names it. */
export interface Reference {
  readonly key: string;
  readonly field: string;
}

/** The definition of a kind of rule that gives one day. */
interface PointKindOf<Schema extends z.ZodType> {
  /** How it is written. */
  readonly schema: Schema;
  /** Its day, before it is rolled. Throws NoDate when the school year has none. */
  readonly day: (rule: z.infer<Schema>, schoolYear: SchoolYear, daysOf: DaysOfTemplate) => Point;
  readonly restsOn: (rule: z.infer<Schema>) => readonly SkoleruteDependency[];
  readonly refersTo: (rule: z.infer<Schema>) => readonly Reference[];
}

const pointKind = <Schema extends z.ZodType>(kind: PointKindOf<Schema>) => kind;

const nothing = () => [];

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isMonthDay(text: string): boolean {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  const lastDay = DAYS_OF_MONTH[Number(match?.[1]) - 1];
  const day = Number(match?.[2]);
  return lastDay !== undefined && day >= 1 && day <= lastDay;
}

const monthDay = z.string().refine(isMonthDay, { error: 'is not a day of the year; write it as MM-DD' });

/**
 * The kinds of rule that give one day. A new kind begins here; the compiler and the tests name the other places, which
 * are listed in CONTRIBUTING.md.
 */
export const POINT_RULES = {
  /** A fixed day of the year, `MM-DD`. */
  'fixed-day': pointKind({
    schema: z.strictObject({ kind: z.literal('fixed-day'), date: monthDay, roll: rollSchema }),
    day: (rule, { startYear }) => {
      const [month, day] = rule.date.split('-').map(Number) as [number, number];
      const year = month >= 8 ? startYear : startYear + 1;
      const date = dateOf(year, month, day);
      if (!date) throw new NoDate({ kind: 'no-such-day', date: rule.date, year });
      return { date, why: [{ kind: 'fixed-day', date }] };
    },
    restsOn: nothing,
    refersTo: nothing,
  }),
  /** A weekday of an ISO week; weeks that the school year has twice mean the first. */
  'weekday-of-week': pointKind({
    schema: z.strictObject({
      kind: z.literal('weekday-of-week'),
      week: z.int().min(1).max(53),
      day: weekdaySchema,
      roll: rollSchema,
    }),
    day: ({ week, day }, { days }) => {
      const found = days.find(({ isoWeek, weekday }) => isoWeek.week === week && weekday === day);
      if (!found) throw new NoDate({ kind: 'no-such-week', week, day });
      return { date: found.date, why: [{ kind: 'weekday-of-week', week, day, date: found.date }] };
    },
    restsOn: nothing,
    refersTo: nothing,
  }),
  /** The nth weekday of a month, counted from its end when negative. */
  'nth-weekday': pointKind({
    schema: z.strictObject({
      kind: z.literal('nth-weekday'),
      nth: nthSchema,
      day: weekdaySchema,
      month: monthSchema,
      roll: rollSchema,
    }),
    day: ({ nth, day, month }, { days }) => {
      const date = nthWeekday(days, nth, day, month);
      if (!date) throw new NoDate({ kind: 'no-such-nth-weekday', nth, day, month });
      return { date, why: [{ kind: 'nth-weekday', nth, day, month, date }] };
    },
    restsOn: nothing,
    refersTo: nothing,
  }),
  /** A place of the school year, plus an offset. */
  anchor: pointKind({
    schema: z.strictObject({
      kind: z.literal('anchor'),
      anchor: z.enum(ANCHORS),
      edge: edgeSchema,
      plus: offsetSchema.optional(),
      roll: rollSchema,
    }),
    day: ({ anchor, edge, plus }, schoolYear) => {
      const date = PLACES[anchor].day(schoolYear, edge);
      return shifted({ date, why: [{ kind: 'anchor', anchor, edge, date }] }, plus, schoolYear);
    },
    restsOn: ({ anchor, plus }) => [...PLACES[anchor].restsOn, ...restsOnOffset(plus)],
    refersTo: nothing,
  }),
  /** The start or end of another template's date, plus an offset. */
  template: pointKind({
    schema: z.strictObject({
      kind: z.literal('template'),
      template: templateKeySchema,
      edge: edgeSchema,
      plus: offsetSchema.optional(),
      roll: rollSchema,
    }),
    day: ({ template, edge, plus }, schoolYear, daysOf) => {
      const date = daysOf(template)?.[edge];
      if (!date) throw new NoDate({ kind: 'reference-has-no-date', template });
      return shifted({ date, why: [{ kind: 'template', template, edge, date }] }, plus, schoolYear);
    },
    restsOn: ({ plus }) => restsOnOffset(plus),
    refersTo: ({ template }) => [{ key: template, field: 'template' }],
  }),
};

export type PointKind = keyof typeof POINT_RULES;

type PointSchema = (typeof POINT_RULES)[PointKind]['schema'];

/** A rule that gives one day. */
export type PointRule = z.infer<PointSchema>;

/** The rule of one kind. */
export type PointRuleOf<Kind extends PointKind> = Extract<PointRule, { kind: Kind }>;

export const POINT_SCHEMAS = Object.values(POINT_RULES).map(({ schema }) => schema) as [
  PointSchema,
  ...PointSchema[],
];

type Asked<Kind extends PointKind> = Omit<PointKindOf<z.ZodType<PointRuleOf<Kind>>>, 'schema'>;

/** The definition of a rule's kind. */
export function kindOfPoint<Kind extends PointKind>(rule: PointRuleOf<Kind>): Asked<Kind> {
  const kinds: { readonly [Each in PointKind]: Asked<Each> } = POINT_RULES;
  return kinds[rule.kind as Kind];
}

/** The nth of a weekday in a month of the school year, from its end when negative. */
export function nthWeekday(
  days: readonly SchoolYearDay[],
  nth: number,
  weekday: SchoolYearDay['weekday'],
  month: number,
): IsoDate | undefined {
  const all = days.filter((day) => day.weekday === weekday && monthOf(day.date) === month);
  return all.at(nth > 0 ? nth - 1 : nth)?.date;
}

const restsOnOffset = (offset: Offset | undefined): readonly SkoleruteDependency[] =>
  offset?.kind === 'schoolDays' ? ['school-days'] : [];

/** A place of the school year: its day, and the parts of the skolerute that it follows from. */
interface Place {
  readonly day: (schoolYear: SchoolYear, edge: 'start' | 'end') => IsoDate;
  readonly restsOn: readonly SkolerutePart[];
}

const breakPlace = (name: Break): Place => ({
  day: ({ skolerute }, edge) => skolerute[name][edge === 'start' ? 'from' : 'to'],
  restsOn: [name],
});

const PLACES: Record<Anchor, Place> = {
  'year-start': { day: ({ days }) => (days[0] as SchoolYearDay).date, restsOn: [] },
  'school-start': { day: ({ skolerute }) => skolerute['first-school-day'], restsOn: ['first-school-day'] },
  'autumn-break': breakPlace('autumn-break'),
  'autumn-term-end': { day: ({ terms }) => terms[0].to, restsOn: ['christmas-break'] },
  'christmas-break': breakPlace('christmas-break'),
  'spring-term-start': { day: ({ terms }) => terms[1].from, restsOn: ['christmas-break'] },
  'winter-break': breakPlace('winter-break'),
  'easter-break': breakPlace('easter-break'),
  'school-end': { day: ({ skolerute }) => skolerute['last-school-day'], restsOn: ['last-school-day'] },
  'year-end': { day: ({ days }) => (days.at(-1) as SchoolYearDay).date, restsOn: [] },
};
