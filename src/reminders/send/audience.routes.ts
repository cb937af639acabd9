import { z } from 'zod';
import type { Instant } from '../../calendar/iso-date.js';
import { cycleOrProblem, cycleParams } from '../../cycle/cycle-requests.routes.js';
import type { Database } from '../../database/database.js';
import { route } from '../../routing/route.js';
import { audienceOf } from './audience.use-case.js';

/** The route for whom a publication reaches. */
export function audienceRoutes({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => Instant;
}) {
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/audience',
      summary: 'How many get to know of it when what is edited is published now',
      params: cycleParams,
      response: z.object({
        feeds: z.int().meta({ description: 'Feeds of the county that are in use' }),
        people: z.int().meta({ description: 'Who is mailed when something is said with the publication' }),
        corrections: z.int().meta({ description: 'Who is told that what they were reminded of has changed' }),
      }),
      handle: async ({ params }) => audienceOf(database, await cycleOrProblem(database, params.id), now()),
    }),
  ] as const;
}
