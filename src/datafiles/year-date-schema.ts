import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { YEAR_DATE_STATUSES, type YearDate } from '../calendar/year-date.js';

/** A day, or a period with both its days included, that is set or expected for one school year. */
export const yearDateSchema = z
  .union([
    z.strictObject({ on: isoDateSchema, status: z.enum(YEAR_DATE_STATUSES) }),
    z.strictObject({ from: isoDateSchema, to: isoDateSchema, status: z.enum(YEAR_DATE_STATUSES) }),
  ])
  .meta({ id: 'YearDate' });

/** The first and last day of a date as it is written. */
export function daysOfYearDate(written: z.infer<typeof yearDateSchema>): Pick<YearDate, 'start' | 'end'> {
  return 'on' in written ? { start: written.on, end: written.on } : { start: written.from, end: written.to };
}
