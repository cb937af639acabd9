import { z } from 'zod';
import type { Instant, IsoDate } from '../calendar/iso-date.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { YearDate } from '../calendar/year-date.js';
import { daysOfYearDate, yearDateSchema } from '../datafiles/year-date-schema.js';
import { freeText } from '../text/free-text.js';

/** A date of the year as a county sets it, and where that is to be read. */
export const ownYearDateSchema = z
  .strictObject({
    date: yearDateSchema,
    source: z.strictObject({
      page: freeText(300).refine((text) => text.trim() !== '', { error: 'is empty' }),
      note: freeText(1000).optional(),
    }),
  })
  .meta({ id: 'OwnYearDate' });

export type OwnYearDateFields = z.infer<typeof ownYearDateSchema>;

/** A date that a county has set for a school year itself, or has taken back. */
export interface OwnYearDate {
  readonly county: string;
  readonly schoolYear: SchoolYearLabel;
  readonly template: string;
  /** Null when the county has taken it back. */
  readonly yearDate: YearDate | null;
  readonly who: string;
  readonly at: Instant;
  /** How often the county has set it or taken it back. */
  readonly version: number;
}

/** The date that the fields give, set by the county on a day. */
export function yearDateFrom({ date, source }: OwnYearDateFields, setOn: IsoDate): YearDate {
  return { ...daysOfYearDate(date), status: date.status, by: 'county', source, readOn: setOn };
}
