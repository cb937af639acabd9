import { isAtLeast } from '../../../../routing/caller.js';
import { mayChange } from '../../../../task/layer.js';
import type { TaskPatch } from '../../../../task/task-edit.js';
import type { TaskView } from '../../../../task/task-view.js';
import type { AdjustmentField } from '../editing/form/adjustment-form.js';
import type { TaskEditor } from '../move/move.js';

/** What somebody may change of a task, and of a unit's adjustment of it. */
export interface Rights {
  readonly mayChange: (field: keyof TaskPatch) => boolean;
  /** Whether the task is theirs as a whole. */
  readonly isOwner: boolean;
  /** The fields of the unit's adjustment that they may change. */
  readonly adjusts: readonly AdjustmentField[];
  /** Their own unit; for the county’s coordinator the one whose view is shown. */
  readonly unit: string | null;
}

/** The rights of somebody, by the same rule as the service’s. */
export function rightsOf(
  editor: TaskEditor,
  task: Pick<TaskView, 'layer' | 'unitId'>,
  county: string,
  seenAs: string | null,
): Rights {
  const may = (field: keyof TaskPatch) => mayChange(editor, task, [field]);
  const isOfCounty = editor.role === 'county-coordinator';
  const unit = isOfCounty ? seenAs : editor.unit;
  const isCoordinator = isAtLeast(editor.role, 'unit-coordinator');
  // The responsible unit sets the task's own status, so it has none of its own to adjust.
  const status: AdjustmentField[] = may('status') && !isOfCounty ? [] : ['status'];
  const adjusts: AdjustmentField[] = isCoordinator ? ['own', ...status, 'hidden'] : status;
  const isAdjusted = unit !== null && unit !== county && task.layer === county;
  return { mayChange: may, isOwner: may('title'), adjusts: isAdjusted ? adjusts : [], unit };
}

/** Whether there is anything of a task that somebody may change. */
export function mayEdit(
  editor: TaskEditor,
  task: Pick<TaskView, 'layer' | 'unitId'>,
  county: string,
): boolean {
  const rights = rightsOf(editor, task, county, null);
  return rights.mayChange('status') || rights.adjusts.length > 0;
}
