import type { IsoDate } from './iso-date.js';
import { type SchoolYearLabel, schoolYearOf } from './school-year-label.js';

/** Who sets dates anew for each year. */
export const AUTHORITIES = ['udir', 'county'] as const;

export type Authority = (typeof AUTHORITIES)[number];

/** Set: its authority has decided it. Expected: its authority gives it as about then, or at the latest then. */
export const YEAR_DATE_STATUSES = ['set', 'expected'] as const;

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
