import { addDays, type IsoDate, WEEKDAYS, weekdayOf } from '../../calendar/iso-date.js';
import type { Adjustment } from '../../task/adjustment.js';
import { isOpen, type Task } from '../../task/task.js';
import { type Part, partOf, type SeenTask, seenByUnit } from '../../task/unit-view.js';
import type { Unit } from '../../units/unit.js';
import type { Timing } from './my-task-kinds.js';

/** How many weeks after the current one count as the next weeks. */
const NEXT_WEEKS = 4;

/** A task that a unit is to do or takes part in. */
export interface MyTask {
  readonly seen: SeenTask;
  readonly part: Part;
  readonly timing: Timing;
}

/** When a task is due, seen from a day. A task that has begun and is not over counts as this week. */
export function timingOf(
  { status, start, end }: Pick<Task, 'status' | 'start' | 'end'>,
  today: IsoDate,
): Timing {
  if (status === 'done') return 'done';
  if (end < today) return 'late';
  const sunday = addDays(today, WEEKDAYS.length - 1 - WEEKDAYS.indexOf(weekdayOf(today)));
  if (start <= sunday) return 'this-week';
  return start <= addDays(sunday, NEXT_WEEKS * WEEKDAYS.length) ? 'next-weeks' : 'later';
}

/**
 * The tasks of a cycle that a unit has a part in, by date: with the unit's own dates and status, without cancelled tasks
 * and those that the unit hides.
 */
export function myTasksOf(
  tasks: readonly Task[],
  adjustments: readonly Adjustment[],
  unit: Pick<Unit, 'id' | 'kind' | 'partner' | 'county'>,
  today: IsoDate,
): MyTask[] {
  return seenByUnit(tasks, adjustments, unit.id, unit.county).flatMap((seen) => {
    const { task, adjustment } = seen;
    const part = partOf(task, unit);
    const isLeft = isOpen(task) || task.status === 'done';
    if (part === null || !isLeft || task.deleted || adjustment?.hidden) return [];
    return [{ seen, part, timing: timingOf(task, today) }];
  });
}

/** A unit and its own tasks that are late. */
export interface LateOfUnit<U> {
  readonly unit: U;
  readonly late: readonly SeenTask[];
}

/** The units, other than the county's own, that have late tasks, with those tasks. */
export function lateTasksByUnit<U extends Pick<Unit, 'id' | 'kind' | 'partner' | 'county' | 'retired'>>(
  tasks: readonly Task[],
  adjustments: readonly Adjustment[],
  units: readonly U[],
  today: IsoDate,
): LateOfUnit<U>[] {
  return units
    .filter(({ kind, retired }) => kind !== 'county' && !retired)
    .map((unit) => ({
      unit,
      late: myTasksOf(tasks, adjustments, unit, today)
        .filter(({ part, timing }) => part === 'own' && timing === 'late')
        .map(({ seen }) => seen),
    }))
    .filter(({ late }) => late.length > 0);
}
