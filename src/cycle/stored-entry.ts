import { withReasonKinds, withRuleKind } from '../calendar/inferred-kind.js';
import type { Reason } from '../calendar/reason.js';
import type { Adjustment } from '../task/adjustment.js';
import type { Entry } from '../task/entry.js';
import { BLANK } from '../task/fields.js';
import type { Task } from '../task/task.js';
import { countyOfCycle } from './cycle-id.js';
import { levelBefore } from './levels-before.js';

/** A stored adjustment, parsed. */
export type StoredAdjustment = Omit<Adjustment, 'ticked'> & Partial<Pick<Adjustment, 'ticked'>>;

/** Every field with a blank value, which a stored body may lack because it was written before tasks had the field. */
const MAY_LACK = Object.keys(BLANK);

/** A stored task, parsed. */
export type StoredBody = Partial<Task> & Pick<Task, 'cycleId'>;

/**
 * A stored body was written from a Task, so it is read back without validation; missing fields get their blank value. They
 * are added here and not by a migration, because rows of the history are never changed, and a county may have too many to
 * rewrite while the service waits to start.
 */
export function taskOf(body: string): Task {
  return taskFrom(JSON.parse(body) as StoredBody);
}

/** A stored task that has been parsed, as `taskOf` reads it. */
export function taskFrom(stored: StoredBody): Task {
  const isWhole = MAY_LACK.every((field) => field in stored);
  const whole = isWhole ? (stored as Task) : completed(stored);
  return {
    ...whole,
    rule: withRuleKind(whole.rule) as Task['rule'],
    why: whole.why.map((reason) => withReasonKinds(reason) as Reason),
  };
}

function completed(stored: StoredBody): Task {
  const task = { ...BLANK, layer: countyOfCycle(stored.cycleId), ...stored } as Task;
  return stored.level === undefined ? { ...task, level: levelBefore(task) } : task;
}

/** A stored adjustment. Those written before units had checklists of their own follow the common checklist. */
export function adjustmentOf(body: string): Adjustment {
  return adjustmentFrom(JSON.parse(body) as StoredAdjustment);
}

/** A stored adjustment that has been parsed, as `adjustmentOf` reads it. */
export function adjustmentFrom(stored: StoredAdjustment): Adjustment {
  return { ticked: null, ...stored };
}

/** An entry of a cycle: a task, or a unit's adjustment of one. */
export function entryOf(body: string): Entry {
  const stored = JSON.parse(body) as StoredBody | StoredAdjustment;
  return 'adjusts' in stored ? adjustmentFrom(stored) : taskFrom(stored);
}

/** A task as it is edited, and as it was last generated; null for one that people made. */
export interface StoredTask {
  readonly edited: Task;
  readonly generated: Task | null;
}
