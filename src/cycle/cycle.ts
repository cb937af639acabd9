import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import { schoolYearLabelSchema } from '../calendar/school-year-label.js';
import { SKOLERUTE_PARTS } from '../calendar/skolerute.js';
import { levelSchema } from '../task/level-schema.js';

const instantSchema = z
  .custom<Instant>((value) => typeof value === 'string')
  .meta({ type: 'string', format: 'date-time' });

/** One county's årshjul for one school year, without its tasks. */
export const cycleSchema = z
  .object({
    id: z.string(),
    county: z.string(),
    schoolYear: schoolYearLabelSchema,
    state: z.enum(['draft', 'published', 'archived']),
    revision: z
      .int()
      .min(1)
      .meta({ description: 'Increases by one with each change to the cycle or one of its tasks' }),
    publishedRevision: z.int().nullable().meta({ description: 'The revision that subscribers see' }),
    publishedAt: instantSchema.nullable(),
    // Documents of cycles that are older than this have none.
    firstPublishedAt: instantSchema.nullable().default(null).meta({
      description: 'When subscribers first saw it; nothing that was past by then is late',
    }),
    // Documents of cycles from before there were levels have none.
    level: levelSchema.default('complete').meta({
      description: 'Which task templates it is generated from: those of this level and those before it',
    }),
    public: z.boolean().meta({ description: 'Whether anyone may read the published version' }),
    provisional: z
      .array(z.enum(SKOLERUTE_PARTS))
      .meta({ description: 'Parts of the skolerute that the county has not adopted' }),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: 'Cycle' });

export type Cycle = z.infer<typeof cycleSchema>;
