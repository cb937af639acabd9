import type { Task } from './task.js';

type Placed = Pick<Task, 'start' | 'end' | 'id'>;

/** The order of a cycle: by start, then end, then id. */
export function byDate(a: Placed, b: Placed): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
