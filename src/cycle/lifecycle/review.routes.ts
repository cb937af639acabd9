import { z } from 'zod';
import { route } from '../../routing/route.js';
import { notRefused } from '../../text/free-text.js';
import type { CycleEditContext } from '../cycle-requests.routes.js';
import { cycleOrProblem, cycleParams } from '../cycle-requests.routes.js';
import { checkIdsOfCycle } from '../ids-of-cycle.js';
import { markReviewed, reviewedTasks, unmarkReviewed } from './review.store.js';

const reviewedTasksSchema = z.array(
  z.object({ taskId: z.string(), who: z.string(), at: z.string().meta({ format: 'date-time' }) }),
);

/** The routes for which tasks of a draft have been reviewed, shared by everybody who reviews it. */
export function reviewRoutes({ database, now }: Pick<CycleEditContext, 'database' | 'now'>) {
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/looked-over',
      summary: 'List the tasks that have been reviewed and ticked off',
      params: cycleParams,
      response: reviewedTasksSchema,
      handle: async ({ params }) => reviewedTasks(database, await cycleOrProblem(database, params.id)),
    }),
    route({
      method: 'patch',
      path: '/api/cycles/{id}/looked-over',
      summary: 'Tick tasks off as reviewed, or remove the ticks',
      params: cycleParams,
      body: z.strictObject({
        tasks: z.array(z.string().superRefine(notRefused)).min(1).max(1000),
        lookedOver: z.boolean(),
      }),
      response: reviewedTasksSchema,
      handle: async ({ params, body, caller }) => {
        const cycle = await cycleOrProblem(database, params.id);
        checkIdsOfCycle(cycle, body.tasks, (position) => `/body/tasks/${position}`);
        if (!body.lookedOver) await unmarkReviewed(database, cycle, body.tasks);
        else await markReviewed(database, cycle, body.tasks, { by: caller, at: now() });
        return reviewedTasks(database, cycle);
      },
    }),
  ] as const;
}
