import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../../language/translate.js';

/** What the words of a form take names from. */
export interface FormNames {
  readonly t: Translate;
  readonly cycleView: CycleView;
  readonly measureName: (id: string) => string;
}

/** Something that can be chosen by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The name of one of a list; the id itself where there is none. */
export const nameIn = (list: readonly Named[], id: string) => list.find((each) => each.id === id)?.name ?? id;

/** The units that a task can be given to, the county's own first. */
export function unitOptions({ county, units }: Pick<CycleView, 'county' | 'units'>): Named[] {
  return [{ id: county.number, name: county.name }, ...units.map(({ id, name }) => ({ id, name }))];
}

/** The titles of the templates that the cycle has tasks of, by key: what a rule can count from. */
export function templateTitles({ tasks }: Pick<CycleView, 'tasks'>): ReadonlyMap<string, string> {
  return new Map(tasks.filter(({ origin }) => origin === 'template').map(({ key, title }) => [key, title]));
}
