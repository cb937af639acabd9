import { z } from 'zod';
import { RequestProblem } from '../routing/problem.js';
import { type Route, route } from '../routing/route.js';
import { cycleSchema } from './cycle.js';
import { cycleOrProblem, cycleParams } from './cycle.routes.js';
import type { CycleEditContext } from './cycle-edits.routes.js';
import { MERGE_FIELDS } from './merge.js';
import type { RegenerationPlan } from './regenerate.js';
import { applyRegeneration, previewRegeneration } from './regeneration.store.js';
import type { Task } from './task.js';
import { type TaskView, taskViewSchema, viewTask } from './task-view.js';

const planSchema = z.object({
  cycle: cycleSchema,
  token: z.string().nullable().meta({ description: 'Of a preview: applies exactly what was previewed' }),
  added: z.array(taskViewSchema),
  updated: z.array(z.object({ task: taskViewSchema, fields: z.array(z.string()) })),
  removed: z.array(taskViewSchema),
  conflicts: z
    .array(
      z.object({
        taskId: z.string(),
        field: z.string(),
        base: z.unknown(),
        edited: z.unknown(),
        regenerated: z.unknown(),
      }),
    )
    .meta({
      description:
        'What people and the regeneration changed differently, or what is gone though people changed it',
    }),
});

const decisionSchema = z.strictObject({
  taskId: z.string(),
  field: z.enum([...MERGE_FIELDS, 'deleted']),
  take: z.enum(['edited', 'regenerated']),
});

/** The route that makes a cycle anew from today's templates, skolerute and units. */
export function regenerationRoutes({ database, wordingIn, generate, now }: CycleEditContext): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/cycles/{id}/regenerate',
      summary:
        'Make the cycle anew from today’s templates and skolerute: preview it, then apply exactly what was previewed',
      params: cycleParams,
      query: z.object({
        preview: z
          .enum(['true', 'false'])
          .default('false')
          .meta({ description: 'true: only tell what would change, with the token that applies it' }),
      }),
      body: z.strictObject({ token: z.string().optional(), decisions: z.array(decisionSchema).default([]) }),
      response: planSchema,
      handle: async ({ params, query, body, caller, language }) => {
        const view = (task: Task) => viewTask(task, wordingIn(language));
        const regenerating = { database, generate, caller, now: now() };
        if (query.preview === 'true') {
          const cycle = await cycleOrProblem(database, params.id);
          const { token, plan } = await previewRegeneration(regenerating, cycle);
          return { cycle, token, ...viewPlan(plan, view) };
        }
        if (body.token === undefined) {
          const errors = [{ pointer: '/body/token', detail: 'is missing: preview first' }];
          throw new RequestProblem(
            'invalid-request',
            'A regeneration is previewed before it is applied.',
            errors,
          );
        }
        const { cycle, plan } = await applyRegeneration(regenerating, params.id, body.token, body.decisions);
        return { cycle, token: null, ...viewPlan(plan, view) };
      },
    }),
  ];
}

function viewPlan({ added, updated, removed, conflicts }: RegenerationPlan, view: (task: Task) => TaskView) {
  return {
    added: added.map(({ after }) => view(after)),
    updated: updated
      .filter(({ followed }) => followed.length > 0)
      .map(({ after, followed }) => ({ task: view(after), fields: [...followed] })),
    removed: removed.filter(({ followed }) => followed.length > 0).map(({ after }) => view(after)),
    conflicts: conflicts.map((conflict) => ({ base: null, edited: null, regenerated: null, ...conflict })),
  };
}
