import { z } from 'zod';
import { inLanguage } from '../../language/text.js';
import { route } from '../../routing/route.js';
import { taskViewSchema, viewTask } from '../../task/task-view.js';
import { type CycleEditContext, cycleOrProblem, cycleParams } from '../cycle-requests.routes.js';
import { editingBy } from '../edit/editing-by.routes.js';
import { addLeftOut, readLeftOut } from './add-left-out.use-case.js';
import { leftOutSchema } from './left-out.js';

/** The routes for what a cycle could have from the templates and does without. */
export function leftOutRoutes(context: CycleEditContext) {
  const { database, generate, wordingIn } = context;
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/left-out',
      summary: 'List the templates that the cycle does without: those beyond its level, and those taken away',
      params: cycleParams,
      response: z.array(leftOutSchema),
      handle: async ({ params, language }) => {
        const left = await readLeftOut(database, generate, await cycleOrProblem(database, params.id));
        return left.map(({ key, level, tasks }) => {
          const [{ title, description, kind, phase, actor }] = tasks;
          return {
            ...{ key, level, kind, phase, actor },
            title: inLanguage(title, language),
            description: inLanguage(description, language),
            starts: tasks.map(({ start }) => start),
          };
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/left-out',
      summary: 'Add the tasks of templates that the cycle does without; its level stays as it is',
      params: cycleParams,
      body: z.strictObject({ keys: z.array(z.string()).min(1).max(1_000) }),
      response: z.array(taskViewSchema),
      status: 201,
      handle: async (request) => {
        const { params, body, language } = request;
        const added = await addLeftOut(editingBy(context, request), params.id, body.keys);
        return added.map((task) => viewTask(task, wordingIn(language)));
      },
    }),
  ] as const;
}
