import type { Adjustment } from '../task/adjustment.js';
import { byDate } from '../task/by-date.js';
import type { Task } from '../task/task.js';
import { adjustmentFrom, type StoredAdjustment, type StoredBody, taskFrom } from './stored-entry.js';
import type { TaskState } from './task-state.js';

/** The tasks of a cycle in one state, by date and without deleted ones, and the units' adjustments of them. */
export interface CycleEntries {
  /** The county of the cycle, which is the id of its common layer. */
  readonly county: string;
  readonly state: TaskState;
  readonly tasks: readonly Task[];
  /** Including those taken back; may be empty when no unit's view is asked for. */
  readonly adjustments: readonly Adjustment[];
}

/**
 * The same as JSON: what the database holds, unread and including deleted tasks, to be handed to a thread. A text crosses at
 * once, while thousands of objects take the main thread long to read and to hand over.
 */
export interface EntryTexts {
  readonly county: string;
  readonly state: TaskState;
  readonly tasks: string;
  readonly adjustments: string;
}

/** Reads entries that have been handed over as JSON. */
export function entriesFrom({ county, state, tasks, adjustments }: EntryTexts): CycleEntries {
  return {
    county,
    state,
    tasks: (JSON.parse(tasks) as StoredBody[])
      .map(taskFrom)
      .filter(({ deleted }) => !deleted)
      .sort(byDate),
    adjustments: (JSON.parse(adjustments) as StoredAdjustment[]).map(adjustmentFrom),
  };
}
