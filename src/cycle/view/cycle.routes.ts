import { z } from 'zod';
import { hasRole } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { route } from '../../routing/route.js';
import { type TaskView, taskViewSchema, viewSeenTask, viewTask } from '../../task/task-view.js';
import { seenWith } from '../../task/unit-view.js';
import { cycleSchema } from '../cycle.js';
import { findCycle, listCycles } from '../cycle.store.js';
import { countyOfCycle } from '../cycle-id.js';
import { type CycleContext, cycleOrProblem, cycleParams, taskParams } from '../cycle-requests.routes.js';
import { findAdjustment, findTask } from '../task.store.js';
import { checkedUnit, readSeenTasks } from './seen-tasks.use-case.js';
import { taskQuerySchema } from './task-query.js';

/** The routes under /api/cycles and /api/tasks that read. */
export function cycleRoutes({ database, wordingIn }: Pick<CycleContext, 'database' | 'wordingIn'>) {
  const cycleOf = (id: string) => cycleOrProblem(database, id);
  const versionOf = ({ version }: Pick<TaskView, 'version'>) => version;
  return [
    route({
      method: 'get',
      path: '/api/cycles',
      summary:
        'List the public cycles that have been published, and all of the caller’s own county, newest school year first',
      response: z.array(cycleSchema),
      handle: async ({ caller }) =>
        (await listCycles(database)).filter(
          ({ public: isPublic, publishedRevision, county }) =>
            (isPublic && publishedRevision !== null) || hasRole(caller, 'reader', county),
        ),
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}',
      summary: 'Get a cycle',
      params: cycleParams,
      response: cycleSchema,
      versionOf: ({ revision }) => revision,
      handle: async ({ params: { id }, caller }) => {
        const cycle = await findCycle(database, id);
        const isShown =
          cycle &&
          ((cycle.public && cycle.publishedRevision !== null) || hasRole(caller, 'reader', cycle.county));
        if (!isShown) throw new RequestProblem('not-found', `No cycle has the id ${id}.`);
        return cycle;
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/tasks',
      summary: 'List the tasks of a cycle by date: of all layers, or as one unit sees them',
      params: cycleParams,
      query: taskQuerySchema,
      response: z.array(taskViewSchema),
      handle: async ({ params, query, language }) => {
        const seen = await readSeenTasks(database, await cycleOf(params.id), query, { language });
        const wording = wordingIn(language);
        return seen.map((each) =>
          query.unit === undefined ? viewTask(each.task, wording) : viewSeenTask(each, wording),
        );
      },
    }),
    route({
      method: 'get',
      path: '/api/tasks/{id}',
      summary: 'Get a task, as common to all or as one unit sees it',
      params: taskParams,
      query: z.object({ unit: z.string().optional() }),
      response: taskViewSchema,
      versionOf,
      handle: async ({ params, query: { unit }, language }) => {
        const task = await findTask(database, params.id);
        if (!task || task.deleted) throw new RequestProblem('not-found', `No task has the id ${params.id}.`);
        if (unit === undefined) return viewTask(task, wordingIn(language));
        const { route } = await checkedUnit(database, unit, countyOfCycle(task.cycleId));
        return viewSeenTask(
          seenWith(task, await findAdjustment(database, task.id, unit), route),
          wordingIn(language),
        );
      },
    }),
  ] as const;
}
