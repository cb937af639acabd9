import { addDays, type IsoDate, WEEKDAYS, weekdayOf } from '../../calendar/iso-date.js';
import type { Adjustment } from '../../task/adjustment.js';
import { isLate } from '../../task/late.js';
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

/** From where tasks are seen: a day, and the first day from which they can be late for the unit (null when none can). */
export interface Viewpoint {
  readonly today: IsoDate;
  readonly since: IsoDate | null;
}

/**
 * How a task stands to a day. This week is what begins, ends or takes place in it and is not over; what began before and
 * ends after it is ongoing.
 */
export function timingOf(
  task: Pick<Task, 'kind' | 'status' | 'deleted' | 'start' | 'end'>,
  { today, since }: Viewpoint,
): Timing {
  const { status, start, end } = task;
  if (status === 'done') return 'done';
  if (end < today) return isLate(task, today, since) ? 'late' : 'past';
  const monday = addDays(today, -WEEKDAYS.indexOf(weekdayOf(today)));
  const sunday = addDays(monday, WEEKDAYS.length - 1);
  if (start < monday && end > sunday) return 'ongoing';
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
  unit: Pick<Unit, 'id' | 'kind' | 'partner' | 'county' | 'route'>,
  viewpoint: Viewpoint,
): MyTask[] {
  return seenByUnit(tasks, adjustments, unit, unit.county).flatMap((seen) => {
    const { task, adjustment } = seen;
    const part = partOf(task, unit);
    const isLeft = isOpen(task) || task.status === 'done';
    if (part === null || !isLeft || task.deleted || adjustment?.hidden) return [];
    return [{ seen, part, timing: timingOf(task, viewpoint) }];
  });
}

/** A unit and its own tasks that are late. */
export interface LateOfUnit<U> {
  readonly unit: U;
  readonly late: readonly SeenTask[];
}

/** The units, other than the county's own, that have late tasks, with those tasks; `viewpointOf` gives each unit's. */
export function lateTasksByUnit<
  U extends Pick<Unit, 'id' | 'kind' | 'partner' | 'route' | 'county' | 'retired'>,
>(
  tasks: readonly Task[],
  adjustments: readonly Adjustment[],
  units: readonly U[],
  viewpointOf: (unit: U) => Viewpoint,
): LateOfUnit<U>[] {
  return units
    .filter(({ kind, retired }) => kind !== 'county' && !retired)
    .map((unit) => ({
      unit,
      late: myTasksOf(tasks, adjustments, unit, viewpointOf(unit))
        .filter(({ part, timing }) => part === 'own' && timing === 'late')
        .map(({ seen }) => seen),
    }))
    .filter(({ late }) => late.length > 0);
}
