import type { IsoDate } from '../calendar/iso-date.js';
import type { Actor, Category, PhaseId } from '../framework/vocabulary.js';
import { inLanguage, type Language } from '../language/text.js';
import type { Status, Task } from './task.js';
import type { Kind } from './template.js';

/** Which tasks to pick; every given part must hold, and of a list one of its members. */
export interface TaskSelection {
  readonly phases?: readonly PhaseId[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  readonly actors?: readonly Actor[] | undefined;
  readonly partners?: readonly string[] | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  readonly statuses?: readonly Status[] | undefined;
  readonly measures?: readonly string[] | undefined;
  readonly layers?: readonly string[] | undefined;
  /** Tasks that end on this day or later. */
  readonly from?: IsoDate | undefined;
  /** Tasks that start on this day or earlier. */
  readonly to?: IsoDate | undefined;
  /** Words that all stand in the title or description, in any case. */
  readonly text?: string | undefined;
}

/** Whether a task fits a selection; its text is read in a language. The one rule for lists, feeds and posters. */
export function selects(selection: TaskSelection, language: Language): (task: Task) => boolean {
  const { phases, categories, actors, partners, kinds, statuses, measures, layers, from, to } = selection;
  const words = wordsOf(selection.text ?? '');
  const has = <T>(list: readonly T[] | undefined, value: T) => list === undefined || list.includes(value);
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
    (from === undefined || task.end >= from) &&
    (to === undefined || task.start <= to) &&
    (words.length === 0 || hasWords(task, words, language));
}

/** The words of a search, as they are compared. */
function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase('nb')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function hasWords({ title, description }: Task, words: readonly string[], language: Language): boolean {
  const text = `${inLanguage(title, language)} ${inLanguage(description, language)}`.toLocaleLowerCase('nb');
  return words.every((word) => text.includes(word));
}
