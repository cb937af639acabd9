import type { Instant } from '../calendar/iso-date.js';
import { countyOfCycle } from '../cycle/cycle-id.js';
import type { Action } from '../cycle/history.js';
import type { Database } from '../database/database.js';
import { type CycleVersion, type LiveChange, MOST_TASKS_NAMED } from './live-event.js';
import type { Viewing } from './presence.js';
import { countsFrom } from './presence.store.js';

/** What one poll reads of a cycle. */
export interface CyclePoll extends CycleVersion {
  readonly viewers: readonly Viewing[];
}

/** The versions and viewers of the watched cycles, in one query. Indexes: cycles_by_id, primary key of presence. */
export async function pollCycles(
  database: Database,
  ids: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, CyclePoll>> {
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
  const polls = new Map<string, CycleVersion & { readonly viewers: Viewing[] }>();
  for (const { id, revision, comments, taskId, name, userId } of rows) {
    const poll = polls.get(id) ?? { revision, comments, viewers: [] };
    if (taskId !== null && name !== null && userId !== null) poll.viewers.push({ taskId, name, userId });
    polls.set(id, poll);
  }
  return polls;
}

/** The revisions of a cycle after the given one, oldest first, with the tasks each changed. Index: primary key of history. */
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
