import { z } from 'zod';
import type { Language } from '../../language/text.js';
import { route } from '../../routing/route.js';
import { adjustmentPatchSchema, adjustmentSchema, viewAdjustment } from '../../task/adjustment.js';
import { bulkChangeSchema } from '../../task/bulk-change.js';
import { toTakeBackSchema } from '../../task/take-back.js';
import type { Task } from '../../task/task.js';
import { newTaskSchema, taskPatchSchema } from '../../task/task-edit.js';
import { type TaskView, taskViewSchema, viewTask } from '../../task/task-view.js';
import { cycleSchema } from '../cycle.js';
import type { CycleEditContext } from '../cycle-requests.routes.js';
import { cycleOrProblem, cycleParams, taskParams } from '../cycle-requests.routes.js';
import { adjustTask } from './adjust-task.use-case.js';
import { addTask, changeTask, changeTasks, deleteTask } from './edit-tasks.use-case.js';
import { editingBy } from './editing-by.routes.js';
import { takeBackRevision, toTakeBack } from './take-back.use-case.js';

/** The routes under /api/cycles and /api/tasks that change tasks. */
export function cycleEditRoutes(context: CycleEditContext) {
  const viewIn = (language: Language) => (task: Task) => viewTask(task, context.wordingIn(language));
  const versionOf = ({ version }: Pick<TaskView, 'version'>) => version;
  return [
    route({
      method: 'post',
      path: '/api/cycles/{id}/tasks',
      summary: 'Add a task to a unit’s own layer',
      params: cycleParams,
      body: newTaskSchema,
      response: taskViewSchema,
      status: 201,
      versionOf,
      handle: async (request) =>
        viewIn(request.language)(await addTask(editingBy(context, request), request.params.id, request.body)),
    }),
    route({
      method: 'patch',
      path: '/api/tasks/{id}',
      summary: 'Change a task with a JSON merge patch: move, assign, set the status, cancel, restore',
      precondition: true,
      params: taskParams,
      query: z.object({
        stale: z.enum(['refuse', 'merge']).default('refuse').meta({
          description: 'merge: apply an outdated change if nobody else has changed the same fields',
        }),
      }),
      body: taskPatchSchema,
      response: taskViewSchema,
      versionOf,
      handle: async (request) => {
        const { params, body, ifMatch, query, language } = request;
        const view = viewIn(language);
        return view(
          await changeTask(
            editingBy(context, request),
            { taskId: params.id, patch: body, ifMatch, onStale: query.stale },
            view,
          ),
        );
      },
    }),
    route({
      method: 'delete',
      path: '/api/tasks/{id}',
      summary: 'Remove a task of a unit’s own layer from its cycle',
      precondition: true,
      params: taskParams,
      response: taskViewSchema,
      handle: async (request) => {
        const view = viewIn(request.language);
        return view(await deleteTask(editingBy(context, request), request.params.id, request.ifMatch, view));
      },
    }),
    route({
      method: 'patch',
      path: '/api/tasks/{id}/adjustments/{unit}',
      summary: 'Hide a common task from a unit’s own view, or give it the unit’s own date or status',
      precondition: true,
      params: taskParams.extend({ unit: z.string().meta({ description: 'The id of a unit' }) }),
      body: adjustmentPatchSchema,
      response: adjustmentSchema,
      versionOf,
      handle: async (request) => {
        const { params, body, ifMatch } = request;
        return viewAdjustment(
          await adjustTask(editingBy(context, request), {
            taskId: params.id,
            unit: params.unit,
            patch: body,
            ifMatch,
          }),
        );
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/bulk',
      summary: 'Change many tasks in one transaction: all of them or none',
      params: cycleParams,
      body: z.strictObject({
        tasks: z
          .array(z.strictObject({ id: z.string(), version: z.int().min(1) }))
          .min(1)
          .max(1000)
          .meta({ description: 'Each with the version that the change is based on' }),
        change: bulkChangeSchema,
      }),
      response: z.array(taskViewSchema),
      handle: async (request) => {
        const { params, body, language } = request;
        const view = viewIn(language);
        return (await changeTasks(editingBy(context, request), params.id, body, view)).map(view);
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/undo',
      summary: 'Show what undo and redo would take back for the caller',
      params: cycleParams,
      response: toTakeBackSchema,
      handle: async ({ params, caller, language }) =>
        toTakeBack(context.database, await cycleOrProblem(context.database, params.id), caller, language),
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/undo',
      summary: 'Undo the caller’s last change, or the revision given',
      params: cycleParams,
      body: z.strictObject({ revision: z.int().min(1).optional() }),
      response: cycleSchema,
      handle: (request) =>
        takeBackRevision(editingBy(context, request), request.params.id, {
          kind: 'undo',
          revision: request.body.revision,
        }),
    }),
    route({
      method: 'post',
      path: '/api/cycles/{id}/redo',
      summary: 'Redo the caller’s last undone change',
      params: cycleParams,
      response: cycleSchema,
      handle: (request) => takeBackRevision(editingBy(context, request), request.params.id, { kind: 'redo' }),
    }),
  ] as const;
}
