import type { NewTask } from '../../../cycle/task-edit.js';
import { ApiProblem } from '../api/problem.js';
import { sendAdjustment, sendNewTask, sendTaskChange } from '../changes/task-changes.js';
import { adjustmentFormOf, adjustmentPatchOf } from './adjustment-form.js';
import { formOf, newTaskOf, taskPatchOf } from './task-form.js';
import { isChanged, type Unsaved } from './unsaved.js';

/**
 * Sends what somebody has written. Throws ApiProblem: 412 with the present state when somebody else has changed what the
 * form shows. Done when it is now as it was written, as after an answer that was lost on the way.
 */
export async function send(unsaved: Unsaved, language: string): Promise<void> {
  try {
    await sendAs(unsaved, language);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 412 || unsaved.kind === 'new') throw error;
    const present = { ...unsaved, base: error.current } as typeof unsaved;
    if (!isChanged(present)) return;
    const asItWas = { ...unsaved, form: presentForm(present) } as typeof unsaved;
    if (isChanged(asItWas)) throw error;
    // Another version of what is the same in all that the form shows.
    await sendAs(present, language);
  }
}

/** The form as it begins from how things are now. */
function presentForm(present: Exclude<Unsaved, { kind: 'new' }>): Unsaved['form'] {
  return present.kind === 'task' ? formOf(present.base) : adjustmentFormOf(present.base);
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
