import { z } from 'zod';
import type { County } from '../framework/county.js';
import { inLanguage } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import { type Route, route } from '../routing/route.js';
import { findUnit } from '../units/unit.store.js';
import { type CycleContext, taskParams } from './cycle.routes.js';
import { findShownCycle } from './published-cycle.routes.js';
import { publishedTaskSchema } from './published-task.js';
import { findPublishedAdjustment, findPublishedTask } from './task.store.js';
import { checkUnit } from './task-query.store.js';
import { viewSeenTask, viewTask } from './task-view.js';
import { seenWith } from './unit-view.js';

/** The route that a page shows one task from, at the address that feeds and mails lead to. */
export function publishedTaskRoutes({
  database,
  wordingIn,
  counties,
}: Pick<CycleContext, 'database' | 'wordingIn'> & { readonly counties: readonly County[] }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/tasks/{id}/published',
      summary: 'One task as it is published, for everybody or as one unit sees it',
      params: taskParams,
      query: z.object({ unit: z.string().optional() }),
      response: publishedTaskSchema,
      handle: async ({ params, query: { unit }, caller, language }) => {
        const task = await findPublishedTask(database, params.id);
        const cycle = task && (await findShownCycle(database, task.cycleId, caller));
        // One answer for what is not there and what is not shown, so that it tells nothing about either.
        if (!cycle) throw new RequestProblem('not-found', `There is no published task ${params.id}.`);
        const county = counties.find(({ number }) => number === task.layer);
        const layerName = county
          ? inLanguage(county.name, language)
          : ((await findUnit(database, task.layer))?.name ?? task.layer);
        const wording = wordingIn(language);
        if (unit !== undefined) await checkUnit(database, unit, cycle.county);
        return {
          task:
            unit === undefined
              ? viewTask(task, wording)
              : viewSeenTask(seenWith(task, await findPublishedAdjustment(database, task.id, unit)), wording),
          layer: { id: task.layer, name: layerName },
        };
      },
    }),
  ];
}
