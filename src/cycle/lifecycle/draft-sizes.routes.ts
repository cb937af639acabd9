import { z } from 'zod';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';
import { schoolYearLabelSchema } from '../../calendar/school-year-label.js';
import type { County } from '../../framework/county.js';
import { countyOrProblem } from '../../framework/known-county.js';
import { phaseIdSchema } from '../../framework/vocabulary.js';
import { route } from '../../routing/route.js';
import { isWithinLevel, LEVELS } from '../../task/level.js';
import { levelSchema } from '../../task/level-schema.js';
import { kindSchema } from '../../task/template.js';
import type { CycleEditContext } from '../cycle-requests.routes.js';
import { generateFor } from './regenerate.use-case.js';

const draftSizesSchema = z.object({
  sizes: z
    .array(z.object({ level: levelSchema, tasks: z.int().min(0) }))
    .meta({ description: 'How many tasks a cycle has at each level, from the smallest' }),
  tasks: z
    .array(
      z.object({
        level: levelSchema,
        phase: phaseIdSchema,
        kind: kindSchema,
        start: isoDateSchema,
        end: isoDateSchema,
      }),
    )
    .meta({ description: 'When there is something to do at each level, to draw it' }),
});

/** The route that says how large a cycle is at each level, before anybody has chosen one. */
export function draftSizesRoutes({
  database,
  generate,
  counties,
}: CycleEditContext & { readonly counties: readonly County[] }) {
  return [
    route({
      method: 'get',
      path: '/api/draft-sizes',
      summary: 'Show how many tasks the cycle of a county and school year would have at each level',
      query: z.object({ county: z.string(), schoolYear: schoolYearLabelSchema }),
      response: draftSizesSchema,
      handle: async ({ query }) => {
        countyOrProblem(counties, query.county, '/query/county');
        const { tasks } = await generateFor(generate, database, { ...query, level: 'complete' });
        return {
          sizes: LEVELS.map((level) => ({
            level,
            tasks: tasks.filter((task) => isWithinLevel(level, task.level)).length,
          })),
          tasks: tasks.map(({ level, phase, kind, start, end }) => ({ level, phase, kind, start, end })),
        };
      },
    }),
  ] as const;
}
