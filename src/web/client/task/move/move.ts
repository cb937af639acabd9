import { longDate, shortDate } from '../../../../calendar/describe.js';
import { addDays, daysBetween, type IsoDate } from '../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../language/translate.js';
import { type Caller, isAtLeast } from '../../../../routing/caller.js';
import type { AdjustmentPatch } from '../../../../task/adjustment.js';
import { byDate } from '../../../../task/by-date.js';
import { isWithinLeeway } from '../../../../task/leeway-dates.js';
import type { TaskView } from '../../../../task/task-view.js';

/** Who edits tasks, as the service sees them: a county's coordinator acts for no unit. */
export type TaskEditor = Pick<Caller, 'role' | 'unit'>;

/** How a task is moved: itself, for everybody who sees it, or as a unit's own date of a common task. */
export type MoveWay = { readonly kind: 'task' } | { readonly kind: 'own-date'; readonly unit: string };

/** The first and last day of a task. */
export type Days = Pick<TaskView, 'start' | 'end'>;

/** The days within which a task may be moved, both included. */
export interface Bounds {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * How somebody may move a task in a unit's view, or in the common one (null); null when they may not. In a unit's view,
 * they move that unit's date of a common task, and only where the county gives it leeway.
 */
export function moveWayOf(
  { layer, window }: Pick<TaskView, 'layer' | 'window'>,
  { role, unit }: TaskEditor,
  seenAs: string | null,
  county: string,
): MoveWay | null {
  if (!isAtLeast(role, 'unit-coordinator')) return null;
  const isOfCounty = role === 'county-coordinator';
  if (layer !== county) return isOfCounty || layer === unit ? { kind: 'task' } : null;
  if (seenAs === null) return isOfCounty ? { kind: 'task' } : null;
  return window !== null && (isOfCounty || seenAs === unit) ? { kind: 'own-date', unit: seenAs } : null;
}

/** The school year, and for a unit's own date of a common task the days that the county allows. */
export function boundsOf({ window }: Pick<TaskView, 'window'>, way: MoveWay, { from, to }: Bounds): Bounds {
  if (way.kind === 'task' || window === null) return { from, to };
  return { from: latest(from, window.from), to: earliest(to, window.to) };
}

/** The days of a task moved by some days (earlier when negative): a period keeps its length and stays within the bounds. */
export function movedBy({ start, end }: Days, days: number, { from, to }: Bounds): Days {
  const length = daysBetween(start, end);
  const wanted = latest(from, earliest(addDays(start, days), addDays(to, -length)));
  return { start: wanted, end: addDays(wanted, length) };
}

/** Whether days lie within the bounds. */
export function areWithin(days: Days, bounds: Bounds): boolean {
  return isWithinLeeway(bounds, days.start, days.end);
}

/** What becomes of a unit's adjustment of a common task: back on the common days, it follows them again. */
export function ownDatePatch(
  { window, leeway }: Pick<TaskView, 'window' | 'leeway'>,
  days: Days,
): AdjustmentPatch {
  const isCommon =
    window !== null &&
    leeway !== null &&
    days.start === addDays(window.from, leeway.before) &&
    days.end === addDays(window.to, -leeway.after);
  return isCommon ? { start: null, end: null } : { ...days };
}

/** A cycle with a change to one task, sorted by date again. */
export function withTask(view: CycleView, taskId: string, change: Partial<TaskView>): CycleView {
  const tasks = view.tasks.map((task) => (task.id === taskId ? { ...task, ...change } : task));
  return { ...view, tasks: tasks.sort(byDate) };
}

const latest = (a: IsoDate, b: IsoDate) => (a > b ? a : b);
const earliest = (a: IsoDate, b: IsoDate) => (a < b ? a : b);

/** "torsdag 3. desember 2026" of a day, "3. desember 2026 – 4. januar 2027" of a period. */
export function daysInWords({ start, end }: Days, t: Translate): string {
  return start === end
    ? longDate(start, t)
    : t('date.period', { from: shortDate(start, t), to: shortDate(end, t) });
}
