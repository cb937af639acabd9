import { z } from 'zod';
import { schoolYearLabelSchema } from '../calendar/school-year-label.js';
import type { County } from '../framework/county.js';
import { RequestProblem } from '../routing/problem.js';
import { type Route, route } from '../routing/route.js';
import { type Cycle, cycleSchema } from './cycle.js';
import { cycleOrProblem, cycleParams } from './cycle.routes.js';
import { type CycleEditContext, editingBy } from './cycle-edits.routes.js';
import { archiveCycle, draftCycle, publishCycle, restoreCycle, setPublic } from './cycle-state.store.js';
import { type Entry, isAdjustment, isTask } from './entry.js';
import { changedFields } from './history.js';
import { generateFor } from './regeneration.store.js';
import type { PublishedPair } from './task.store.js';
import { findTask, unpublishedEntries } from './task.store.js';
import { taskViewSchema, viewTask } from './task-view.js';

const changeSchema = z.object({
  change: z.enum(['added', 'changed', 'removed']),
  task: taskViewSchema,
  unit: z
    .string()
    .nullable()
    .meta({ description: 'The unit whose own view changes; null for the task itself' }),
  fields: z.array(z.string()).meta({ description: 'The fields that differ from what is published' }),
});

/** The routes that make a cycle, publish it and put it away, and the one that shows what is not published. */
export function cycleStateRoutes(
  context: CycleEditContext & { readonly counties: readonly County[] },
): Route[] {
  const { database, counties, generate, wordingIn, now, onPublished } = context;
  const taskOf = async (entry: Entry) => (isTask(entry) ? entry : await findTask(database, entry.adjusts));
  const versionOf = ({ revision }: Pick<Cycle, 'revision'>) => revision;
  const shown = async (cycle: Cycle): Promise<Cycle> => {
    await onPublished();
    return cycle;
  };
  return [
    route({
      method: 'post',
      path: '/api/cycles',
      summary: 'Make the cycle of a county and school year from the templates, as a draft',
      body: z.strictObject({ county: z.string(), schoolYear: schoolYearLabelSchema }),
      response: cycleSchema,
      status: 201,
      handle: async ({ body, caller }) => {
        if (!counties.some(({ number }) => number === body.county)) {
          throw new RequestProblem('invalid-request', 'There is no such county.', [
            {
              pointer: '/body/county',
              detail: `is none of ${counties.map(({ number }) => number).join(', ')}`,
            },
          ]);
        }
        return draftCycle(database, await generateFor(generate, database, body), caller.name, now());
      },
    }),
    route({
      method: 'patch',
      path: '/api/cycles/{id}',
      summary: 'Open what is published of a cycle to anyone, or close it',
      precondition: true,
      params: cycleParams,
      body: z.strictObject({ public: z.boolean() }),
      response: cycleSchema,
      versionOf,
      handle: async (request) =>
        shown(
          await setPublic(
            editingBy(context, request),
            request.params.id,
            request.ifMatch,
            request.body.public,
          ),
        ),
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/publish',
      summary: 'Make what is edited what subscribers see',
      precondition: true,
      params: cycleParams,
      response: cycleSchema,
      versionOf,
      handle: async (request) =>
        shown(await publishCycle(editingBy(context, request), request.params.id, request.ifMatch)),
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/archive',
      summary: 'Put a cycle away: it can be read but not changed, and leaves the feeds',
      precondition: true,
      params: cycleParams,
      response: cycleSchema,
      versionOf,
      handle: async (request) =>
        shown(await archiveCycle(editingBy(context, request), request.params.id, request.ifMatch)),
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/restore',
      summary: 'Take an archived cycle out again',
      precondition: true,
      params: cycleParams,
      response: cycleSchema,
      versionOf,
      handle: async (request) =>
        shown(await restoreCycle(editingBy(context, request), request.params.id, request.ifMatch)),
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/changes',
      summary: 'What has changed since the last publishing',
      params: cycleParams,
      response: z.array(changeSchema),
      handle: async ({ params, language }) => {
        const pairs = await unpublishedEntries(database, await cycleOrProblem(database, params.id));
        const tasks = await Promise.all(pairs.map(({ edited }) => taskOf(edited)));
        return pairs.flatMap((pair, index) => {
          const task = tasks[index];
          if (!task) return [];
          const { edited, published } = pair;
          return [
            {
              change: changeOf(pair),
              task: viewTask(task, wordingIn(language)),
              unit: isAdjustment(edited) ? edited.layer : null,
              fields: published === null ? [] : changedFields(published, edited),
            },
          ];
        });
      },
    }),
  ];
}

function changeOf({ published, edited }: PublishedPair): 'added' | 'changed' | 'removed' {
  if (published === null) return 'added';
  return edited.deleted ? 'removed' : 'changed';
}
