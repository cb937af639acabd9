import type { FieldProblem } from '../../../../../../../routing/problem.js';
import type { BulkChange } from '../../../../../../../task/bulk-change.js';
import { mayChange } from '../../../../../../../task/layer.js';
import type { Level } from '../../../../../../../task/level.js';
import type { Status } from '../../../../../../../task/task-parts.js';
import type { TaskView } from '../../../../../../../task/task-view.js';
import type { TaskEditor } from '../../../../../task/move/move.js';

/** The bulk actions, each with the task fields that it changes. */
export const ACTIONS = {
  move: ['start', 'end'],
  assign: ['unitId'],
  level: ['level'],
  status: ['status'],
} as const satisfies Record<string, readonly (keyof TaskView)[]>;

export type BulkAction = keyof typeof ACTIONS;

/** The bulk actions that the reader may do with all the given tasks. */
export function actionsOn(tasks: readonly TaskView[], editor: TaskEditor): BulkAction[] {
  const may = (action: BulkAction) => tasks.every((task) => mayChange(editor, task, ACTIONS[action]));
  return (Object.keys(ACTIONS) as BulkAction[]).filter(may);
}

/** The values of the bar's fields, for any action. */
export interface BulkValues {
  readonly days: string;
  readonly direction: 'later' | 'earlier';
  /** Empty for all units of the actor. */
  readonly unitId: string;
  readonly level: Level;
  readonly status: Status;
}

/** The change that the fields describe; undefined when the distance is missing. */
export function changeOf(action: BulkAction, values: BulkValues): BulkChange | undefined {
  switch (action) {
    case 'move': {
      const days = Number(values.days);
      if (!Number.isInteger(days) || days < 1 || days > 190) return undefined;
      return { move: { schoolDays: values.direction === 'later' ? days : -days } };
    }
    case 'assign':
      return { assign: { unitId: values.unitId === '' ? null : values.unitId } };
    case 'level':
      return { level: values.level };
    case 'status':
      return { status: values.status };
    default:
      return action satisfies never;
  }
}

/** A task that prevents a bulk change. */
export interface TaskInTheWay {
  readonly task: TaskView;
  readonly why: Why;
}

/** Why tasks prevent a bulk change, by the keys of their texts. */
const WHY = ['leaves-school-year', 'unknown-unit', 'unknown-task', 'not-yours', 'stale', 'other'] as const;

type Why = (typeof WHY)[number];

/** The tasks that an answer points to (`/body/tasks/3`, `/body/tasks/3/version`), among those that were sent, each once. */
export function tasksInTheWay(
  errors: readonly Pick<FieldProblem, 'pointer' | 'code'>[],
  sent: readonly TaskView[],
): TaskInTheWay[] {
  const found = new Map<TaskView, Why>();
  for (const { pointer, code } of errors) {
    const [, index, field] = /^\/body\/tasks\/(\d+)(\/version)?/.exec(pointer) ?? [];
    const task = index === undefined ? undefined : sent[Number(index)];
    if (!task || found.has(task)) continue;
    found.set(task, field ? 'stale' : (WHY.find((each) => each === code) ?? 'other'));
  }
  return [...found].map(([task, why]) => ({ task, why }));
}
