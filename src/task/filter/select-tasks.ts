import type { IsoDate } from '../../calendar/iso-date.js';
import type { Actor, Category, PhaseId } from '../../framework/vocabulary.js';
import { searchWords } from '../../language/search-words.js';
import { inLanguage, type Language } from '../../language/text.js';
import type { Unit } from '../../units/unit.js';
import { isWithinLevel, type Level } from '../level.js';
import type { Task } from '../task.js';
import type { Status } from '../task-parts.js';
import type { Kind } from '../template.js';
import { partOf } from '../unit-view.js';

/** Which tasks to select; all given conditions must hold, and for a list one of its members. */
export interface TaskSelection {
  readonly phases?: readonly PhaseId[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  readonly actors?: readonly Actor[] | undefined;
  readonly partners?: readonly string[] | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  readonly statuses?: readonly Status[] | undefined;
  readonly measures?: readonly string[] | undefined;
  readonly layers?: readonly string[] | undefined;
  /** Tasks of this level and of those before it. */
  readonly level?: Level | undefined;
  /** The unit whose view it is: what it is to do or takes part in is selected whatever its level. */
  readonly viewer?: Pick<Unit, 'id' | 'kind' | 'partner'> | undefined;
  /** Tasks that end on this day or later. */
  readonly from?: IsoDate | undefined;
  /** Tasks that start on this day or earlier. */
  readonly to?: IsoDate | undefined;
  /** Words that must all occur in the title or description, in upper or lower case. */
  readonly text?: string | undefined;
}

/** The fields of a task that a selection looks at, with its texts in any form. */
export type SelectableTask = Pick<
  Task,
  | 'layer'
  | 'phase'
  | 'category'
  | 'actor'
  | 'unitId'
  | 'partners'
  | 'kind'
  | 'level'
  | 'status'
  | 'measures'
  | 'start'
  | 'end'
>;

/** Whether a task matches a selection. The one rule for lists, feeds, posters and the page. */
export function fitsSelection<T extends SelectableTask>(
  selection: TaskSelection,
  textOf: (task: T) => string,
): (task: T) => boolean {
  const { phases, categories, actors, partners, kinds, statuses, measures, layers, from, to } = selection;
  const { level, viewer } = selection;
  const hasWords = selection.text === undefined ? undefined : searchWords(selection.text);
  const has = <V>(list: readonly V[] | undefined, value: V) => list === undefined || list.includes(value);
  const hasOne = (list: readonly string[] | undefined, values: readonly string[]) =>
    list === undefined || values.some((value) => list.includes(value));
  return (task) =>
    has(layers, task.layer) &&
    has(phases, task.phase) &&
    has(categories, task.category) &&
    has(actors, task.actor) &&
    hasOne(partners, task.partners) &&
    has(kinds, task.kind) &&
    has(statuses, task.status) &&
    hasOne(measures, task.measures) &&
    (level === undefined ||
      isWithinLevel(level, task.level) ||
      (viewer !== undefined && partOf(task, viewer) !== null)) &&
    (from === undefined || task.end >= from) &&
    (to === undefined || task.start <= to) &&
    (hasWords === undefined || hasWords(textOf(task)));
}

/** Whether a task matches a selection; its texts are matched in a language. */
export function selects(selection: TaskSelection, language: Language): (task: Task) => boolean {
  return fitsSelection(
    selection,
    ({ title, description }) => `${inLanguage(title, language)} ${inLanguage(description, language)}`,
  );
}
