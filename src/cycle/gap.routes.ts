import { z } from 'zod';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import { RequestProblem } from '../routing/problem.js';
import { type Route, route } from '../routing/route.js';
import type { Cycle } from './cycle.js';
import { cycleOrProblem, cycleParams } from './cycle.routes.js';
import type { CycleEditContext } from './cycle-edits.routes.js';
import { addTasks } from './cycle-edits.store.js';
import { taskForGap } from './gap-task.js';
import { gapsOf } from './gaps.js';
import { tasksOfCycle } from './task.store.js';
import { taskViewSchema, viewTask } from './task-view.js';

const fillings = z.array(z.object({ id: z.string(), name: z.string() }));

const gapSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('category'),
    phase: phaseIdSchema,
    category: categorySchema,
    actor: actorSchema,
    fillings,
  }),
  z.object({ kind: z.literal('cooperation'), phase: phaseIdSchema, partner: z.string(), fillings }),
]);

const filledGapSchema = z.strictObject({
  phase: phaseIdSchema,
  filling: z.string().meta({ description: 'The id of the entry of the knowledge base that fills the gap' }),
  partner: z.string().optional(),
  category: categorySchema.optional(),
  actor: actorSchema.optional(),
});

/** The routes of what a cycle lacks of the framework. */
export function gapRoutes(context: CycleEditContext): Route[] {
  const { database, framework, wordingIn, schoolYearFor, now } = context;
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/gaps',
      summary: 'What the framework asks for and the cycle lacks, each with the entries that would fill it',
      access: 'anyone',
      params: cycleParams,
      response: z.array(gapSchema),
      handle: async ({ params }) => {
        const tasks = await tasksOfCycle(database, await cycleOrProblem(database, params.id));
        return gapsOf(framework, tasks).map((gap) => ({ ...gap, fillings: [...gap.fillings] }));
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/gaps',
      summary: 'Fill gaps: add a task for each entry named, over its phase until somebody gives it a day',
      access: 'county-coordinator',
      params: cycleParams,
      body: z.strictObject({ fill: z.array(filledGapSchema).min(1).max(100) }),
      response: z.array(taskViewSchema),
      status: 201,
      handle: async ({ params, body, caller, language }) => {
        const added = body.fill.map((gap, index) => {
          const task = taskForGap(framework, gap);
          if (task) return task;
          const errors = [
            { pointer: `/body/fill/${index}/filling`, detail: 'is no focus area or responsibility' },
          ];
          throw new RequestProblem('invalid-request', 'Nothing was added.', errors);
        });
        const editing = {
          database,
          framework,
          schoolYearOf: ({ county, schoolYear }: Cycle) => schoolYearFor(county, schoolYear),
          who: caller.name,
          now: now(),
          language,
        };
        return (await addTasks(editing, params.id, added)).map((task) => viewTask(task, wordingIn(language)));
      },
    }),
  ];
}
