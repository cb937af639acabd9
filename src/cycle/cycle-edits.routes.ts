import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { Language } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import { type Caller, type Route, route } from '../routing/route.js';
import { bulkChangeSchema } from './bulk-change.js';
import { type Cycle, cycleSchema } from './cycle.js';
import { type CycleContext, cycleOrProblem, cycleParams, taskParams } from './cycle.routes.js';
import {
  addTasks,
  changeMany,
  changeTask,
  deleteTask,
  type Editing,
  publishCycle,
  takeBackRevision,
} from './cycle-edits.store.js';
import type { GeneratedCycle } from './generate.js';
import { changedFields } from './history.js';
import { MERGE_FIELDS } from './merge.js';
import type { RegenerationPlan } from './regenerate.js';
import { applyRegeneration, previewRegeneration } from './regeneration.store.js';
import type { Task } from './task.js';
import { unpublishedTasks } from './task.store.js';
import { newTaskSchema, taskPatchSchema } from './task-edit.js';
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

const changeSchema = z.object({
  change: z.enum(['added', 'changed', 'removed']),
  task: taskViewSchema,
  fields: z.array(z.string()).meta({ description: 'The fields that differ from what is published' }),
});

/** What the routes that change cycles need besides what those that read do. */
export interface CycleEditContext extends CycleContext {
  /** The school year of a county; throws for one that is not known. */
  readonly schoolYearFor: (county: string, label: SchoolYearLabel) => SchoolYear;
  /** A county's cycle as it is generated from today's templates and skolerute. */
  readonly generate: (county: string, label: SchoolYearLabel) => GeneratedCycle;
  readonly now: () => Instant;
}

/** The routes under /api/cycles and /api/tasks that change something, and the one that shows what is not published. */
export function cycleEditRoutes(context: CycleEditContext): Route[] {
  const { database, framework, wordingIn, schoolYearFor, generate, now } = context;
  const generateAnew = ({ county, schoolYear }: Cycle) => generate(county, schoolYear);
  const editing = ({ caller, language }: { caller: Caller; language: Language }): Editing => ({
    database,
    framework,
    schoolYearOf: ({ county, schoolYear }) => schoolYearFor(county, schoolYear),
    who: caller.name,
    now: now(),
    language,
  });
  const viewIn = (language: Language) => (task: Task) => viewTask(task, wordingIn(language));
  const versionOf = ({ version }: Pick<TaskView, 'version'>) => version;
  return [
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
        (await addTasks(editing(request), request.params.id, [request.body])).map(
          viewIn(request.language),
        )[0] as TaskView,
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
        const pairs = await unpublishedTasks(database, await cycleOrProblem(database, params.id));
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
    route({
      method: 'post',
      path: '/api/cycles/{id}/regenerate',
      summary:
        'Make the cycle anew from today’s templates and skolerute: preview it, then apply exactly what was previewed',
      access: 'county-coordinator',
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
        const regenerating = { database, generateAnew, who: caller.name, now: now() };
        if (query.preview === 'true') {
          const cycle = await cycleOrProblem(database, params.id);
          const { token, plan } = await previewRegeneration(regenerating, cycle);
          return { cycle, token, ...viewPlan(plan, viewIn(language)) };
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
        return { cycle, token: null, ...viewPlan(plan, viewIn(language)) };
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
