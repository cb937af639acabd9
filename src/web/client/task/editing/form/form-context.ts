import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Option } from '../../../ui/field/choice.js';
import type { TaskField, TaskForm } from './task-form.js';

/** What every part of the form of a task is given. */
export interface FormPart {
  readonly form: TaskForm;
  readonly put: (change: Partial<TaskForm>) => void;
  /** What is wrong with a field, in the reader's language. */
  readonly errorOf: (field: TaskField) => string | undefined;
  readonly cycleView: CycleView;
}

/** The units that a task can be given to, the county's own first. */
export function unitOptions({ county, units }: Pick<CycleView, 'county' | 'units'>): Option[] {
  return [{ id: county.number, name: county.name }, ...units.map(({ id, name }) => ({ id, name }))];
}

/** The titles of the templates that the cycle has tasks of, by key: what a rule can count from. */
export function templateTitles({ tasks }: Pick<CycleView, 'tasks'>): ReadonlyMap<string, string> {
  return new Map(tasks.filter(({ origin }) => origin === 'template').map(({ key, title }) => [key, title]));
}
