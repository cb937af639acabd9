import { shortDate } from '../../calendar/describe.js';
import type { Framework } from '../../framework/framework.js';
import { namedMeasures } from '../../framework/named-measures.js';
import type { TaskWording } from '../wording.js';
import type { TaskSelection } from './select-tasks.js';
import type { TaskFilter } from './task-filter.js';

/** The names of what a filter refers to. */
export interface FilterNames {
  readonly wording: TaskWording;
  readonly framework: Framework;
  readonly unitName: (id: string) => string;
}

/** What a filter selects apart from its unit, one phrase for each condition; none for a filter that selects everything. */
export function filterInWords(
  selection: TaskSelection & Pick<TaskFilter, 'responsibleOnly' | 'concernsOnly'>,
  { wording: { t, nameOf }, framework, unitName }: FilterNames,
): string[] {
  const { layers, phases, categories, actors, partners, kinds, statuses, measures } = selection;
  const { level, from, to, text, responsibleOnly, concernsOnly } = selection;
  const named = (ids: readonly string[] | undefined, name: (id: string) => string) =>
    ids === undefined ? [] : [ids.map(name).join(', ')];
  const measureName = (id: string) => namedMeasures(framework).find((each) => each.id === id)?.name ?? id;
  return [
    ...named(layers, unitName),
    ...named(phases, nameOf),
    ...named(categories, nameOf),
    ...named(actors, nameOf),
    ...named(partners, nameOf),
    ...named(kinds, (id) => t(`kind.${id}`)),
    ...named(statuses, (id) => t(`status.${id}`)),
    ...named(measures, measureName),
    ...(level === undefined ? [] : [t(`filter.level-${level}`)]),
    ...(concernsOnly ? [t('filter.concerns-only')] : []),
    ...(responsibleOnly ? [t('filter.responsible-only')] : []),
    ...(from === undefined ? [] : [t('filter.from', { date: shortDate(from, t) })]),
    ...(to === undefined ? [] : [t('filter.to', { date: shortDate(to, t) })]),
    ...(text === undefined ? [] : [t('filter.words', { words: text })]),
  ];
}
