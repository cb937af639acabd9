import { z } from 'zod';
import type { Database } from '../../database/database.js';
import type { County } from '../../framework/county.js';
import { inLanguage } from '../../language/text.js';
import { hasRole } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { type Caller, route } from '../../routing/route.js';
import type { Task } from '../../task/task.js';
import { viewSeenTask, viewTask } from '../../task/task-view.js';
import { seenWith } from '../../task/unit-view.js';
import { findUnit } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import { findCycle } from '../cycle.store.js';
import { type CycleContext, taskParams } from '../cycle-requests.routes.js';
import { findAdjustment, findPublishedAdjustment, findPublishedTask, findTask } from '../task.store.js';
import { type TaskState, taskStateSchema } from '../task-state.js';
import { checkMayReadState, findVisibleCycle } from './cycle-view.routes.js';
import { checkedUnit } from './seen-tasks.use-case.js';
import { taskPageViewSchema } from './task-page-view.js';

/**
 * The task with an id in a state, and its cycle, when the caller may see it; undefined both when it does not exist and when
 * the caller may not see it.
 */
async function findShownTask(
  database: Database,
  id: string,
  state: TaskState,
  caller: Caller,
): Promise<{ readonly task: Task; readonly cycle: Cycle } | undefined> {
  const task = await (state === 'published' ? findPublishedTask : findTask)(database, id);
  if (!task || task.deleted) return undefined;
  if (state === 'published') {
    const cycle = await findVisibleCycle(database, task.cycleId, caller);
    return cycle && { task, cycle };
  }
  const cycle = await findCycle(database, task.cycleId);
  return cycle && hasRole(caller, 'reader', cycle.county) ? { task, cycle } : undefined;
}

/** The route behind the page of one task, to which feeds and mails link. */
export function taskPageViewRoutes({
  database,
  wordingIn,
  counties,
}: Pick<CycleContext, 'database' | 'wordingIn'> & { readonly counties: readonly County[] }) {
  return [
    route({
      method: 'get',
      path: '/api/tasks/{id}/view',
      summary: 'Get the working or published version of a task, as common to all or as one unit sees it',
      params: taskParams,
      query: z.object({ state: taskStateSchema, unit: z.string().optional() }),
      response: taskPageViewSchema,
      handle: async ({ params, query: { state, unit }, caller, language }) => {
        checkMayReadState(state, caller);
        const found = await findShownTask(database, params.id, state, caller);
        if (!found) throw new RequestProblem('not-found', `No task has the id ${params.id}.`);
        const { task, cycle } = found;
        const county = counties.find(({ number }) => number === task.layer);
        const layerName = county
          ? inLanguage(county.name, language)
          : ((await findUnit(database, task.layer))?.name ?? task.layer);
        const wording = wordingIn(language);
        const viewer = unit === undefined ? undefined : await checkedUnit(database, unit, cycle.county);
        return {
          task:
            viewer === undefined
              ? viewTask(task, wording)
              : viewSeenTask(
                  seenWith(
                    task,
                    await (state === 'published' ? findPublishedAdjustment : findAdjustment)(
                      database,
                      task.id,
                      viewer.id,
                    ),
                    viewer.route,
                  ),
                  wording,
                ),
          layer: { id: task.layer, name: layerName },
        };
      },
    }),
  ] as const;
}
