import { schoolYearFrom } from '../calendar/school-year.js';
import type { CompleteSkolerute } from '../calendar/skolerute.js';
import { type EntryTexts, entriesFrom } from '../cycle/cycle-entries.js';
import { seenTasks } from '../cycle/view/seen-tasks.js';
import type { TaskQuery } from '../cycle/view/task-query.js';
import type { Framework } from '../framework/framework.js';
import type { Language } from '../language/text.js';
import type { TaskWording } from '../task/wording.js';
import { selectionWords } from './selection-words.js';
import type { PosterSubject } from './subject.js';

/** What a poster shows of what its county has published: all that decides its subject but what the county can publish. */
export interface PosterView
  extends Pick<
    PosterSubject,
    'county' | 'countyName' | 'provisional' | 'baseUrl' | 'publishedAt' | 'changedAt'
  > {
  /** The id of its cycle. */
  readonly cycle: string;
  readonly skolerute: CompleteSkolerute;
  readonly query: TaskQuery;
  readonly language: Language;
}

/** What a county shows its subscribers of a cycle: the same for all views of it, and so for everybody who may see the cycle. */
export interface PosterSource extends Pick<PosterSubject, 'units'> {
  readonly entries: EntryTexts;
}

/** The subject of a poster, in the thread that draws it, which has read the framework and the wording for itself. */
export function subjectOf(
  view: PosterView,
  { entries, units }: PosterSource,
  framework: Framework,
  wording: TaskWording,
): PosterSubject {
  const { cycle: _cycle, skolerute, query, language, ...same } = view;
  const viewer = units.find(({ id }) => id === query.unit);
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
  return {
    ...same,
    framework,
    wording,
    units,
    schoolYear: schoolYearFrom(skolerute),
    tasks: seenTasks(entriesFrom(entries), query, language, viewer).map(({ task }) => task),
    level: query.level ?? null,
    selection: selectionWords(query, { wording, framework, unitName }),
  };
}
