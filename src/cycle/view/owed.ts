import { addDays, type IsoDate, WEEKDAYS, weekdayOf } from '../../calendar/iso-date.js';
import type { Adjustment } from '../../task/adjustment.js';
import { isOpen, type Task } from '../../task/task.js';
import { isResponsible, type SeenTask, seenByUnit } from '../../task/unit-view.js';
import type { Unit } from '../../units/unit.js';
import type { Due, Part } from './owed-kinds.js';

/** How many weeks after this one are the next. */
const NEXT_WEEKS = 4;

/** A task that a unit owes. */
export interface Owed {
  readonly seen: SeenTask;
  readonly part: Part;
  readonly due: Due;
}

/** What a unit has to do with a task of the county's layer or its own; null when nothing. */
export function partOf(
  task: Pick<Task, 'layer' | 'unitId' | 'actor' | 'partners'>,
  unit: Pick<Unit, 'id' | 'kind' | 'partner'>,
): Part | null {
  if (task.layer === unit.id || isResponsible(task, unit)) return 'own';
  return unit.partner !== null && task.partners.includes(unit.partner) ? 'partner' : null;
}

/** How a task stands to a day. What has begun and goes on is of this week. */
export function dueOf({ status, start, end }: Pick<Task, 'status' | 'start' | 'end'>, today: IsoDate): Due {
  if (status === 'done') return 'done';
  if (end < today) return 'late';
  const sunday = addDays(today, WEEKDAYS.length - 1 - WEEKDAYS.indexOf(weekdayOf(today)));
  if (start <= sunday) return 'this-week';
  return start <= addDays(sunday, NEXT_WEEKS * WEEKDAYS.length) ? 'next-weeks' : 'later';
}

/** What a unit owes of a cycle, by date: with its own dates and status, without what it hides and what is cancelled. */
export function owedBy(
  tasks: readonly Task[],
  adjustments: readonly Adjustment[],
  unit: Pick<Unit, 'id' | 'kind' | 'partner' | 'county'>,
  today: IsoDate,
): Owed[] {
  return seenByUnit(tasks, adjustments, unit.id, unit.county).flatMap((seen) => {
    const { task, adjustment } = seen;
    const part = partOf(task, unit);
    const isLeft = isOpen(task) || task.status === 'done';
    if (part === null || !isLeft || task.deleted || adjustment?.hidden) return [];
    return [{ seen, part, due: dueOf(task, today) }];
  });
}

/** What is late of a unit's own to do. */
export interface LateOfUnit<U> {
  readonly unit: U;
  readonly late: readonly SeenTask[];
}

/** The units other than the county's that are late with something, and with what. */
export function lateAnywhere<U extends Pick<Unit, 'id' | 'kind' | 'partner' | 'county' | 'retired'>>(
  tasks: readonly Task[],
  adjustments: readonly Adjustment[],
  units: readonly U[],
  today: IsoDate,
): LateOfUnit<U>[] {
  return units
    .filter(({ kind, retired }) => kind !== 'county' && !retired)
    .map((unit) => ({
      unit,
      late: owedBy(tasks, adjustments, unit, today)
        .filter(({ part, due }) => part === 'own' && due === 'late')
        .map(({ seen }) => seen),
    }))
    .filter(({ late }) => late.length > 0);
}
