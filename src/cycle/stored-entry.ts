import type { Adjustment } from '../task/adjustment.js';
import type { Entry } from '../task/entry.js';
import type { Task } from '../task/task.js';
import { countyOfCycle } from './cycle-id.js';

/** What a body lacks that was written before tasks had these fields. */
const LATER_FIELDS = { startTime: null, endTime: null, leeway: null, importedUid: null };

/** A body was written from a Task, so it is read back without a second check. */
export function taskOf(body: string): Task {
  const stored = JSON.parse(body) as Partial<Task> & Pick<Task, 'cycleId'>;
  if (stored.leeway !== undefined) return stored as Task;
  return { ...LATER_FIELDS, layer: countyOfCycle(stored.cycleId), ...stored } as Task;
}

/** What a unit does differently. Those written before units ticked steps for themselves follow the common checklist. */
export function adjustmentOf(body: string): Adjustment {
  return { ticked: null, ...JSON.parse(body) } as Adjustment;
}

/** An entry of a cycle: a task, or a unit's adjustment of one. */
export function entryOf(body: string): Entry {
  const stored = JSON.parse(body) as Entry;
  return 'adjusts' in stored ? adjustmentOf(body) : taskOf(body);
}

/** A task as it is edited, and as it was last generated; null for one that people made. */
export interface StoredTask {
  readonly edited: Task;
  readonly generated: Task | null;
}
