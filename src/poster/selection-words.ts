import { type FilterNames, filterInWords } from '../cycle/filter-in-words.js';
import { selectionOf, type TaskQuery } from '../cycle/task-query.store.js';

/** The parts of a selection in words, so that nobody takes a poster of some tasks for one of all. */
export function selectionWords(query: TaskQuery, names: FilterNames): string[] {
  const { unit, hidden } = query;
  return [
    ...(unit === undefined ? [] : [names.unitName(unit)]),
    ...(hidden === 'leave-out' ? [] : [names.wording.t(`poster.hidden-by-unit.${hidden}`)]),
    ...filterInWords(selectionOf(query), names),
  ];
}
