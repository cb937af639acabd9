import { z } from 'zod';
import { schoolYearLabelSchema } from '../../calendar/school-year-label.js';
import type { County } from '../../framework/county.js';
import { countyOrProblem } from '../../framework/known-county.js';
import { route } from '../../routing/route.js';
import { type Entry, isAdjustment, isTask } from '../../task/entry.js';
import { levelSchema } from '../../task/level-schema.js';
import { viewTask } from '../../task/task-view.js';
import { freeText } from '../../text/free-text.js';
import { type Cycle, cycleSchema } from '../cycle.js';
import {
  type CycleEditContext,
  cycleOrProblem,
  cycleParams,
  type PublishContext,
} from '../cycle-requests.routes.js';
import { editingBy } from '../edit/editing-by.routes.js';
import { changeInWords, changeKindOf } from '../history/change-in-words.js';
import { changeNames } from '../history/change-names.use-case.js';
import { unpublishedChangeSchema } from '../history/unpublished-change.js';
import { changedFields, MESSAGE_LENGTH } from '../history.js';
import { findTask, unpublishedEntries } from '../task.store.js';
import { archiveCycle, draftCycle, publishCycle, restoreCycle, setPublic } from './cycle-state.use-case.js';
import { generateFor } from './regenerate.use-case.js';

const messageSchema = freeText(MESSAGE_LENGTH).meta({
  description:
    'E-mailed once to each person in the county who gets reminders, with what has changed for them',
});

/** The routes that create, publish and archive a cycle, and the one for its unpublished changes. */
export function cycleStateRoutes(
  context: CycleEditContext & PublishContext & { readonly counties: readonly County[] },
) {
  const { database, framework, counties, generate, wordingIn, now, onPublished } = context;
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
      summary: 'Create the cycle of a county and school year from the templates, as a draft',
      body: z.strictObject({
        county: z.string(),
        schoolYear: schoolYearLabelSchema,
        level: levelSchema
          .default('complete')
          .meta({ description: 'How large it shall be; it can be changed by regenerating' }),
      }),
      response: cycleSchema,
      status: 201,
      handle: async ({ body, caller }) => {
        countyOrProblem(counties, body.county, '/body/county');
        return draftCycle(database, await generateFor(generate, database, body), caller.name, now());
      },
    }),
    route({
      method: 'patch',
      path: '/api/cycles/{id}',
      summary: 'Make the published version of a cycle public, or restrict it to readers of the county',
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
      summary: 'Publish the working version, so that subscribers see it',
      precondition: true,
      params: cycleParams,
      body: z.strictObject({ message: messageSchema.optional() }).prefault({}),
      response: cycleSchema,
      versionOf,
      handle: async (request) => {
        const { params, ifMatch, body } = request;
        const message = body.message?.trim() || null;
        return shown(await publishCycle(editingBy(context, request), params.id, ifMatch, message));
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/archive',
      summary: 'Archive a cycle: it can be read but not changed, and disappears from the feeds',
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
      summary: 'Restore an archived cycle',
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
      summary: 'List what has changed since the last publication',
      params: cycleParams,
      response: z.array(unpublishedChangeSchema),
      handle: async ({ params, language }) => {
        const cycle = await cycleOrProblem(database, params.id);
        const pairs = await unpublishedEntries(database, cycle);
        const names = await changeNames(database, framework, cycle.county, wordingIn(language));
        const tasks = await Promise.all(pairs.map(({ edited }) => taskOf(edited)));
        return pairs.flatMap(({ edited, published }, index) => {
          const task = tasks[index];
          if (!task) return [];
          return [
            {
              change: changeKindOf(published, edited),
              task: viewTask(task, wordingIn(language)),
              unit: isAdjustment(edited) ? edited.layer : null,
              unitName: isAdjustment(edited) ? names.unitName(edited.layer) : null,
              fields: published === null ? [] : changedFields(published, edited),
              inWords: changeInWords(published, edited, names),
            },
          ];
        });
      },
    }),
  ] as const;
}
