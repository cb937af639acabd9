import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import { schoolYearLabelSchema } from '../calendar/school-year-label.js';
import { SKOLERUTE_PARTS } from '../calendar/skolerute.js';

export const cycleStateSchema = z.enum(['draft', 'published', 'archived']);

/** One county's årshjul for one school year, without its tasks. */
export const cycleSchema = z
  .object({
    id: z.string(),
    county: z.string(),
    schoolYear: schoolYearLabelSchema,
    state: cycleStateSchema,
    revision: z.int().min(1).meta({ description: 'Grows by one with each change of the cycle' }),
    provisional: z
      .array(z.enum(SKOLERUTE_PARTS))
      .meta({ description: 'Parts of the skolerute that the county has not decided' }),
    createdAt: z
      .custom<Instant>((value) => typeof value === 'string')
      .meta({ type: 'string', format: 'date-time' }),
    updatedAt: z
      .custom<Instant>((value) => typeof value === 'string')
      .meta({ type: 'string', format: 'date-time' }),
  })
  .meta({ id: 'Cycle' });

export type Cycle = z.infer<typeof cycleSchema>;

/** One change of a cycle. */
export const historyEntrySchema = z
  .object({
    revision: z.int(),
    at: z.string().meta({ format: 'date-time' }),
    who: z.string(),
    action: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'HistoryEntry' });

export type HistoryEntry = z.infer<typeof historyEntrySchema>;
