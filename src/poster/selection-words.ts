import { shortDate } from '../calendar/describe.js';
import type { TaskQuery } from '../cycle/task-query.store.js';
import type { TaskWording } from '../cycle/wording.js';
import type { Framework } from '../framework/framework.js';

/** Where the names of a selection come from. */
export interface SelectionNames {
  readonly wording: TaskWording;
  readonly framework: Framework;
  readonly unitName: (id: string) => string;
}

/** The parts of a selection in words, so that nobody takes a poster of some tasks for one of all. */
export function selectionWords(query: TaskQuery, { wording, framework, unitName }: SelectionNames): string[] {
  const { unit, hidden, layer, phase, category, actor, partner, kind, status, measure, from, to, q } = query;
  const { t, nameOf } = wording;
  const named = (ids: readonly string[] | undefined, name: (id: string) => string) =>
    ids === undefined ? [] : [ids.map(name).join(', ')];
  return [
    ...named(unit === undefined ? undefined : [unit], unitName),
    ...(hidden === 'leave-out' ? [] : [t(`poster.hidden-by-unit.${hidden}`)]),
    ...named(layer === undefined ? undefined : [layer], unitName),
    ...named(phase, nameOf),
    ...named(category, nameOf),
    ...named(actor, nameOf),
    ...named(partner, nameOf),
    ...named(kind, (id) => t(`kind.${id}`)),
    ...named(status, (id) => t(`status.${id}`)),
    ...named(measure, (id) => measureName(framework, id)),
    ...(from === undefined ? [] : [t('poster.from', { date: shortDate(from, t) })]),
    ...(to === undefined ? [] : [t('poster.to', { date: shortDate(to, t) })]),
    ...(q === undefined ? [] : [t('poster.words', { words: q })]),
  ];
}

function measureName({ focusAreas, responsibilities, countyMeasures }: Framework, id: string): string {
  const named = [...responsibilities, ...countyMeasures].find((measure) => measure.id === id);
  return focusAreas.get(id)?.focusArea.name ?? named?.name ?? id;
}
