import { selectionOf, type TaskQuery } from '../cycle/view/task-query.js';
import { type FilterNames, filterInWords } from '../task/filter/filter-in-words.js';

/** The conditions of a selection in words, so that nobody takes a poster of some tasks for one of all. */
export function selectionWords(query: TaskQuery, names: FilterNames): string[] {
  const { unit, hidden } = query;
  return [
    ...(unit === undefined ? [] : [names.unitName(unit)]),
    ...(hidden === 'leave-out' ? [] : [names.wording.t(`poster.hidden-by-unit.${hidden}`)]),
    ...filterInWords(selectionOf(query), names),
  ];
}
