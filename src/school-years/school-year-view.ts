import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { pupilDaysByMonth, type SchoolYear, schoolYearFrom } from '../calendar/school-year.js';
import { schoolYearLabelSchema } from '../calendar/school-year-label.js';
import {
  BREAKS,
  type CompleteSkolerute,
  periodSchema,
  routeSchema,
  SKOLERUTE_PARTS,
  type Skolerute,
} from '../calendar/skolerute.js';
import {
  PUPIL_DAYS,
  type SkoleruteFlaw,
  type SkoleruteWarning,
  skoleruteFlawSentence,
  skoleruteFlaws,
  skoleruteWarnings,
} from '../calendar/skolerute-flaws.js';
import type { Correction } from './correction.js';

/** Codes of flaws that are of the count alone: the year can be laid out all the same. */
const COUNT_FLAWS: readonly SkoleruteFlaw['code'][] = ['wrong-pupil-days', 'wrong-month'];

const DAY_KINDS = [
  'school-day',
  'weekend',
  'public-holiday',
  'break',
  'planning-day',
  'day-off',
  'summer',
] as const satisfies readonly SchoolYear['days'][number]['is']['kind'][];

export const skoleruteFlawViewSchema = z
  .object({
    field: z.string().meta({ description: 'Such as winter-break.from; empty when it concerns the whole' }),
    line: z.int().nullable().meta({ description: 'The line of the file that was read; null without one' }),
    code: z
      .string()
      .nullable()
      .meta({ description: 'The code of the flaw; null for what could not be read at all' }),
    values: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .meta({ description: 'The dates and counts concerned' }),
    what: z.string().meta({ description: 'In English, to be read after the name of the field' }),
  })
  .meta({ id: 'SkoleruteFlaw' });

export type SkoleruteFlawView = z.infer<typeof skoleruteFlawViewSchema>;

/** A skolerute laid out: every part given or derived, its days counted, and what is wrong with it. */
export const laidOutSchema = z.object({
  said: z
    .enum(['official', 'provisional'])
    .meta({ description: 'Whether its publisher calls it official or provisional' }),
  source: z.object({ page: z.string(), note: z.string().optional() }),
  revised: isoDateSchema,
  'first-school-day': isoDateSchema,
  ...(Object.fromEntries(BREAKS.map((name) => [name, periodSchema])) as Record<
    (typeof BREAKS)[number],
    typeof periodSchema
  >),
  'last-school-day': isoDateSchema,
  daysOff: z.array(isoDateSchema),
  planningDays: z.array(isoDateSchema),
  provisional: z
    .array(z.enum(SKOLERUTE_PARTS))
    .meta({ description: 'The parts that the county has not adopted' }),
  open: z
    .array(z.enum(SKOLERUTE_PARTS))
    .meta({ description: 'The parts that each school sets for itself; their dates here are estimates' }),
  routes: z
    .record(z.string(), routeSchema)
    .meta({ description: 'The other routes in the county, by their keys' }),
  derived: z
    .array(z.enum(SKOLERUTE_PARTS))
    .meta({ description: 'The parts that are not given and are filled in by custom' }),
  required: z.int().meta({ description: 'Pupil days that a school year has by law' }),
  pupilDays: z.int().nullable().meta({ description: 'As counted; null when the days cannot be laid out' }),
  months: z
    .array(
      z.object({
        month: z.string().meta({ description: 'Such as 2026-08' }),
        counted: z.int(),
        published: z
          .int()
          .nullable()
          .meta({ description: 'As its publisher counts them; null when not given' }),
        days: z.array(z.enum(DAY_KINDS)).meta({ description: 'What each day of the month is to a pupil' }),
      }),
    )
    .meta({ description: 'August to July; empty when the days cannot be laid out' }),
  flaws: z.array(skoleruteFlawViewSchema),
  warnings: z
    .array(skoleruteFlawViewSchema)
    .meta({ description: 'What is unusual but for the county to decide; nothing is refused for it' }),
});

