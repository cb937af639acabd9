import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import type { Framework } from '../framework/framework.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import type { Language } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import { type Route, route } from '../routing/route.js';
import { coverageOf } from './coverage.js';
import { type Cycle, cycleSchema } from './cycle.js';
import { findCycle, listCycles } from './cycle.store.js';
import { historyEntrySchema, viewRevision } from './history.js';
import { historyOf } from './history.store.js';
import { selectTasks } from './select-tasks.js';
import { statusSchema } from './task.js';
import { findTask, tasksOfCycle } from './task.store.js';
import { type TaskView, taskViewSchema, viewTask } from './task-view.js';
import { kindSchema } from './template.js';
import type { TaskWording } from './wording.js';
import { workloadOf } from './workload.js';

export const cycleParams = z.object({
  id: z.string().meta({ description: 'The id of a cycle, such as 39-2026-2027' }),
});

export const taskParams = z.object({ id: z.string().meta({ description: 'The id of a task' }) });

const coverageSchema = z.object({
  cells: z.array(
    z.object({ phase: phaseIdSchema, category: categorySchema, actor: actorSchema, tasks: z.int().min(0) }),
  ),
  partners: z.array(z.object({ partner: z.string(), tasks: z.int().min(0) })),
  uncovered: z.array(z.string()).meta({ description: 'Ids of the focus areas that no task serves' }),
});

const workloadSchema = z.array(
  z.object({
    weekYear: z.int(),
    week: z.int().min(1).max(53),
    actor: actorSchema,
    unitId: z.string().nullable(),
    deadlines: z.int().min(0),
    activities: z.int().min(0),
    cooperation: z.int().min(0),
  }),
);

/** The cycle of an id; throws RequestProblem `not-found`. */
export async function cycleOrProblem(database: Database, id: string): Promise<Cycle> {
  const cycle = await findCycle(database, id);
  if (!cycle) throw new RequestProblem('not-found', `There is no cycle ${id}.`);
  return cycle;
}

/** What the routes of cycles need to answer. */
export interface CycleContext {
  readonly database: Database;
  readonly framework: Framework;
  readonly wordingIn: (language: Language) => TaskWording;
}

/** The routes under /api/cycles and /api/tasks that read. */
export function cycleRoutes({ database, framework, wordingIn }: CycleContext): Route[] {
  const cycleOf = (id: string) => cycleOrProblem(database, id);
  const versionOf = ({ version }: Pick<TaskView, 'version'>) => version;
  return [
    route({
      method: 'get',
      path: '/api/cycles',
      summary: 'All cycles, newest school year first',
      access: 'anyone',
      response: z.array(cycleSchema),
      handle: () => listCycles(database),
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}',
      summary: 'One cycle',
      access: 'anyone',
      params: cycleParams,
      response: cycleSchema,
      handle: ({ params }) => cycleOf(params.id),
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/tasks',
      summary: 'The tasks of a cycle by date',
      access: 'anyone',
      params: cycleParams,
      query: z.object({
        phase: phaseIdSchema.optional(),
        category: categorySchema.optional(),
        actor: actorSchema.optional(),
        partner: z.string().optional(),
        kind: kindSchema.optional(),
        status: statusSchema.optional(),
        measure: z
          .string()
          .optional()
          .meta({ description: 'The id of a focus area, responsibility or county measure' }),
        from: isoDateSchema.optional().meta({ description: 'Tasks that end on this day or later' }),
        to: isoDateSchema.optional().meta({ description: 'Tasks that start on this day or earlier' }),
        q: z.string().min(1).optional().meta({ description: 'Words of the title or description' }),
      }),
      response: z.array(taskViewSchema),
      handle: async ({ params, query, language }) => {
        const wording = wordingIn(language);
        const tasks = await tasksOfCycle(database, await cycleOf(params.id));
        return selectTasks(tasks, query, language).map((task) => viewTask(task, wording));
      },
    }),
    route({
      method: 'get',
      path: '/api/tasks/{id}',
      summary: 'One task',
      access: 'anyone',
      params: taskParams,
      response: taskViewSchema,
      versionOf,
      handle: async ({ params, language }) => {
        const task = await findTask(database, params.id);
        if (!task || task.deleted) throw new RequestProblem('not-found', `There is no task ${params.id}.`);
        return viewTask(task, wordingIn(language));
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/history',
      summary: 'The changes of a cycle, newest first',
      access: 'anyone',
      params: cycleParams,
      query: z.object({ task: z.string().optional().meta({ description: 'Only what changed this task' }) }),
      response: z.array(historyEntrySchema),
      handle: async ({ params, query }) =>
        (await historyOf(database, await cycleOf(params.id), query.task)).map(viewRevision),
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/coverage',
      summary: 'What of the framework the cycle covers, and its gaps',
      access: 'anyone',
      params: cycleParams,
      response: coverageSchema,
      handle: async ({ params }) => {
        const { cells, partners, uncovered } = coverageOf(
          framework,
          await tasksOfCycle(database, await cycleOf(params.id)),
        );
        return { cells: [...cells], partners: [...partners], uncovered: [...uncovered] };
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/workload',
      summary: 'How many tasks start in each week, per actor and unit',
      access: 'anyone',
      params: cycleParams,
      response: workloadSchema,
      handle: async ({ params }) => workloadOf(await tasksOfCycle(database, await cycleOf(params.id))),
    }),
  ];
}
