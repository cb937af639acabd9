import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { unitOfTask } from '../../../../../../task/unit-of-task.js';
import type { Grouping } from '../../../../../../wheel/wheel-of-tasks.js';
import type { WalkedEntry } from '../any-view/keyboard.js';

/** A row of the timeline, with the tasks that lie in it. */
export interface TimelineRow {
  readonly id: string;
  readonly name: string;
  /** The colour that the row has everywhere; null where it holds tasks of many. */
  readonly series: number | null;
  /** By date. */
  readonly tasks: readonly TaskView[];
}

const EVERY_UNIT = 'every-unit';

/** The tasks by phase, actor or unit; empty rows are left out. */
export function timelineRows(
  grouping: Grouping,
  tasks: readonly TaskView[],
  { vocabulary, units, county }: Pick<CycleView, 'vocabulary' | 'units' | 'county'>,
  everyUnit: string,
): TimelineRow[] {
  const named = {
    phase: vocabulary.phases,
    actor: vocabulary.actors,
    unit: [{ id: EVERY_UNIT, name: everyUnit }, { id: county.number, name: county.name }, ...units],
  }[grouping];
  const idOf = (task: TaskView) => {
    if (grouping === 'phase') return task.phase;
    return grouping === 'actor' ? task.actor : (unitOfTask(task, county.number) ?? EVERY_UNIT);
  };
  return named
    .map(({ id, name }, index) => ({
      id,
      name,
      series: grouping === 'phase' ? index + 1 : null,
      tasks: tasks.filter((task) => idOf(task) === id),
    }))
    .filter((row) => row.tasks.length > 0);
}

/** The tasks as the keyboard walks over them: by date, a row upwards being one further out. */
export function walkOf(rows: readonly TimelineRow[]): WalkedEntry[] {
  return rows
    .flatMap(({ tasks }, index) => tasks.map(({ id, start }) => ({ id, start, ring: -index })))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}
