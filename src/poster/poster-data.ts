import { schoolYearFrom } from '../calendar/school-year.js';
import type { CompleteSkolerute } from '../calendar/skolerute.js';
import type { Framework } from '../framework/framework.js';
import type { Language } from '../language/text.js';
import type { Task } from '../task/task.js';
import type { TaskWording } from '../task/wording.js';
import type { PosterSubject } from './subject.js';

/**
 * What a poster is of, as it crosses to the thread that draws it: without what that thread has read for itself, and the
 * tasks as one text, since thousands of objects take the main thread long to hand over.
 */
export interface PosterData extends Omit<PosterSubject, 'framework' | 'wording' | 'schoolYear' | 'tasks'> {
  readonly language: Language;
  readonly skolerute: CompleteSkolerute;
  /** As JSON. */
  readonly tasks: string;
}

/** The subject of a poster again, in the thread that draws it. */
export function subjectOf(data: PosterData, framework: Framework, wording: TaskWording): PosterSubject {
  const { language: _language, skolerute, tasks, ...same } = data;
  return {
    ...same,
    framework,
    wording,
    schoolYear: schoolYearFrom(skolerute),
    tasks: JSON.parse(tasks) as Task[],
  };
}
