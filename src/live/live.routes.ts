import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import { cycleOrProblem, cycleParams, taskParams } from '../cycle/cycle-requests.routes.js';
import { findTask } from '../cycle/task.store.js';
import type { Database } from '../database/database.js';
import { RequestProblem } from '../routing/problem.js';
import { type Caller, eventStreamSchema, route } from '../routing/route.js';
import type { Task } from '../task/task.js';
import { liveEventSchema, versionOfEventId } from './live-event.js';
import type { LiveWatch } from './live-watch.js';
import { othersOf, presentSchema } from './presence.js';
import { removePresence, viewersOf, writePresence } from './presence.store.js';

export interface LiveContext {
  readonly database: Database;
  readonly now: () => Instant;
  readonly watch: LiveWatch;
}

/** The routes by which a page receives others' changes and reports which task is being viewed. */
export function liveRoutes({ database, now, watch }: LiveContext) {
  const query = z.object({
    window: z.string().min(1).max(64).meta({ description: 'Distinguishes the windows of a browser' }),
  });
  const taskOrProblem = async (id: string, which: 'living' | 'deleted too' = 'living'): Promise<Task> => {
    const task = await findTask(database, id);
    if (!task || (task.deleted && which === 'living'))
      throw new RequestProblem('not-found', `No task has the id ${id}.`);
    return task;
  };
  const othersAt = async (task: Task, userId: string | null) =>
    othersOf(await viewersOf(database, task, now()), userId);
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/events',
      summary:
        'Follow a cycle as server-sent events: its changes, new comments, and who is viewing which task',
      params: cycleParams,
      query: z.object({
        'acting-unit': z.string().optional().meta({
          description: 'The same as the header Acting-Unit, which a browser cannot send with this request',
        }),
      }),
      response: eventStreamSchema,
      events: liveEventSchema,
      handle: async ({ params: { id }, caller, transport: { headers } }) => {
        await cycleOrProblem(database, id);
        const lastEventId = headers['last-event-id'];
        return watch.watch({
          cycleId: id,
          userId: userOf(caller),
          version: versionOfEventId(typeof lastEventId === 'string' ? lastEventId : undefined),
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/tasks/{id}/presence',
      summary: 'Report every ten seconds that the caller is viewing a task; returns who else is',
      params: taskParams,
      query,
      response: z.array(presentSchema),
      handle: async ({ params: { id }, query: { window }, caller }) => {
        const task = await taskOrProblem(id);
        const { proof, personId, name } = caller;
        // Only people view tasks; automation does not.
        if (proof.kind === 'session')
          await writePresence(database, task, { userId: proof.userId, personId, name, window }, now());
        return othersAt(task, userOf(caller));
      },
    }),
    route({
      method: 'delete',
      path: '/api/tasks/{id}/presence',
      summary: 'Report that the caller is no longer viewing a task; returns who is',
      params: taskParams,
      query,
      response: z.array(presentSchema),
      handle: async ({ params: { id }, query: { window }, caller }) => {
        // A window may still show a task that has been deleted meanwhile.
        const task = await taskOrProblem(id, 'deleted too');
        const userId = userOf(caller);
        if (userId !== null) await removePresence(database, task, { userId, window });
        return othersAt(task, userId);
      },
    }),
  ] as const;
}

const userOf = ({ proof }: Caller): string | null => ('userId' in proof ? proof.userId : null);
