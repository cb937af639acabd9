import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';

/** A task that is told of, and the cycle that it is of. */
export interface Told {
  readonly task: TaskView;
  readonly cycleView: CycleView;
}

/** The entry of a cycle's tasks that stands out for one that is pointed at: itself, or what another year has of the same key. */
export function sameIn(tasks: readonly TaskView[], pointed: TaskView | null): string | null {
  if (pointed === null) return null;
  const same = tasks.find(({ id }) => id === pointed.id) ?? tasks.find(({ key }) => key === pointed.key);
  return same?.id ?? null;
}
