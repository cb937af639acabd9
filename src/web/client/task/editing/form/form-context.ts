import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { TaskField, TaskForm } from './task-form.js';

/** The props of a part of the task's form. */
export interface FormPart<Field extends TaskField> {
  readonly form: Pick<TaskForm, Field>;
  readonly put: (change: Partial<Pick<TaskForm, Field>>) => void;
  /** What is wrong with a field, in the reader's language. */
  readonly errorOf: (field: Field) => string | undefined;
  readonly cycleView: CycleView;
}
