import type { NewTask } from '../../../../../task/task-edit.js';
import { ApiProblem, presentState } from '../../../data/api/problem.js';
import { sendAdjustment, sendNewTask, sendTaskChange } from '../../../data/cycle/task-changes.js';
import { adjustmentFormOf, adjustmentPatchOf } from '../form/adjustment-form.js';
import { formOf, isHalfDated, newTaskOf, taskPatchOf } from '../form/task-form.js';
import { formBefore, isChanged, type Unsaved } from '../form/unsaved.js';

/**
 * Sends what somebody has written. Throws ApiProblem: 412 with the current state when somebody else has changed what
 * the form shows. Succeeds when the current state is already as written, as after a response that was lost on the way.
 */
export async function send(unsaved: Unsaved, language: string): Promise<void> {
  refuseHalfDate(unsaved);
  try {
    await sendAs(unsaved, language);
  } catch (error) {
    const base = presentState(error);
    if (base === undefined || unsaved.kind === 'new') throw error;
    const present = { ...unsaved, base } as typeof unsaved;
    if (!isChanged(present)) return;
    const asItWas = { ...unsaved, form: presentForm(present) } as typeof unsaved;
    if (isChanged(asItWas)) throw error;
    // Another version of what is the same in all that the form shows.
    await sendAs(present, language);
  }
}

/** A half-typed date would be left out of the request, and seem to be saved. */
function refuseHalfDate(unsaved: Unsaved): void {
  if (unsaved.kind === 'adjustment' || !isHalfDated(unsaved.form, formBefore(unsaved))) return;
  const detail = 'is half written';
  throw new ApiProblem(400, detail, { errors: [{ pointer: '/body/start', detail, code: 'no-date' }] });
}

/** The form of the current state. */
function presentForm(present: Exclude<Unsaved, { kind: 'new' }>): Unsaved['form'] {
  return present.kind === 'task' ? formOf(present.base) : adjustmentFormOf(present.base);
}

async function sendAs(unsaved: Unsaved, language: string): Promise<unknown> {
  switch (unsaved.kind) {
    case 'task':
      return sendTaskChange({ task: unsaved.base, patch: taskPatchOf(unsaved.form, unsaved.base) }, language);
    case 'new':
      return sendNew(unsaved, language);
    case 'adjustment': {
      const { taskId, unit, base, form } = unsaved;
      return sendAdjustment(
        { taskId, unit, patch: adjustmentPatchOf(form, base), version: base.version },
        language,
      );
    }
    default:
      return unsaved satisfies never;
  }
}

/** Adds a task; one that was added before, with the response lost, is updated with what was typed since. */
async function sendNew(
  { cycleId, form, ref, layer }: Extract<Unsaved, { kind: 'new' }>,
  language: string,
): Promise<unknown> {
  // The service reports what is wrong with it.
  const sent = { ...newTaskOf(form), ref, layer } as unknown as NewTask;
  const added = await sendNewTask(cycleId, sent, language);
  const patch = taskPatchOf(form, added);
  if (Object.keys(patch).length === 0) return added;
  // Based on the first version, so that others' later changes are not overwritten.
  return sendTaskChange({ task: { id: added.id, version: 1 }, patch, stale: 'merge' }, language);
}
