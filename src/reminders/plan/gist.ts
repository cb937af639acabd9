import { createHash } from 'node:crypto';
import type { Task } from '../../task/task.js';

const known = new WeakMap<Task, string>();

/** What a mail tells of a task that matters when it changes: its title, days, times of day and whether it stands. */
export function gistOf(task: Task): string {
  const before = known.get(task);
  if (before !== undefined) return before;
  const { title, start, end, startTime, endTime, status, deleted } = task;
  const isGone = status === 'cancelled' || deleted;
  const digest = createHash('sha256').update(JSON.stringify([title, start, end, startTime, endTime, isGone]));
  const gist = digest.digest('base64url').slice(0, 12);
  known.set(task, gist);
  return gist;
}
