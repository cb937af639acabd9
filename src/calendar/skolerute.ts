import { z } from 'zod';
import { textSchema } from '../language/text-schema.js';
import type { IsoDate } from './iso-date.js';
import { isoDateSchema } from './iso-date-schema.js';
import { schoolYearLabelSchema } from './school-year-label.js';

/** Breaks of a skolerute, in the order of the school year. */
export const BREAKS = ['autumn-break', 'christmas-break', 'winter-break', 'easter-break'] as const;

export type Break = (typeof BREAKS)[number];

/** The parts of a skolerute that can be known or derived one by one. */
export const SKOLERUTE_PARTS = ['first-school-day', ...BREAKS, 'last-school-day'] as const;

export type SkolerutePart = (typeof SKOLERUTE_PARTS)[number];

export const periodSchema = z.strictObject({ from: isoDateSchema, to: isoDateSchema });

export type Period = z.infer<typeof periodSchema>;

/** The parts of a skolerute that have a date, as they are given. */
const GIVEN_PARTS = {
  'first-school-day': isoDateSchema.optional(),
  'autumn-break': periodSchema.optional(),
  'christmas-break': periodSchema.optional(),
  'winter-break': periodSchema.optional(),
  'easter-break': periodSchema.optional(),
  'last-school-day': isoDateSchema.optional(),
};

/** The key of a route, which units refer to; the same from year to year. */
export const routeKeySchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not lower-case letters, digits and hyphens')
  .max(40);

/** A skolerute that some of a county's schools follow: its name, and what is different from the county's. */
export const routeSchema = z.strictObject({
  name: textSchema,
  ...GIVEN_PARTS,
  daysOff: z.array(isoDateSchema).optional(),
});

/**
 * A skolerute as its publisher gives it. What is left out is derived by custom and marked provisional.
 * Breaks run from the first to the last day off; public holidays are not listed, they are the same in all of Norway.
 */
export const skoleruteSchema = z.strictObject({
  county: z.string().regex(/^\d{2}$/, 'is not a county number of two digits'),
  schoolYear: schoolYearLabelSchema,
  /** Provisional where the county itself has not decided or published it: a municipal or second-hand route. */
  status: z.enum(['official', 'provisional']),
  /** The day this entry was last changed. */
  revised: isoDateSchema,
  source: z.strictObject({ page: z.string().min(1), note: z.string().min(1).optional() }),
  ...GIVEN_PARTS,
  /** Single days without school that are neither public holidays nor in a break. */
  daysOff: z.array(isoDateSchema).default([]),
  /** Days within the school year on which staff plan and pupils are off. */
  planningDays: z.array(isoDateSchema).default([]),
  /** The parts that the county leaves to each school, as Rogaland's regulation leaves Christmas; dates given for them are estimates. */
  open: z.array(z.enum(SKOLERUTE_PARTS)).default([]),
  /** Other routes in the county, by their keys: schools may follow their host municipality, as in Vestland. */
  routes: z.record(routeKeySchema, routeSchema).default({}),
  /** The publisher's own count of pupil days by month (`2026-08`), to check the dates against. */
  pupilDays: z
    .record(z.string().regex(/^\d{4}-\d{2}$/, 'is not a month; write it as YYYY-MM'), z.int().min(0))
    .optional(),
});

export type Skolerute = z.infer<typeof skoleruteSchema>;

/** A skolerute with every part given or derived. */
export type CompleteSkolerute = Omit<Skolerute, 'status' | SkolerutePart> &
  Readonly<Record<'first-school-day' | 'last-school-day', IsoDate>> &
  Readonly<Record<Break, Period>> & {
    /** The parts that are not decided by the county, those that it leaves open among them; empty when all of it is official. */
    readonly provisional: readonly SkolerutePart[];
  };

/** Customary weeks of a county's breaks, used where no skolerute is known. */
export const breakCustomSchema = z.strictObject({
  /** The day the weeks were last changed. */
  revised: isoDateSchema,
  autumnWeek: z.int().min(38).max(43),
  winterWeek: z.int().min(6).max(11),
  /** The first weekday off in a break that does not last the whole week. */
  autumnFrom: z.enum(['mon', 'tue', 'wed', 'thu', 'fri']).default('mon'),
  winterFrom: z.enum(['mon', 'tue', 'wed', 'thu', 'fri']).default('mon'),
  basis: z.enum(['published', 'customary']),
  source: z.string().min(1),
});

export type BreakCustom = z.infer<typeof breakCustomSchema>;
