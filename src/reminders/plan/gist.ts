import { createHash } from 'node:crypto';
import type { Task } from '../../task/task.js';

const known = new WeakMap<Task, string>();

/** A hash of what a mail states about a task: its title, days, times of day, and whether it is cancelled or deleted. */
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