export type LaidOut = z.infer<typeof laidOutSchema>;

/** The skolerute in force for a county's school year. */
export const schoolYearViewSchema = laidOutSchema
  .extend({
    county: z.string(),
    schoolYear: schoolYearLabelSchema,
    origin: z.enum(['correction', 'file', 'custom']).meta({ description: 'Where it comes from' }),
    behind: z.enum(['file', 'custom']).meta({ description: 'What applies when a correction is withdrawn' }),
    corrected: z
      .object({ who: z.string(), at: z.string().meta({ format: 'date-time' }) })
      .nullable()
      .meta({ description: 'Who last corrected it or withdrew a correction, and when' }),
    version: z
      .int()
      .min(0)
      .meta({ description: 'Increases with each correction; 0 when there has been none' }),
  })
  .meta({ id: 'SchoolYear' });

export type SchoolYearView = z.infer<typeof schoolYearViewSchema>;

/** Lays a skolerute out and counts its days; `given` is what it was completed from, null when all of it is derived. */
export function layOut(
  complete: CompleteSkolerute,
  given: Skolerute | null,
  lineOf?: (flaw: SkoleruteFlaw) => number,
): LaidOut {
  const flaws = skoleruteFlaws(complete);
  const year = flaws.every(({ code }) => COUNT_FLAWS.includes(code)) ? schoolYearFrom(complete) : null;
  const warnings = flaws.length > 0 ? [] : skoleruteWarnings(complete);
  const { source, revised, daysOff, planningDays, open, provisional } = complete;
  return {
    said: given?.status ?? 'provisional',
    source,
    revised,
    'first-school-day': complete['first-school-day'],
    'autumn-break': complete['autumn-break'],
    'christmas-break': complete['christmas-break'],
    'winter-break': complete['winter-break'],
    'easter-break': complete['easter-break'],
    'last-school-day': complete['last-school-day'],
    daysOff: [...daysOff],
    planningDays: [...planningDays],
    provisional: [...provisional],
    open: [...open],
    routes: complete.routes,
    derived: SKOLERUTE_PARTS.filter((part) => given?.[part] === undefined),
    required: PUPIL_DAYS,
    pupilDays: year ? year.schoolDays.length : null,
    months: year ? monthsOf(year, given?.pupilDays ?? {}) : [],
    flaws: flaws.map((flaw) => viewFlaw(flaw, lineOf?.(flaw) ?? null)),
    warnings: warnings.map((warning) => viewFlaw(warning, null)),
  };
}

function monthsOf(year: SchoolYear, published: Readonly<Record<string, number>>): LaidOut['months'] {
  const counted = pupilDaysByMonth(year);
  const months = [...new Set(year.days.map(({ date }) => date.slice(0, 7)))];
  return months.map((month) => ({
    month,
    counted: counted.get(month) ?? 0,
    published: published[month] ?? null,
    days: year.days.filter(({ date }) => date.startsWith(month)).map(({ is }) => is.kind),
  }));
}

function viewFlaw(flaw: SkoleruteFlaw | SkoleruteWarning, line: number | null): SkoleruteFlawView {
  const { code, field, ...values } = flaw;
  return { field, line, code, values, what: skoleruteFlawSentence(flaw) };
}

/** The skolerute in force, with where it comes from. */
export function viewSchoolYear(
  complete: CompleteSkolerute,
  inForce: Skolerute | undefined,
  file: Skolerute | undefined,
  correction: Correction | undefined,
): SchoolYearView {
  const isCorrected = correction !== undefined && correction.skolerute !== null;
  const behind = file ? 'file' : 'custom';
  return {
    ...layOut(complete, inForce ?? null),
    county: complete.county,
    schoolYear: complete.schoolYear,
    origin: isCorrected ? 'correction' : behind,
    behind,
    corrected: correction ? { who: correction.who, at: correction.at } : null,
    version: correction?.version ?? 0,
  };
}
