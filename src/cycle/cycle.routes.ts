import { z } from 'zod';
import { type Instant, isoDateSchema } from '../calendar/iso-date.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { Database } from '../database/database.js';
import type { Framework } from '../framework/framework.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import type { Language } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import { type Caller, type Route, route } from '../routing/route.js';
import { bulkChangeSchema } from './bulk-change.js';
import { coverageOf } from './coverage.js';
import { type Cycle, cycleSchema } from './cycle.js';
import { findCycle, findTask, historyOf, listCycles, tasksOfCycle, unpublishedTasks } from './cycle.store.js';
import {
  addTask,
  changeMany,
  changeTask,
  deleteTask,
  type Editing,
  publishCycle,
  takeBackRevision,
} from './cycle-edits.store.js';
import { changedFields, historyEntrySchema, viewRevision } from './history.js';
import { selectTasks } from './select-tasks.js';
import { statusSchema, type Task } from './task.js';
import { newTaskSchema, taskPatchSchema } from './task-edit.js';
import { type TaskView, taskViewSchema, viewTask } from './task-view.js';
import { kindSchema } from './template.js';
import type { TaskWording } from './wording.js';
import { workloadOf } from './workload.js';

const cycleParams = z.object({
  id: z.string().meta({ description: 'The id of a cycle, such as 39-2026-2027' }),
});

const taskParams = z.object({ id: z.string().meta({ description: 'The id of a task' }) });

const changeSchema = z.object({
  change: z.enum(['added', 'changed', 'removed']),
  task: taskViewSchema,
  fields: z.array(z.string()).meta({ description: 'The fields that differ from what is published' }),
});

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

/** What the routes of cycles need to answer. */
export interface CycleContext {
  readonly database: Database;
  readonly framework: Framework;
  readonly wordingIn: (language: Language) => TaskWording;
  readonly schoolYearOf: (cycle: Cycle) => SchoolYear;
  readonly now: () => Instant;
}

/** The routes under /api/cycles and /api/tasks. */
export function cycleRoutes({ database, framework, wordingIn, schoolYearOf, now }: CycleContext): Route[] {
  const cycleOf = async (id: string): Promise<Cycle> => {
    const cycle = await findCycle(database, id);
    if (!cycle) throw new RequestProblem('not-found', `There is no cycle ${id}.`);
    return cycle;
  };
  const editing = ({ caller, language }: { caller: Caller; language: Language }): Editing => ({
    database,
    framework,
    schoolYearOf,
    who: caller.name,
    now: now(),
    language,
  });
  const viewIn = (language: Language) => (task: Task) => viewTask(task, wordingIn(language));
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
    route({
      method: 'post',
      path: '/api/cycles/{id}/tasks',
      summary: 'Add a task of one’s own',
      access: 'county-coordinator',
      params: cycleParams,
      body: newTaskSchema,
      response: taskViewSchema,
      status: 201,
      versionOf,
      handle: async (request) =>
        viewIn(request.language)(await addTask(editing(request), request.params.id, request.body)),
    }),
    route({
      method: 'patch',
      path: '/api/tasks/{id}',
      summary: 'Change a task by a JSON merge patch: move, assign, set the status, cancel, restore',
      access: 'county-coordinator',
      precondition: true,
      params: taskParams,
      query: z.object({
        stale: z
          .enum(['refuse', 'merge'])
          .default('refuse')
          .meta({ description: 'merge: apply a stale change when nobody else has touched the same fields' }),
      }),
      body: taskPatchSchema,
      response: taskViewSchema,
      versionOf,
      handle: async (request) => {
        const { params, body, ifMatch, query, language } = request;
        const view = viewIn(language);
        return view(await changeTask(editing(request), params.id, body, ifMatch, query.stale, view));
      },
    }),
    route({
      method: 'delete',
      path: '/api/tasks/{id}',
      summary: 'Take a task of one’s own out of its cycle',
      access: 'county-coordinator',
      precondition: true,
      params: taskParams,
      response: taskViewSchema,
      handle: async (request) => {
        const view = viewIn(request.language);
        return view(await deleteTask(editing(request), request.params.id, request.ifMatch, view));
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/bulk',
      summary: 'Change many tasks in one transaction: all of them or none',
      access: 'county-coordinator',
      params: cycleParams,
      body: z.strictObject({ taskIds: z.array(z.string()).min(1).max(1000), change: bulkChangeSchema }),
      response: z.array(taskViewSchema),
      handle: async (request) => {
        const { taskIds, change } = request.body;
        return (await changeMany(editing(request), request.params.id, taskIds, change)).map(
          viewIn(request.language),
        );
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/undo',
      summary: 'Undo one’s last change, or the revision that is named',
      access: 'county-coordinator',
      params: cycleParams,
      body: z.strictObject({ revision: z.int().min(1).optional() }),
      response: cycleSchema,
      handle: (request) =>
        takeBackRevision(editing(request), request.params.id, {
          kind: 'undo',
          revision: request.body.revision,
        }),
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/redo',
      summary: 'Redo what one has undone last',
      access: 'county-coordinator',
      params: cycleParams,
      response: cycleSchema,
      handle: (request) => takeBackRevision(editing(request), request.params.id, { kind: 'redo' }),
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/changes',
      summary: 'What has changed since the last publishing',
      access: 'county-coordinator',
      params: cycleParams,
      response: z.array(changeSchema),
      handle: async ({ params, language }) => {
        const pairs = await unpublishedTasks(database, await cycleOf(params.id));
        return pairs.map(({ edited, published }) => ({
          change:
            published === null
              ? ('added' as const)
              : edited.deleted
                ? ('removed' as const)
                : ('changed' as const),
          task: viewIn(language)(edited),
          fields: published === null ? [] : changedFields(published, edited),
        }));
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/publish',
      summary: 'Make what is edited what subscribers see',
      access: 'county-coordinator',
      params: cycleParams,
      response: cycleSchema,
      handle: (request) => publishCycle(editing(request), request.params.id),
    }),
  ];
}
