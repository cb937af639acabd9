import type { AdjustmentView } from '../../../cycle/adjustment.js';
import type { NewTask } from '../../../cycle/task-edit.js';
import type { TaskView } from '../../../cycle/task-view.js';
import { ApiProblem } from '../api/problem.js';
import { sendAdjustment, sendNewTask, sendTaskChange } from '../changes/task-changes.js';
import { ADJUSTMENT, adjustmentFormOf, adjustmentPatchOf } from './adjustment-form.js';
import { differing } from './edited-fields.js';
import { formOf, newTaskOf, TASK, taskPatchOf } from './task-form.js';
import type { Unsaved } from './unsaved.js';

/**
 * Sends what somebody has written. Throws ApiProblem: 412 with the present state when somebody else has changed it, unless it
 * is now as it was written, as after an answer that was lost on the way.
 */
export async function send(unsaved: Unsaved, language: string): Promise<void> {
  try {
    await sendAs(unsaved, language);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 412 || !isAsWritten(unsaved, error.current))
      throw error;
  }
}

async function sendAs(unsaved: Unsaved, language: string): Promise<unknown> {
  switch (unsaved.kind) {
    case 'task':
      return sendTaskChange({ task: unsaved.base, patch: taskPatchOf(unsaved.form, unsaved.base) }, language);
    case 'new':
      // What is wrong with it is the service's to say.
      return sendNewTask(
        unsaved.cycleId,
        { ...newTaskOf(unsaved.form), ref: unsaved.ref } as unknown as NewTask,
        language,
      );
    case 'adjustment': {
      const { taskId, unit, base, form } = unsaved;
      return sendAdjustment(taskId, unit, adjustmentPatchOf(form, base), base.version, language);
    }
    default:
      return unsaved satisfies never;
  }
}

function isAsWritten(unsaved: Unsaved, current: unknown): boolean {
  switch (unsaved.kind) {
    case 'task':
      return differing(TASK, unsaved.form, formOf(current as TaskView)).length === 0;
    case 'adjustment':
      return differing(ADJUSTMENT, unsaved.form, adjustmentFormOf(current as AdjustmentView)).length === 0;
    case 'new':
      return false;
    default:
      return unsaved satisfies never;
  }
}
