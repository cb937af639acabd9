import { z } from 'zod';
import { previewQuery, tokenOrProblem } from '../../routing/preview.js';
import { route } from '../../routing/route.js';
import { levelSchema } from '../../task/level-schema.js';
import type { Task } from '../../task/task.js';
import { type TaskView, taskViewSchema, viewTask } from '../../task/task-view.js';
import { whyOf } from '../../task/wording.js';
import { cycleSchema } from '../cycle.js';
import type { CycleEditContext } from '../cycle-requests.routes.js';
import { cycleOrProblem, cycleParams } from '../cycle-requests.routes.js';
import { type ChangeNames, changeInWords, fieldInWordsSchema } from '../history/change-in-words.js';
import { changeNames } from '../history/change-names.use-case.js';
import { checkIdsOfCycle } from '../ids-of-cycle.js';
import { MERGE_FIELDS } from './merge.js';
import type { RegenerationPlan } from './regenerate.js';
import { applyRegeneration, previewRegeneration } from './regenerate.use-case.js';

/** What a conflict is about: a group of fields, or whether the task exists at all. */
const conflictFieldSchema = z.enum([...MERGE_FIELDS, 'deleted']);

const planSchema = z.object({
  cycle: cycleSchema,
  token: z.string().nullable().meta({ description: 'From a preview: applies exactly what was previewed' }),
  added: z.array(taskViewSchema),
  updated: z.array(
    z.object({ task: taskViewSchema, fields: z.array(z.string()), changes: z.array(fieldInWordsSchema) }),
  ),
  removed: z.array(taskViewSchema),
  kept: z.array(taskViewSchema).meta({
    description:
      'Tasks beyond the level that stay, because people have changed, commented on or added them, or reported on them',
  }),
  conflicts: z
    .array(
      z.object({
        taskId: z.string(),
        field: conflictFieldSchema,
        base: z.unknown(),
        edited: z.unknown(),
        regenerated: z.unknown(),
        task: taskViewSchema.meta({ description: 'As it is after people’s changes' }),
        changes: z.array(fieldInWordsSchema).meta({
          description: 'The task as it is, and what would replace it; nothing when the task would be removed',
        }),
        why: z.array(z.string()).meta({ description: 'The reasons for the regenerated date' }),
      }),
    )
    .meta({
      description:
        'What people and the regeneration changed differently, or what would be removed although people changed it',
    }),
});

const decisionSchema = z.strictObject({
  taskId: z.string(),
  field: conflictFieldSchema,
  take: z.enum(['edited', 'regenerated']),
});

/** The route that regenerates a cycle from today's templates, skolerute and units. */
export function regenerationRoutes({ database, framework, wordingIn, generate, now }: CycleEditContext) {
  return [
    route({
      method: 'post',
      path: '/api/cycles/{id}/regenerate',
      summary:
        'Regenerate the cycle from the current templates and skolerute: preview it, then apply exactly what was previewed',
      params: cycleParams,
      query: previewQuery,
      body: z.strictObject({
        token: z.string().optional(),
        level: levelSchema
          .optional()
          .meta({ description: 'The level that the cycle shall have from now on' }),
        decisions: z.array(decisionSchema).max(5_000).default([]),
      }),
      response: planSchema,
      handle: async ({ params, query, body, caller, language }) => {
        const cycle = await cycleOrProblem(database, params.id);
        const level = body.level ?? null;
        const decided = body.decisions.map(({ taskId }) => taskId);
        checkIdsOfCycle(cycle, decided, (position) => `/body/decisions/${position}/taskId`);
        const names = await changeNames(database, framework, cycle.county, wordingIn(language));
        const regenerating = { database, generate, caller, now: now() };
        if (query.preview === 'true') {
          const { token, plan } = await previewRegeneration(regenerating, cycle, level);
          return { cycle, token, ...viewPlan(plan, names) };
        }
        const token = tokenOrProblem(body.token, 'A regeneration must be previewed before it is applied.');
        const order = { token, decisions: body.decisions, level };
        const applied = await applyRegeneration(regenerating, cycle.id, order);
        return { cycle: applied.cycle, token: null, ...viewPlan(applied.plan, names) };
      },
    }),
  ] as const;
}

function viewPlan({ added, updated, removed, kept, conflicts }: RegenerationPlan, names: ChangeNames) {
  const { wording } = names;
  const view = (task: Task): TaskView => viewTask(task, wording);
  return {
    added: added.map(({ after }) => view(after)),
    updated: updated
      .filter(({ followed }) => followed.length > 0)
      .map(({ before, after, followed }) => ({
        task: view(after),
        fields: [...followed],
        changes: changeInWords(before, after, names),
      })),
    removed: removed.filter(({ followed }) => followed.length > 0).map(({ after }) => view(after)),
    kept: kept.map(view),
    conflicts: conflicts.map(({ task, ...conflict }) => {
      const conflictView = { base: null, edited: null, regenerated: null, ...conflict, task: view(task) };
      if (conflict.field === 'deleted') return { ...conflictView, changes: [], why: [] };
      const regenerated = { ...task, ...conflict.regenerated };
      return {
        ...conflictView,
        changes: changeInWords(task, regenerated, names),
        why: conflict.field === 'start' ? whyOf(regenerated, wording) : [],
      };
    }),
  };
}
