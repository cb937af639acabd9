import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';

/** The task that the panel beside the wheel describes, and its cycle. */
export interface DescribedTask {
  readonly task: TaskView;
  readonly cycleView: CycleView;
}

/** The id of the task to highlight for the one pointed at: itself, or the one with the same key in another year. */
export function sameIn(tasks: readonly TaskView[], pointed: TaskView | null): string | null {
  if (pointed === null) return null;
  const same = tasks.find(({ id }) => id === pointed.id) ?? tasks.find(({ key }) => key === pointed.key);
  return same?.id ?? null;
}
