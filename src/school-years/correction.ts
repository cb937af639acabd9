import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import { type Skolerute, skoleruteSchema } from '../calendar/skolerute.js';
import { freeText } from '../text/free-text.js';

/** A county's complete correction of its skolerute; parts left out are derived by custom. */
export const correctedSkoleruteSchema = skoleruteSchema
  .omit({ county: true, schoolYear: true, revised: true })
  .extend({
    source: z.strictObject({
      page: freeText(300).refine((text) => text.trim() !== '', { error: 'is empty' }),
      note: freeText(1000).optional(),
    }),
  })
  .meta({ id: 'SaidSkolerute' });

export type CorrectedSkolerute = z.infer<typeof correctedSkoleruteSchema>;

/** What a county has set in place of the skolerute of data/school-years, or that it has gone back to it. */
export interface Correction {
  readonly county: string;
  readonly schoolYear: SchoolYearLabel;
  /** Null when the county has gone back to the file. */
  readonly skolerute: Skolerute | null;
  readonly who: string;
  readonly at: Instant;
  /** How often the county has set it or gone back. */
  readonly version: number;
}
