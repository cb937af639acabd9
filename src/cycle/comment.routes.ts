import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { RequestProblem } from '../routing/problem.js';
import { type Route, route } from '../routing/route.js';
import { addComment, commentsOn } from './comments.store.js';
import { taskParams } from './cycle.routes.js';
import { findCycle } from './cycle.store.js';
import { freeText } from './free-text.js';
import { findTask } from './task.store.js';

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
}): Route[] {
  const countyOf = async (taskId: string): Promise<string> => {
    const task = await findTask(database, taskId);
    const cycle = task && !task.deleted ? await findCycle(database, task.cycleId) : undefined;
    if (!cycle) throw new RequestProblem('not-found', `There is no task ${taskId}.`);
    return cycle.county;
  };
  return [
    route({
      method: 'get',
      path: '/api/tasks/{id}/comments',
      summary: 'The comments on a task, oldest first',
      access: 'unit-coordinator',
      params: taskParams,
      response: z.array(commentSchema),
      handle: async ({ params: { id } }) => commentsOn(database, await countyOf(id), id),
    }),
    route({
      method: 'post',
      path: '/api/tasks/{id}/comments',
      summary: 'Say something about a task',
      access: 'unit-coordinator',
      params: taskParams,
      body: z.strictObject({
        text: freeText(5_000).refine((text) => text.trim() !== '', { error: 'is empty' }),
      }),
      response: commentSchema,
      status: 201,
      handle: async ({ params: { id }, body: { text }, caller }) =>
        addComment(database, await countyOf(id), id, { who: caller.name, text, at: now() }),
    }),
  ];
}
