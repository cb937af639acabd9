import type { Instant } from '../calendar/iso-date.js';
import type { Reason } from '../calendar/reason.js';
import type { DatesOnRoute } from '../calendar/resolve.js';
import type { Unit } from '../units/unit.js';
import type { Adjustment } from './adjustment.js';
import { byDate } from './by-date.js';
import { isWithinLeeway, leewayDates } from './leeway-dates.js';
import type { Task } from './task.js';
import { UNIT_KIND_OF } from './unit-of-task.js';

/** A task as one unit sees it. */
export interface SeenTask {
  /** With the unit's own date and status. */
  readonly task: Task;
  /** As everybody else sees it. */
  readonly common: Task;
  /** The unit's adjustment; undefined when it has none, and for a task in its own layer. */
  readonly adjustment: Adjustment | undefined;
  /** The version that a change of the unit's adjustment starts from; 0 for the first. */
  readonly adjustmentVersion: number;
  /** Grows with each change of the task or of the unit's adjustment. */
  readonly sequence: number;
  readonly changedAt: Instant;
}

/**
 * The tasks of a cycle as a unit sees them, by date: the county's, with the unit's own dates and status, and those of
 * its own layer; never those of another unit. Tasks that the unit hides are included; their adjustment says so.
 */
export function seenByUnit(
  tasks: readonly Task[],
  adjustments: readonly Adjustment[],
  { id, route }: Pick<Unit, 'id' | 'route'>,
  county: string,
): SeenTask[] {
  const own = new Map(adjustments.filter(({ layer }) => layer === id).map((each) => [each.adjusts, each]));
  return tasks
    .filter(({ layer }) => layer === id || layer === county)
    .map((task) => seenWith(task, own.get(task.id), route))
    .sort((a, b) => byDate(a.task, b.task));
}

/**
 * One task as a unit has it: on the days of the route that it follows, with its adjustment applied. A date of its own that is
 * no longer within the leeway has no effect.
 */
export function seenWith(
  common: Task,
  adjustment: Adjustment | undefined,
  route: string | null = null,
): SeenTask {
  const onRoute = common.byRoute.find((dates) => dates.route === route);
  const adjustmentVersion = adjustment?.version ?? 0;
  // A unit that takes up a route has another version of what the route moves.
  const sequence = common.version - 1 + adjustmentVersion + (onRoute ? 1 : 0);
  const changedAt =
    adjustment && adjustment.updatedAt > common.updatedAt ? adjustment.updatedAt : common.updatedAt;
  if (!adjustment || adjustment.deleted)
    return {
      task: onRoute ? movedTo(onRoute, common) : common,
      common,
      adjustment: undefined,
      adjustmentVersion,
      sequence,
      changedAt,
    };
  const { start, end, status, ticked } = adjustment;
  const [from, to] = [start ?? common.start, end ?? common.end];
  const isMoved =
    isWithinLeeway(leewayDates(common), from, to) && (from !== common.start || to !== common.end);
  const why: Reason = { kind: 'own-date', from: common.start, date: from };
  const hasOwn = start !== null || end !== null;
  const task = {
    ...(onRoute && !(hasOwn && isMoved) ? movedTo(onRoute, common) : common),
    ...(isMoved && { start: from, end: to, why: [...common.why, why] }),
    ...(status !== null && { status }),
    ...(ticked !== null && {
      checklist: common.checklist.map((step) => ({ ...step, done: ticked.includes(step.id) })),
    }),
  };
  return { task, common, adjustment, adjustmentVersion, sequence, changedAt };
}

/** A task on the days of a route. */
function movedTo({ name, start, end }: DatesOnRoute, common: Task): Task {
  return {
    ...common,
    start,
    end,
    why: [...common.why, { kind: 'own-route', name, from: common.start, date: start }],
  };
}

/** Whether a unit is responsible for a task: assigned to it, in its own layer, or for every unit of its kind. */
export function isResponsible(
  { layer, unitId, actor }: Pick<Task, 'layer' | 'unitId' | 'actor'>,
  unit: Pick<Unit, 'id' | 'kind'>,
): boolean {
  if (unitId !== null) return unitId === unit.id;
  if (unit.kind !== 'county' && layer === unit.id) return true;
  return UNIT_KIND_OF[actor] === unit.kind;
}

/** The part a unit has in a task: the task is its own to do, or it takes part as a partner. */
export const PARTS = ['own', 'partner'] as const;

export type Part = (typeof PARTS)[number];

/** The part a unit has in a task of the county's layer or of its own; null when it has none. */
export function partOf(
  task: Pick<Task, 'layer' | 'unitId' | 'actor' | 'partners'>,
  unit: Pick<Unit, 'id' | 'kind' | 'partner'>,
): Part | null {
  if (isResponsible(task, unit)) return 'own';
  return takesPart(task, unit) ? 'partner' : null;
}

/** Whether a task is done with a unit, as the partner that it is; a municipality is that, also where nobody has said so. */
export function takesPart(
  { partners }: Pick<Task, 'partners'>,
  { kind, partner }: Pick<Unit, 'kind' | 'partner'>,
): boolean {
  return partners.includes(partner ?? (kind === 'municipality' ? kind : ''));
}
