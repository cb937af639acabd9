import type { FieldProblem } from '../../../../../routing/problem.js';
import { FIELDS } from '../../../../../task/field-table.js';
import { ApiProblem } from '../../../data/api/problem.js';
import type { AdjustmentField } from './adjustment-form.js';
import type { TaskField } from './task-form.js';

/** The field of the form that a field of a task is edited in. */
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

/** What an answer says of each field of the form of a task. */
export const taskFlaws = (error: Error | null) =>
  byField(error, (sent) => TASK_FIELD_OF[sent]?.edited ?? (sent as TaskField));

/** What an answer says of each field of the form of an adjustment. */
export const adjustmentFlaws = (error: Error | null) =>
  byField(error, (sent) => ADJUSTMENT_FIELD_OF[sent] ?? (sent as AdjustmentField));
