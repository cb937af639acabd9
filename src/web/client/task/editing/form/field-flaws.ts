import type { FieldProblem } from '../../../../../routing/problem.js';
import { FIELDS } from '../../../../../task/field-table.js';
import { ApiProblem } from '../../../data/api/problem.js';
import type { AdjustmentField } from './adjustment-form.js';
import type { TaskField } from './task-form.js';

/** The field of the form in which a field of a task is edited. */
const TASK_FIELD_OF: Readonly<Record<string, { readonly edited: TaskField | null }>> = FIELDS;

const ADJUSTMENT_FIELD_OF: Readonly<Record<string, AdjustmentField>> = { start: 'own', end: 'own' };

function byField<F extends string>(
  error: Error | null,
  nameOf: (sent: string) => F,
): ReadonlyMap<F, FieldProblem> {
  const problems = error instanceof ApiProblem ? error.errors : [];
  const inBody = problems.filter(({ pointer }) => pointer.startsWith('/body/'));
  // Only the first flaw of a field is shown; the next appears when that has been fixed.
  return new Map(inBody.map((each) => [nameOf(each.pointer.split('/')[2] ?? ''), each] as const).reverse());
}

/** The flaws in a response by the field of the task's form. */
export const taskFlaws = (error: Error | null) =>
  byField(error, (sent) => TASK_FIELD_OF[sent]?.edited ?? (sent as TaskField));

/** The flaws in a response by the field of the adjustment's form. */
export const adjustmentFlaws = (error: Error | null) =>
  byField(error, (sent) => ADJUSTMENT_FIELD_OF[sent] ?? (sent as AdjustmentField));
