import { z } from 'zod';
import { schoolYearOnRoute } from '../../calendar/school-year.js';
import type { County } from '../../framework/county.js';
import { hasRole } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { type Caller, route } from '../../routing/route.js';
import { unitsOfCounty } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import { findCycle } from '../cycle.store.js';
import { type CycleContext, cycleParams } from '../cycle-requests.routes.js';
import { type TaskState, taskStateSchema } from '../task-state.js';
import { cycleViewSchema, viewCycle } from './cycle-view.js';
import { readSeenTasks } from './seen-tasks.use-case.js';
import { taskQuerySchema } from './task-query.js';

/** A published cycle that the caller may see: anyone when it is public, otherwise readers of its county. */
export async function findVisibleCycle(
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

/** The same; throws RequestProblem `not-found`, both when it does not exist and when the caller may not see it. */
export async function publishedCycleOrProblem(
  database: CycleContext['database'],
  id: string,
  caller: Caller,
): Promise<Cycle> {
  const cycle = await findVisibleCycle(database, id, caller);
  if (!cycle) throw new RequestProblem('not-found', `No published cycle has the id ${id}.`);
  return cycle;
}

/** Throws RequestProblem `unauthorized` when a caller who is not signed in asks for the edited state. */
export function checkMayReadState(state: TaskState, { proof }: Caller): void {
  if (state === 'edited' && proof.kind === 'none')
    throw new RequestProblem(
      'unauthorized',
      'Sign in to read the working version; anyone may read state=published.',
    );
}

/**
 * A cycle in the requested state: published as above, edited only for readers of its county.
 * Throws RequestProblem `unauthorized` or `not-found`.
 */
export async function cycleInState(
  database: CycleContext['database'],
  id: string,
  state: TaskState,
  caller: Caller,
): Promise<Cycle> {
  if (state === 'published') return publishedCycleOrProblem(database, id, caller);
  checkMayReadState(state, caller);
  const cycle = await findCycle(database, id);
  if (!cycle || !hasRole(caller, 'reader', cycle.county))
    throw new RequestProblem('not-found', `No cycle has the id ${id}.`);
  return cycle;
}

/** The route behind the page of a cycle, as published or as edited. */
export function cycleViewRoutes({
  database,
  framework,
  wordingIn,
  schoolYearFor,
  counties,
}: CycleContext & { readonly counties: readonly County[] }) {
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/view',
      isDear: true,
      summary: 'Get the working or published version of a cycle, with everything needed to display it',
      params: cycleParams,
      query: z.object({
        state: taskStateSchema,
        unit: z
          .string()
          .optional()
          .meta({ description: 'As this unit sees it: with its own dates and tasks, without what it hides' }),
      }),
      response: cycleViewSchema,
      handle: async ({ params, query: { state, unit }, caller, language }) => {
        const cycle = await cycleInState(database, params.id, state, caller);
        const county = counties.find(({ number }) => number === cycle.county);
        if (!county) throw new RangeError(`the cycle ${cycle.id} belongs to no county`);
        // Units' own tasks are shown only in the view of that unit.
        const query = taskQuerySchema.parse(unit === undefined ? { layer: cycle.county } : { unit });
        const units = await unitsOfCounty(database, cycle.county);
        const viewer = units.find(({ id }) => id === unit);
        return viewCycle(
          {
            cycle,
            county,
            schoolYear: schoolYearOnRoute(
              schoolYearFor(cycle.county, cycle.schoolYear),
              viewer?.route ?? null,
            ),
            framework,
            units,
            seen: await readSeenTasks(database, cycle, query, { language, state }),
            isOfUnit: unit !== undefined,
          },
          wordingIn(language),
        );
      },
    }),
  ] as const;
}
