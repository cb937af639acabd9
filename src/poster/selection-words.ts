import { selectionOf, type TaskQuery } from '../cycle/view/task-query.js';
import { type FilterNames, filterInWords } from '../task/filter/filter-in-words.js';
import { LEVELS } from '../task/level.js';

/** The conditions of a selection but for its level in words, so that nobody takes a poster of some tasks for one of all. */
export function selectionWords(query: TaskQuery, names: FilterNames): string[] {
  const { unit, hidden, level } = query;
  const { t } = names.wording;
  const isLimited = level !== undefined && level !== LEVELS.at(-1);
  return [
    ...(unit === undefined ? [] : [names.unitName(unit)]),
    ...(unit === undefined || !isLimited ? [] : [t('poster.own-of-every-level')]),
    ...(hidden === 'leave-out' ? [] : [t(`poster.hidden-by-unit.${hidden}`)]),
    ...filterInWords({ ...selectionOf(query), level: undefined }, names),
  ];
}
