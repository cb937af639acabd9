import { addDays, type IsoDate } from '../../calendar/iso-date.js';
import { isOpen, type Task } from '../../task/task.js';
import type { PublishedEntries } from '../../task/task-filter.js';
import { isResponsible, type SeenTask, seenWith } from '../../task/unit-view.js';

/** What is overdue for as long as this, the county hears of too. */
const OVERDUE_FOR_COUNTY_DAYS = 14;

/** A deadline that a unit has let pass for two weeks. */
export interface Escalation {
  readonly seen: SeenTask;
  readonly unitId: string;
}

/** Whether a task is a deadline that has passed by more than so many days. */
export const isLate = ({ kind, end }: Pick<Task, 'kind' | 'end'>, today: IsoDate, days: number): boolean =>
  kind === 'deadline' && end < addDays(today, -days);

/** The deadlines that the county hears of, one a unit that is to meet it, by the unit's own date and status. */
export function escalationsOf(
  { county, tasks, adjustments, units }: PublishedEntries,
  today: IsoDate,
): readonly Escalation[] {
  const isLong = (task: Pick<Task, 'kind' | 'end'>) => isLate(task, today, OVERDUE_FOR_COUNTY_DAYS);
  const own = new Map(adjustments.map((each) => [`${each.layer} ${each.adjusts}`, each]));
  const ownEnds = new Map<string, IsoDate>();
  for (const { adjusts, end } of adjustments)
    if (end !== null && end < (ownEnds.get(adjusts) ?? end)) ownEnds.set(adjusts, end);
  // Few deadlines are that late; only those are looked at with the eyes of each unit.
  const candidates = tasks.filter(
    (task) => isLong(task) || isLong({ ...task, end: ownEnds.get(task.id) ?? task.end }),
  );
  if (candidates.length === 0) return [];
  return units
    .filter(({ kind, retired }) => kind !== 'county' && !retired)
    .flatMap((unit) =>
      candidates
        .filter((task) => (task.layer === county || task.layer === unit.id) && isResponsible(task, unit))
        .map((task) => seenWith(task, own.get(`${unit.id} ${task.id}`)))
        .filter(({ task, adjustment }) => !adjustment?.hidden && isOpen(task) && isLong(task))
        .map((seen) => ({ seen, unitId: unit.id })),
    );
}
