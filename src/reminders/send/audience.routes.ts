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
      summary: 'Show how many people and feeds publishing the working version now would reach',
      params: cycleParams,
      response: z.object({
        feeds: z.int().meta({ description: 'Number of the county’s feeds that are in use' }),
        people: z
          .int()
          .meta({ description: 'Number of people who are e-mailed if the publication has a message' }),
        corrections: z.int().meta({
          description: 'Number of people who are told that something they were reminded of has changed',
        }),
      }),
      handle: async ({ params }) => audienceOf(database, await cycleOrProblem(database, params.id), now()),
    }),
  ] as const;
}
