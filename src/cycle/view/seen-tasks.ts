import type { Language } from '../../language/text.js';
import { selects } from '../../task/filter/select-tasks.js';
import { type SeenTask, seenByUnit, seenWith } from '../../task/unit-view.js';
import type { Unit } from '../../units/unit.js';
import type { CycleEntries } from '../cycle-entries.js';
import { selectionOf, type TaskQuery } from './task-query.js';

/**
 * The tasks of a cycle that match a query, by date: as one unit sees them, or of one layer. Otherwise, edited tasks of all
 * layers, but published tasks only of the county's layer: units' own published tasks have to be asked for. Words are
 * looked for in the given language. What `viewer`, the unit of the query, is to do or takes part in is of every level.
 */
export function seenTasks(
  { county, state, tasks, adjustments }: CycleEntries,
  query: TaskQuery,
  language: Language,
  viewer?: Pick<Unit, 'id' | 'kind' | 'partner' | 'route'>,
): SeenTask[] {
  const { unit, hidden } = query;
  const isOfCounty = state === 'published' && unit === undefined && query.layer === undefined;
  const selection = selectionOf(isOfCounty ? { ...query, layer: county } : query);
  const isSelected = selects({ ...selection, viewer }, language);
  if (unit === undefined) return tasks.filter(isSelected).map((task) => seenWith(task, undefined));
  return seenByUnit(tasks, adjustments, viewer ?? { id: unit, route: null }, county).filter(
    ({ task, adjustment }) =>
      (hidden === 'include' || (hidden === 'only') === Boolean(adjustment?.hidden)) && isSelected(task),
  );
}
