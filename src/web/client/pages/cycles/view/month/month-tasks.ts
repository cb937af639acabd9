import { addDays, daysBetween, type IsoDate } from '../../../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../../../task/task-view.js';

/** Longer than this, a bar says little about any of its days and takes the room of what happens on them. */
const LONGEST_BAR_DAYS = 14;

/** A task as it stands in a month: whole, or as one of the two days that matter of a long one. */
export interface Placed {
  readonly task: TaskView;
  readonly part: 'whole' | 'first-day' | 'last-day';
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
}

/** Whether a task is so long that only its first and last day stand in a month. */
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

/** The long tasks that go on in a period, by their end: those that are over first come first. */
export function ongoingIn(tasks: readonly TaskView[], from: IsoDate, to: IsoDate): TaskView[] {
  return tasks
    .filter((task) => isLong(task) && task.start <= to && task.end >= from)
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
}

/** What stands on each day of a period that has something: first what begins, then what goes on. */
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

/** The day that is looked at first: today, else the first of the month that has something, else the first. */
export function firstShownDay(
  days: ReadonlyMap<IsoDate, unknown>,
  first: IsoDate,
  last: IsoDate,
  today: IsoDate,
): IsoDate {
  if (today >= first && today <= last) return today;
  return [...days.keys()].sort()[0] ?? first;
}
