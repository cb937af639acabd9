import { isAtLeast } from '../../routing/caller.js';
import { bodyProblem, RequestProblem } from '../../routing/problem.js';
import {
  type Adjustment,
  type AdjustmentPatch,
  adjust,
  adjustmentFlawSentence,
  viewAdjustment,
} from '../../task/adjustment.js';
import { findUnit } from '../../units/unit.store.js';
import { isSameToReaders } from '../history.js';
import { findAdjustment, findTask } from '../task.store.js';
import { type Editing, revise } from './revise.use-case.js';

/** A change of a unit's adjustment of a common task. */
export interface AdjustmentChange {
  readonly taskId: string;
  /** The id of the unit. */
  readonly unit: string;
  readonly patch: AdjustmentPatch;
  /** The version that the change starts from, 0 for the first. */
  readonly ifMatch: number;
}

/**
 * Changes a unit's adjustment of a common task. Resolves to the changed adjustment, or to undefined when there is still none
 * because the change was empty. Throws RequestProblem: `forbidden` for another unit's view, `precondition-failed` when it is
 * stale, `invalid-request` with a pointer to each field that is wrong.
 */
export async function adjustTask(
  editing: Editing,
  { taskId, unit, patch, ifMatch }: AdjustmentChange,
): Promise<Adjustment | undefined> {
  const { caller, database, now, schoolYearOf } = editing;
  if (caller.role !== 'county-coordinator' && caller.unit !== unit) {
    throw new RequestProblem('forbidden', `This is the view of ${unit}, which you cannot change.`, [
      { pointer: '/path/unit', detail: 'is not your unit' },
    ]);
  }
  const others = Object.keys(patch).filter((field) => field !== 'status' && field !== 'ticked');
  if (!isAtLeast(caller.role, 'unit-coordinator') && others.length > 0) {
    const errors = others.map((field) => ({
      pointer: `/body/${field}`,
      detail: 'may be changed only by the unit coordinator',
    }));
    throw new RequestProblem(
      'forbidden',
      'A contributor can only set the status and tick off steps.',
      errors,
    );
  }
  const found = await findTask(database, taskId);
  if (!found) throw new RequestProblem('not-found', `No task has the id ${taskId}.`);
  let adjusted: Adjustment | undefined;
  await revise(editing, found.cycleId, async (transaction, cycle) => {
    const task = await findTask(transaction, taskId);
    const owner = await findUnit(transaction, unit);
    if (!task || task.deleted) throw new RequestProblem('not-found', `No task has the id ${taskId}.`);
    if (owner?.county !== cycle.county || owner.kind === 'county')
      throw new RequestProblem('not-found', `The county has no unit ${unit} with a view of its own.`);
    if (task.layer !== cycle.county)
      throw new RequestProblem(
        'conflict',
        `Only a common task can be adjusted; this one belongs to the layer of ${task.layer}.`,
      );
    const before = await findAdjustment(transaction, taskId, unit);
    if ((before?.version ?? 0) !== ifMatch) {
      throw new RequestProblem(
        'precondition-failed',
        'The unit has changed its view of the task in the meantime.',
        [],
        {
          current: viewAdjustment(before),
        },
      );
    }
    const edited = adjust(task, { unit, before, patch }, { schoolYear: schoolYearOf(cycle), now });
    if ('flaws' in edited) {
      const errors = edited.flaws.map((flaw) => bodyProblem(flaw, adjustmentFlawSentence(flaw)));
      throw new RequestProblem('invalid-request', 'The change cannot be applied to the task.', errors);
    }
    if (isSameToReaders(before ?? null, edited.adjustment)) {
      adjusted = before;
      return null;
    }
    adjusted = edited.adjustment;
    return { action: 'changed', changes: [{ before: before ?? null, after: edited.adjustment }] };
  });
  return adjusted;
}
