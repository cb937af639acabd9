import { z } from 'zod';
import { type SchoolYearLabel, schoolYearLabelSchema } from '../calendar/school-year-label.js';
import { RequestProblem } from '../routing/problem.js';

/** `2026-2027`, as a path can hold it. */
export const labelParams = z.object({
  label: z.string().meta({ description: 'The school year, written 2026-2027' }),
});

/** The county whose school year is asked for. */
export const countyQuery = z.object({ county: z.string().meta({ description: 'The number of the county' }) });

/** The school year of a path, `2026-2027`; throws RequestProblem `invalid-request`. */
export function labelIn(text: string): SchoolYearLabel {
  const parsed = schoolYearLabelSchema.safeParse(text.replace('-', '/'));
  if (parsed.success) return parsed.data;
  const errors = [{ pointer: '/path/label', detail: 'is not a school year; write it as 2026-2027' }];
  throw new RequestProblem('invalid-request', 'The school year is not valid.', errors);
}
