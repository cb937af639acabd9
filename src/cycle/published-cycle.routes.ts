import { z } from 'zod';
import type { County } from '../framework/county.js';
import { hasRole } from '../routing/caller.js';
import { RequestProblem } from '../routing/problem.js';
import { type Caller, type Route, route } from '../routing/route.js';
import { unitsOfCounty } from '../units/unit.store.js';
import type { Cycle } from './cycle.js';
import { type CycleContext, cycleParams } from './cycle.routes.js';
import { findCycle } from './cycle.store.js';
import type { CycleEditContext } from './cycle-edits.routes.js';
import { publishedCycleSchema, viewPublishedCycle } from './published-cycle.js';
import type { TaskState } from './task.store.js';
import { readSeenTasks, taskQuerySchema } from './task-query.store.js';

/** A cycle of which something is published, for somebody who may see it: anyone when it is public, else readers of its county. */
export async function findShownCycle(
  database: CycleContext['database'],
  id: string,
  caller: Caller,
): Promise<Cycle | undefined> {
  const cycle = await findCycle(database, id);
  const isShown =
    cycle !== undefined &&
    cycle.publishedRevision !== null &&
    (cycle.public || hasRole(caller, 'reader', cycle.county));
  return isShown ? cycle : undefined;
}

/** The same; throws RequestProblem `not-found`, alike for one that is not there and one that is not shown. */
export async function publishedCycleOrProblem(
  database: CycleContext['database'],
  id: string,
  caller: Caller,
): Promise<Cycle> {
  const cycle = await findShownCycle(database, id, caller);
  if (!cycle) throw new RequestProblem('not-found', `There is no published cycle ${id}.`);
  return cycle;
}

/**
 * A cycle in the state that is asked for: what is published as above, what is edited for readers of its county alone.
 * Throws RequestProblem `unauthorized` or `not-found`.
 */
export async function cycleInState(
  database: CycleContext['database'],
  id: string,
  state: TaskState,
  caller: Caller,
): Promise<Cycle> {
  if (state === 'published') return publishedCycleOrProblem(database, id, caller);
  if (caller.proof.kind === 'none')
    throw new RequestProblem(
      'unauthorized',
      'Sign in to read what is edited; anyone may read state=published.',
    );
  const cycle = await findCycle(database, id);
  if (!cycle || !hasRole(caller, 'reader', cycle.county))
    throw new RequestProblem('not-found', `There is no cycle ${id}.`);
  return cycle;
}

/** The route that a page shows a published cycle from. */
export function publishedCycleRoutes({
  database,
  framework,
  wordingIn,
  schoolYearFor,
  counties,
}: Pick<CycleEditContext, 'database' | 'framework' | 'wordingIn' | 'schoolYearFor'> & {
  readonly counties: readonly County[];
}): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/published',
      summary: 'What is published of a cycle, with all that is needed to show it',
      params: cycleParams,
      query: z.object({
        unit: z
          .string()
          .optional()
          .meta({ description: 'As this unit sees it: with its own dates and tasks, without what it hides' }),
      }),
      response: publishedCycleSchema,
      handle: async ({ params, query: { unit }, caller, language }) => {
        const cycle = await publishedCycleOrProblem(database, params.id, caller);
        const county = counties.find(({ number }) => number === cycle.county);
        if (!county) throw new RangeError(`the cycle ${cycle.id} is of no county`);
        const query = taskQuerySchema.parse({ unit });
        return viewPublishedCycle(
          {
            cycle,
            county,
            schoolYear: schoolYearFor(cycle.county, cycle.schoolYear),
            framework,
            units: await unitsOfCounty(database, cycle.county),
            seen: await readSeenTasks(database, cycle, query, language, 'published'),
            isOfUnit: unit !== undefined,
          },
          wordingIn(language),
        );
      },
    }),
  ];
}
