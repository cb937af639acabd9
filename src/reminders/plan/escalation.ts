import { addDays, type IsoDate } from '../../calendar/iso-date.js';
import type { LateSince } from '../../cycle/late-since.use-case.js';
import type { PublishedEntries } from '../../task/filter/task-filter.js';
import { isLate } from '../../task/late.js';
import type { Task } from '../../task/task.js';
import { isResponsible, type SeenTask, seenWith } from '../../task/unit-view.js';

/** The county is told of deadlines that are overdue for more than this many days. */
const OVERDUE_FOR_COUNTY_DAYS = 14;

/** A deadline that a unit has missed by more than two weeks. */
export interface Escalation {
  readonly seen: SeenTask;
  readonly unitId: string;
}

/** The deadlines to escalate to the county, one for each responsible unit, by the unit's own date and status. */
export function escalationsOf(
  { county, tasks, adjustments, units }: PublishedEntries,
  lateSince: LateSince,
  today: IsoDate,
): readonly Escalation[] {
  const before = addDays(today, -OVERDUE_FOR_COUNTY_DAYS);
  const isLong = ({ kind, end }: Pick<Task, 'kind' | 'end'>) => kind === 'deadline' && end < before;
  const own = new Map(adjustments.map((each) => [`${each.layer} ${each.adjusts}`, each]));
  const ownEnds = new Map<string, IsoDate>();
  for (const { adjusts, end } of adjustments)
    if (end !== null && end < (ownEnds.get(adjusts) ?? end)) ownEnds.set(adjusts, end);
  // Few deadlines are that late; only those are worked out for each unit.
  const candidates = tasks.filter(
    (task) => isLong(task) || isLong({ ...task, end: ownEnds.get(task.id) ?? task.end }),
  );
  if (candidates.length === 0) return [];
  return units
    .filter(({ kind, retired }) => kind !== 'county' && !retired)
    .flatMap((unit) =>
      candidates
        .filter((task) => (task.layer === county || task.layer === unit.id) && isResponsible(task, unit))
        .map((task) => seenWith(task, own.get(`${unit.id} ${task.id}`), unit.route))
        .filter(
          ({ task, adjustment }) =>
            !adjustment?.hidden && isLate(task, before, lateSince(task.cycleId, unit.id)),
        )
        .map((seen) => ({ seen, unitId: unit.id })),
    );
}
