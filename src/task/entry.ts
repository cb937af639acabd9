import type { Adjustment } from './adjustment.js';
import type { Task } from './task.js';

/** What a cycle consists of and its history records: tasks, and units' adjustments of them. */
export type Entry = Task | Adjustment;

export function isAdjustment(entry: Entry): entry is Adjustment {
  return 'adjusts' in entry;
}

export function isTask(entry: Entry): entry is Task {
  return !isAdjustment(entry);
}

/** The id of the task that an entry is or adjusts. */
export function taskIdOf(entry: Entry): string {
  return isAdjustment(entry) ? entry.adjusts : entry.id;
}
