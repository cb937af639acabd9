import type { TaskView } from '../../../../task/task-view.js';

/** The reasons for a date without those that only say that a step left the day where it was; all where there are no others. */
export function mainWhyOf({ why, minorWhy }: Pick<TaskView, 'why' | 'minorWhy'>): readonly string[] {
  const main = why.filter((_, at) => !minorWhy.includes(at));
  return main.length > 0 ? main : why;
}
