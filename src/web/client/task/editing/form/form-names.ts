import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../../language/translate.js';

/** The sources of the names in a form. */
export interface FormNames {
  readonly t: Translate;
  readonly cycleView: CycleView;
  readonly measureName: (id: string) => string;
}

/** An option with a name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The name of an option in a list; the id itself when there is none. */
export const nameIn = (list: readonly Named[], id: string) => list.find((each) => each.id === id)?.name ?? id;

/** The units that a task can be assigned to, the county's own first. */
export function unitOptions({ county, units }: Pick<CycleView, 'county' | 'units'>): Named[] {
  return [{ id: county.number, name: county.name }, ...units.map(({ id, name }) => ({ id, name }))];
}

/** The titles of the cycle's tasks by template key: what a rule can count from. */
export function templateTitles({ tasks }: Pick<CycleView, 'tasks'>): ReadonlyMap<string, string> {
  return new Map(tasks.filter(({ origin }) => origin === 'template').map(({ key, title }) => [key, title]));
}
