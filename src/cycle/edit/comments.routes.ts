import { z } from 'zod';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import { type Caller, isAtLeast } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { route } from '../../routing/route.js';
import type { Task } from '../../task/task.js';
import { partOf } from '../../task/unit-view.js';
import { freeText } from '../../text/free-text.js';
import { findUnit } from '../../units/unit.store.js';
import { countyOfCycle } from '../cycle-id.js';
import { taskParams } from '../cycle-requests.routes.js';
import { findTask } from '../task.store.js';
import { addComment, commentsOn } from './comments.store.js';

const commentSchema = z
  .object({ id: z.string(), at: z.string().meta({ format: 'date-time' }), who: z.string(), text: z.string() })
  .meta({ id: 'Comment' });

/** The routes of the comments on a task. */
export function commentRoutes({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => Instant;
}) {
  const taskOrProblem = async (id: string): Promise<Task> => {
    const task = await findTask(database, id);
    if (!task || task.deleted) throw new RequestProblem('not-found', `No task has the id ${id}.`);
    return task;
  };
  /** A contributor may comment on tasks of their unit's layer, and on those that it is to do or takes part in. */
  const checkConcern = async ({ role, unit: id }: Caller, task: Task) => {
    if (isAtLeast(role, 'unit-coordinator')) return;
    const unit = id === null ? undefined : await findUnit(database, id);
    const isCommon = task.layer === countyOfCycle(task.cycleId);
    if (unit && (task.layer === unit.id || (isCommon && partOf(task, unit) !== null))) return;
    throw new RequestProblem('forbidden', 'A contributor can comment only on the tasks of their own unit.');
  };
  return [
    route({
      method: 'get',
      path: '/api/tasks/{id}/comments',
      summary: 'List the comments on a task, oldest first',
      params: taskParams,
      response: z.array(commentSchema),
      handle: async ({ params: { id } }) =>
        commentsOn(database, countyOfCycle((await taskOrProblem(id)).cycleId), id),
    }),
    route({
      method: 'post',
      path: '/api/tasks/{id}/comments',
      summary: 'Comment on a task',
      params: taskParams,
      body: z.strictObject({
        text: freeText(5_000).refine((text) => text.trim() !== '', { error: 'is empty' }),
      }),
      response: commentSchema,
      status: 201,
      handle: async ({ params: { id }, body: { text }, caller }) => {
        const task = await taskOrProblem(id);
        await checkConcern(caller, task);
        return addComment(database, task, { by: caller, text, at: now() });
      },
    }),
  ] as const;
}
