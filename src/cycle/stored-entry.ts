import { withReasonKinds, withRuleKind } from '../calendar/inferred-kind.js';
import type { Reason } from '../calendar/reason.js';
import type { Adjustment } from '../task/adjustment.js';
import type { Entry } from '../task/entry.js';
import { BLANK } from '../task/fields.js';
import type { Task } from '../task/task.js';
import { countyOfCycle } from './cycle-id.js';

/** Every field that a body may lack because it was written before tasks had it. */
const MAY_LACK = Object.keys(BLANK);

type StoredBody = Partial<Task> & Pick<Task, 'cycleId'>;

/**
 * A body was written from a Task, so it is read back without a second check; of what it lacks nothing has been said. What
 * was not there when it was written is added here and not by a migration: rows of the history are never changed, and a
 * county's may be too many to write again while the service waits to start.
 */
export function taskOf(body: string): Task {
  return taskFrom(JSON.parse(body) as StoredBody);
}

function taskFrom(stored: StoredBody): Task {
  const isWhole = MAY_LACK.every((field) => field in stored);
  const whole = (isWhole ? stored : { ...BLANK, layer: countyOfCycle(stored.cycleId), ...stored }) as Task;
  return {
    ...whole,
    rule: withRuleKind(whole.rule) as Task['rule'],
    why: whole.why.map((reason) => withReasonKinds(reason) as Reason),
  };
}

/** What a unit does differently. Those written before units ticked steps for themselves follow the common checklist. */
export function adjustmentOf(body: string): Adjustment {
  return adjustmentFrom(JSON.parse(body) as Adjustment);
}

function adjustmentFrom(
  stored: Omit<Adjustment, 'ticked'> & Partial<Pick<Adjustment, 'ticked'>>,
): Adjustment {
  return { ticked: null, ...stored };
}

/** An entry of a cycle: a task, or a unit's adjustment of one. */
export function entryOf(body: string): Entry {
  const stored = JSON.parse(body) as StoredBody | Adjustment;
  return 'adjusts' in stored ? adjustmentFrom(stored) : taskFrom(stored);
}

/** A task as it is edited, and as it was last generated; null for one that people made. */
export interface StoredTask {
  readonly edited: Task;
  readonly generated: Task | null;
}
