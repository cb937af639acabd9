import type { IsoDate } from '../calendar/iso-date.js';
import type { Actor, Category, PhaseId } from '../framework/vocabulary.js';
import { searchWords } from '../language/search-words.js';
import { inLanguage, type Language } from '../language/text.js';
import type { Status, Task } from './task.js';
import type { Kind } from './template.js';

/** Which tasks to pick; every given part must hold. */
export interface TaskSelection {
  readonly phase?: PhaseId | undefined;
  readonly category?: Category | undefined;
  readonly actor?: Actor | undefined;
  readonly partner?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly status?: Status | undefined;
  readonly measure?: string | undefined;
  readonly layer?: string | undefined;
  /** Tasks that end on this day or later. */
  readonly from?: IsoDate | undefined;
  /** Tasks that start on this day or earlier. */
  readonly to?: IsoDate | undefined;
  /** Words that all stand in the title or description, in any case. */
  readonly q?: string | undefined;
}

/** The tasks that fit a selection, in the order given. */
export function selectTasks(tasks: readonly Task[], selection: TaskSelection, language: Language): Task[] {
  const { phase, category, actor, partner, kind, status, measure, layer, from, to, q } = selection;
  const fits = searchWords(q ?? '');
  return tasks.filter(
    (task) =>
      (phase === undefined || task.phase === phase) &&
      (category === undefined || task.category === category) &&
      (actor === undefined || task.actor === actor) &&
      (partner === undefined || task.partners.includes(partner)) &&
      (kind === undefined || task.kind === kind) &&
      (status === undefined || task.status === status) &&
      (measure === undefined || task.measures.includes(measure)) &&
      (layer === undefined || task.layer === layer) &&
      (from === undefined || task.end >= from) &&
      (to === undefined || task.start <= to) &&
      fits(textOf(task, language)),
  );
}

function textOf({ title, description }: Task, language: Language): string {
  return `${inLanguage(title, language)} ${inLanguage(description, language)}`;
}
