import type { Instant } from '../calendar/iso-date.js';
import { countyOfCycle } from '../cycle/cycle-id.js';
import type { Action } from '../cycle/history.js';
import type { Database } from '../database/database.js';
import { type LiveChange, MOST_TASKS_NAMED, type Told } from './live-event.js';
import type { Looking } from './presence.js';
import { countsFrom } from './presence.store.js';

/** What one look finds of a cycle. */
export interface CycleLook extends Told {
  readonly looking: readonly Looking[];
}

/** How far the watched cycles have come and who is looking, in one query. Index: cycles_by_id, primary key of presence. */
export async function lookAtCycles(
  database: Database,
  ids: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, CycleLook>> {
  const rows = await database
    .selectFrom('cycles')
    .leftJoin('presence', (join) =>
      join
        .onRef('presence.county', '=', 'cycles.county')
        .onRef('presence.cycle_id', '=', 'cycles.id')
        .on('presence.seen_at', '>=', countsFrom(now)),
    )
    .select([
      'cycles.id',
      'cycles.revision',
      'cycles.comments_said as comments',
      'presence.task_id as taskId',
      'presence.name',
      'presence.user_id as userId',
    ])
    .where('cycles.id', 'in', ids)
    .execute();
  const looks = new Map<string, Told & { readonly looking: Looking[] }>();
  for (const { id, revision, comments, taskId, name, userId } of rows) {
    const look = looks.get(id) ?? { revision, comments, looking: [] };
    if (taskId !== null && name !== null && userId !== null) look.looking.push({ taskId, name, userId });
    looks.set(id, look);
  }
  return looks;
}

/** The revisions of a cycle after one, oldest first, with the tasks that each changed. Index: primary key of history. */
export async function changesSince(
  database: Database,
  cycleId: string,
  revision: number,
): Promise<LiveChange[]> {
  const rows = await database
    .selectFrom('history')
    .select(['revision', 'who', 'action', 'task_id'])
    .where('county', '=', countyOfCycle(cycleId))
    .where('cycle_id', '=', cycleId)
    .where('revision', '>', revision)
    .orderBy('revision')
    .orderBy('position')
    .execute();
  const changes = new Map<number, LiveChange & { readonly tasks: string[] }>();
  for (const { revision: risen, who, action, task_id } of rows) {
    const change = changes.get(risen) ?? { revision: risen, by: who, action: action as Action, tasks: [] };
    if (task_id !== null) change.tasks.push(task_id);
    changes.set(risen, change);
  }
  return [...changes.values()].map((change) =>
    change.tasks.length > MOST_TASKS_NAMED ? { ...change, tasks: null } : change,
  );
}
