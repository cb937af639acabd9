import { z } from 'zod';
import { previewQuery, tokenOrProblem } from '../../routing/preview.js';
import { route } from '../../routing/route.js';
import { taskViewSchema, viewTask } from '../../task/task-view.js';
import type { CycleEditContext } from '../cycle-requests.routes.js';
import { cycleOrProblem, cycleParams } from '../cycle-requests.routes.js';
import { changeInWords, fieldInWordsSchema } from '../history/change-in-words.js';
import { changeNames } from '../history/change-names.use-case.js';
import { checkIdsOfCycle } from '../ids-of-cycle.js';
import { NOT_CARRIED_REASONS } from './rollover.js';
import { applyRollover, previewRollover } from './rollover.use-case.js';

const rolledOverSchema = z.object({
  token: z.string().nullable().meta({ description: 'From a preview: creates exactly what was previewed' }),
  cycleId: z.string().meta({ description: 'The id of next year’s cycle' }),
  tasks: z.array(
    z.object({
      task: taskViewSchema,
      from: z.string().nullable(),
      changes: z
        .array(fieldInWordsSchema)
        .meta({ description: 'This year’s and next year’s; for a new task, a summary of it' }),
    }),
  ),
  notCarried: z
    .array(
      z.object({
        taskId: z.string(),
        task: taskViewSchema.meta({ description: 'As it is in this year’s cycle' }),
        unit: z.string().nullable().meta({ description: 'The unit whose own date it is' }),
        reason: z.enum(NOT_CARRIED_REASONS),
      }),
    )
    .meta({ description: 'What is not carried over by itself, and why; cancelled tasks are offered' }),
});

/** The route that makes next year's cycle from this one. */
export function rolloverRoutes({
  database,
  framework,
  wordingIn,
  schoolYearFor,
  generate,
  now,
}: CycleEditContext) {
  return [
    route({
      method: 'post',
      path: '/api/cycles/{id}/rollover',
      summary:
        'Create next year’s cycle from this one as a draft: preview it, then create exactly what was previewed',
      params: cycleParams,
      query: previewQuery,
      body: z.strictObject({
        token: z.string().optional(),
        withCancelled: z.array(z.string()).max(5_000).default([]),
      }),
      response: rolledOverSchema,
      handle: async ({ params, query, body, caller, language }) => {
        const cycle = await cycleOrProblem(database, params.id);
        const { withCancelled } = body;
        checkIdsOfCycle(cycle, withCancelled, (position) => `/body/withCancelled/${position}`);
        const rolling = { database, schoolYearFor, generate, caller, now: now(), withCancelled };
        const isPreview = query.preview === 'true';
        const token = () =>
          tokenOrProblem(body.token, 'A rollover must be previewed before it is carried out.');
        const rolled = isPreview
          ? await previewRollover(rolling, cycle)
          : await applyRollover(rolling, cycle, token());
        const { earlier } = rolled;
        const names = await changeNames(database, framework, cycle.county, wordingIn(language));
        return {
          token: isPreview ? rolled.token : null,
          cycleId: rolled.next.id,
          tasks: rolled.tasks.map(({ task, from }) => ({
            task: viewTask(task, names.wording),
            from,
            changes: changeInWords((from === null ? undefined : earlier.get(from)) ?? null, task, names),
          })),
          notCarried: rolled.notCarried.flatMap(({ taskId, unit, reason }) => {
            const task = earlier.get(taskId);
            return task ? [{ taskId, task: viewTask(task, names.wording), unit, reason }] : [];
          }),
        };
      },
    }),
  ] as const;
}
