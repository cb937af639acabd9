import type { QueryClient } from '@tanstack/react-query';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import { cycleKeys } from '../keys/cycle-keys.js';

/** A task from the page's cached views; undefined when it is in none. */
export function shownTask(queries: QueryClient, cycleId: string, taskId: string): TaskView | undefined {
  return queries
    .getQueriesData<CycleView>({ queryKey: cycleKeys.editedViews(cycleId) })
    .flatMap(([, view]) => view?.tasks ?? [])
    .find(({ id }) => id === taskId);
}

/** The title of the task that an entry of a cycle's history is or adjusts (`{task}@{unit}`). */
export function titleIn(queries: QueryClient, cycleId: string, entryId: string): string | undefined {
  const [taskId = entryId] = entryId.split('@');
  return shownTask(queries, cycleId, taskId)?.title;
}
