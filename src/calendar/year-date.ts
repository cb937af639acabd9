import { z } from 'zod';
import type { IsoDate } from './iso-date.js';
import { isoDateSchema } from './iso-date-schema.js';
import { type SchoolYearLabel, schoolYearOf } from './school-year-label.js';

/** Who sets dates anew for each year. */
export const AUTHORITIES = ['udir', 'county'] as const;

export type Authority = (typeof AUTHORITIES)[number];

/** Set: its authority has decided it. Expected: its authority gives it as about then, or at the latest then. */
export const YEAR_DATE_STATUSES = ['set', 'expected'] as const;

/** A day, or a period with both its days included, that is set or expected for one school year. */
export const yearDateSchema = z
  .union([
    z.strictObject({ on: isoDateSchema, status: z.enum(YEAR_DATE_STATUSES) }),
    z.strictObject({ from: isoDateSchema, to: isoDateSchema, status: z.enum(YEAR_DATE_STATUSES) }),
  ])
  .meta({ id: 'YearDate' });

/** The date of a template that an authority has set for one school year of a county. It goes before the template's rule. */
export interface YearDate {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly status: (typeof YEAR_DATE_STATUSES)[number];
  readonly by: Authority;
  readonly source: { readonly page: string; readonly note?: string | undefined };
  /** The day on which it was read at its source. */
  readonly readOn: IsoDate;
}

/** The first and last day of a date as it is written. */
export function daysOfYearDate(written: z.infer<typeof yearDateSchema>): Pick<YearDate, 'start' | 'end'> {
  return 'on' in written ? { start: written.on, end: written.on } : { start: written.from, end: written.to };
}

export const YEAR_DATE_FLAWS = ['outside-school-year', 'ends-before-start', 'more-than-a-day'] as const;

/** What is wrong with a date for a template of a school year, if anything. */
export function yearDateFlaw(
  { start, end }: Pick<YearDate, 'start' | 'end'>,
  schoolYear: SchoolYearLabel,
  isDeadline: boolean,
): (typeof YEAR_DATE_FLAWS)[number] | undefined {
  if (schoolYearOf(start) !== schoolYear || schoolYearOf(end) !== schoolYear) return 'outside-school-year';
  if (end < start) return 'ends-before-start';
  return isDeadline && start !== end ? 'more-than-a-day' : undefined;
}
