import { z } from 'zod';
import { inLanguage } from '../../language/text.js';
import { route } from '../../routing/route.js';
import { isAdjustment } from '../../task/entry.js';
import { type CycleContext, cycleOrProblem, cycleParams } from '../cycle-requests.routes.js';
import { ACTIONS, takenBack } from '../history.js';
import { headsOf, historyPage } from '../history.store.js';
import { findTasks } from '../task.store.js';
import { listOf } from '../view/task-query.js';
import { changeNames } from './change-names.use-case.js';
import { historyEntrySchema, viewRevision } from './history-view.js';

const querySchema = z.object({
  task: z.string().optional().meta({ description: 'Only changes to this task' }),
  who: z.string().optional().meta({ description: 'Only changes by this person, by the name in the history' }),
  action: listOf(z.enum(ACTIONS)),
  before: z.coerce.number().int().min(1).optional().meta({
    description: 'Only revisions before this one: pass the last revision of a page to get the next page',
  }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** The routes of a cycle's history. */
export function historyRoutes({
  database,
  framework,
  wordingIn,
}: Pick<CycleContext, 'database' | 'framework' | 'wordingIn'>) {
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/history',
      summary: 'List the changes to a cycle, newest first, a page at a time',
      params: cycleParams,
      query: querySchema,
      response: z.array(historyEntrySchema),
      handle: async ({ params, query: { task, who, action, before, limit }, caller, language }) => {
        const cycle = await cycleOrProblem(database, params.id);
        const revisions = await historyPage(database, cycle, { task, who, actions: action, before, limit });
        const adjusted = revisions.flatMap(({ changes }) =>
          changes.flatMap(({ after }) => (isAdjustment(after) ? [after.adjusts] : [])),
        );
        const tasks = await findTasks(database, cycle.county, [...new Set(adjusted)]);
        const context = {
          names: await changeNames(database, framework, cycle.county, wordingIn(language)),
          titleOf: (id: string) => inLanguage(tasks.get(id)?.title ?? { nb: id }, language),
          takenBack: takenBack(await headsOf(database, cycle)),
          caller,
          isOpen: cycle.state !== 'archived',
        };
        return revisions.map((revision) => viewRevision(revision, context));
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/history/authors',
      summary: 'List the names of everyone who has changed a cycle',
      params: cycleParams,
      response: z.array(z.string()),
      handle: async ({ params }) => {
        const heads = await headsOf(database, await cycleOrProblem(database, params.id));
        return [...new Set(heads.map(({ who }) => who))].sort((a, b) => a.localeCompare(b, 'nb'));
      },
    }),
  ] as const;
}
