import { randomUUID } from 'node:crypto';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database, Transaction } from '../../database/database.js';
import type { Caller } from '../../routing/caller.js';
import type { Task } from '../../task/task.js';
import type { Cycle } from '../cycle.js';
import { countyOfCycle } from '../cycle-id.js';

/** A comment on a task. */
export interface Comment {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly text: string;
}

/** The comments on a task, oldest first. Index: primary key. */
export async function commentsOn(database: Database, county: string, taskId: string): Promise<Comment[]> {
  const rows = await database
    .selectFrom('comments')
    .selectAll()
    .where('county', '=', county)
    .where('task_id', '=', taskId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, at, who, body }) => ({ id, at, who, text: body }));
}

/** The ids of the tasks of a cycle that have comments. Index: tasks_of_cycle, the primary key of comments. */
export async function commentedTasks(
  database: Database | Transaction,
  { county, id }: Pick<Cycle, 'county' | 'id'>,
): Promise<string[]> {
  const rows = await database
    .selectFrom('comments')
    .innerJoin('tasks', (join) =>
      join.onRef('tasks.county', '=', 'comments.county').onRef('tasks.id', '=', 'comments.task_id'),
    )
    .select('comments.task_id')
    .distinct()
    .where('comments.county', '=', county)
    .where('tasks.cycle_id', '=', id)
    .execute();
  return rows.map(({ task_id }) => task_id);
}

/** Adds a comment to a task and increments the cycle's comment count, from which live watchers learn of it. */
export async function addComment(
  database: Database,
  { id: taskId, cycleId }: Pick<Task, 'id' | 'cycleId'>,
  said: { readonly by: Pick<Caller, 'name' | 'personId'>; readonly text: string; readonly at: Instant },
): Promise<Comment> {
  const county = countyOfCycle(cycleId);
  const comment = { id: randomUUID(), at: said.at, who: said.by.name, text: said.text };
  const { id, at, who, text } = comment;
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('cycles')
      .set((eb) => ({ comments_said: eb('comments_said', '+', 1) }))
      .where('county', '=', county)
      .where('id', '=', cycleId)
      .execute();
    await transaction
      .insertInto('comments')
      .values({ county, task_id: taskId, id, at, who, body: text, who_id: said.by.personId })
      .execute();
  });
  return comment;
}
