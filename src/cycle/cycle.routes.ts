import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import type { Framework } from '../framework/framework.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import type { Language } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import { type Route, route } from '../routing/route.js';
import { findUnit } from '../units/unit.store.js';
import { type Cycle, countyOfCycle, cycleSchema } from './cycle.js';
import { findCycle, listCycles } from './cycle.store.js';
import { historyEntrySchema, viewRevision } from './history.js';
import { historyOf } from './history.store.js';
import { selectTasks } from './select-tasks.js';
import { statusSchema } from './task.js';
import { adjustmentsOfCycle, findAdjustment, findTask, tasksOfCycle } from './task.store.js';
import { type TaskView, taskViewSchema, viewSeenTask, viewTask } from './task-view.js';
import { kindSchema } from './template.js';
import { seenByUnit, seenWith } from './unit-view.js';
import type { TaskWording } from './wording.js';

export const cycleParams = z.object({
  id: z.string().meta({ description: 'The id of a cycle, such as 39-2026-2027' }),
});

export const taskParams = z.object({ id: z.string().meta({ description: 'The id of a task' }) });

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
export function cycleRoutes({ database, wordingIn }: Pick<CycleContext, 'database' | 'wordingIn'>): Route[] {
  const cycleOf = (id: string) => cycleOrProblem(database, id);
  const checkUnit = async (id: string, county: string) => {
    if ((await findUnit(database, id))?.county === county) return;
    const errors = [{ pointer: '/query/unit', detail: 'is no unit of the county' }];
    throw new RequestProblem('invalid-request', `There is no unit ${id} in the county.`, errors);
  };
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
      summary: 'The tasks of a cycle by date: of all layers, or as one unit sees them',
      access: 'anyone',
      params: cycleParams,
      query: z.object({
        unit: z.string().optional().meta({
          description: 'As this unit sees them: with its own dates and tasks, without other units’',
        }),
        hidden: z
          .enum(['leave-out', 'include', 'only'])
          .default('leave-out')
          .meta({ description: 'What becomes of those that the unit hides' }),
        layer: z.string().optional().meta({ description: 'Only the entries of this unit’s layer' }),
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
        const { unit, hidden, ...selection } = query;
        const wording = wordingIn(language);
        const cycle = await cycleOf(params.id);
        const tasks = await tasksOfCycle(database, cycle);
        if (unit === undefined)
          return selectTasks(tasks, selection, language).map((task) => viewTask(task, wording));
        await checkUnit(unit, cycle.county);
        const seen = seenByUnit(tasks, await adjustmentsOfCycle(database, cycle), unit, cycle.county).filter(
          ({ adjustment }) => hidden === 'include' || (hidden === 'only') === Boolean(adjustment?.hidden),
        );
        const selected = new Set(
          selectTasks(
            seen.map(({ task }) => task),
            selection,
            language,
          ),
        );
        return seen.filter(({ task }) => selected.has(task)).map((each) => viewSeenTask(each, wording));
      },
    }),
    route({
      method: 'get',
      path: '/api/tasks/{id}',
      summary: 'One task, for everybody or as one unit sees it',
      access: 'anyone',
      params: taskParams,
      query: z.object({ unit: z.string().optional() }),
      response: taskViewSchema,
      versionOf,
      handle: async ({ params, query: { unit }, language }) => {
        const task = await findTask(database, params.id);
        if (!task || task.deleted) throw new RequestProblem('not-found', `There is no task ${params.id}.`);
        if (unit === undefined) return viewTask(task, wordingIn(language));
        await checkUnit(unit, countyOfCycle(task.cycleId));
        return viewSeenTask(
          seenWith(task, await findAdjustment(database, task.id, unit)),
          wordingIn(language),
        );
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
  ];
}
