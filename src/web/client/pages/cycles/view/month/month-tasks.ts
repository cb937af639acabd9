import { addDays, daysBetween, type IsoDate } from '../../../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../../../task/task-view.js';

/** Longer bars say little about their days and take up the room of what happens on them. */
const LONGEST_BAR_DAYS = 14;

/** A task in a month: the whole of it, or the first or last day of a long one. */
export interface Placed {
  readonly task: TaskView;
  readonly part: 'whole' | 'first-day' | 'last-day';
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
}

/** Whether a task is so long that a month shows only its first and last day. */
export function isLong({ start, end }: Pick<TaskView, 'start' | 'end'>): boolean {
  return daysBetween(start, end) >= LONGEST_BAR_DAYS;
}

/** Where tasks stand in the days of a month. */
export function placeTasks(tasks: readonly TaskView[]): Placed[] {
  return tasks.flatMap((task): Placed[] => {
    const { start, end } = task;
    if (!isLong(task)) return [{ task, part: 'whole', from: start, to: end }];
    return [
      { task, part: 'first-day', from: start, to: start },
      { task, part: 'last-day', from: end, to: end },
    ];
  });
}

/** The days of a task when what stands of it in a month is laid from one day to another: a long one is moved as a whole. */
export function daysWhenLaid(
  { task, part }: Pick<Placed, 'task' | 'part'>,
  from: IsoDate,
  to: IsoDate,
): Pick<TaskView, 'start' | 'end'> {
  if (part === 'whole') return { start: from, end: to };
  const days = daysBetween(part === 'first-day' ? task.start : task.end, from);
  return { start: addDays(task.start, days), end: addDays(task.end, days) };
}

/** The long tasks that are ongoing in a period, by their end, the earliest first. */
export function ongoingIn(tasks: readonly TaskView[], from: IsoDate, to: IsoDate): TaskView[] {
  return tasks
    .filter((task) => isLong(task) && task.start <= to && task.end >= from)
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
}

/** The tasks of each day of a period that has any: first those that start, then those that are ongoing. */
export function placedByDay(
  placed: readonly Placed[],
  from: IsoDate,
  to: IsoDate,
): ReadonlyMap<IsoDate, readonly Placed[]> {
  const days = new Map<IsoDate, Placed[]>();
  for (const each of placed) {
    const last = each.to < to ? each.to : to;
    for (let day = each.from > from ? each.from : from; day <= last; day = addDays(day, 1)) {
      const those = days.get(day);
      if (those) those.push(each);
      else days.set(day, [each]);
    }
  }
  for (const [day, those] of days) those.sort((a, b) => Number(b.from === day) - Number(a.from === day));
  return days;
}

/** The day selected at first: today, else the first day of the month with a task, else the first. */
export function firstShownDay(
  days: ReadonlyMap<IsoDate, unknown>,
  first: IsoDate,
  last: IsoDate,
  today: IsoDate,
): IsoDate {
  if (today >= first && today <= last) return today;
  return [...days.keys()].sort()[0] ?? first;
}
