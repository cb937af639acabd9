import { mayChange } from '../../../cycle/layer.js';
import type { TaskPatch } from '../../../cycle/task-edit.js';
import type { TaskView } from '../../../cycle/task-view.js';
import { isAtLeast } from '../../../routing/caller.js';
import type { Mover } from '../changes/move.js';
import type { AdjustmentField } from './adjustment-form.js';

/** What somebody may change of a task, and of what their unit does differently with it. */
export interface Rights {
  readonly mayChange: (field: keyof TaskPatch) => boolean;
  /** Whether the task is theirs as a whole. */
  readonly isOwner: boolean;
  /** What the unit may do differently; none for who speaks for no unit. */
  readonly adjusts: readonly AdjustmentField[];
}

/** The rights of somebody, by the same rule as the service’s. */
export function rightsOf(mover: Mover, task: Pick<TaskView, 'layer' | 'unitId'>, county: string): Rights {
  const may = (field: keyof TaskPatch) => mayChange(mover, task, [field]);
  const isOfUnit = mover.unit !== null && mover.role !== 'county-coordinator' && task.layer === county;
  const isCoordinator = isAtLeast(mover.role, 'unit-coordinator');
  // Who says how far the common task has come says nothing else of it for the unit alone.
  const status: AdjustmentField[] = may('status') ? [] : ['status'];
  const adjusts: AdjustmentField[] = isCoordinator ? ['own', ...status, 'hidden'] : status;
  return { mayChange: may, isOwner: may('title'), adjusts: isOfUnit ? adjusts : [] };
}

/** Whether there is anything of a task that somebody may change. */
export function mayEdit(mover: Mover, task: Pick<TaskView, 'layer' | 'unitId'>, county: string): boolean {
  const rights = rightsOf(mover, task, county);
  return rights.mayChange('status') || rights.adjusts.length > 0;
}
