import { daysBetween, type Instant, type IsoDate } from '../../calendar/iso-date.js';
import type { Reason } from '../../calendar/reason.js';
import { datesOnRoutes, type References, resolve } from '../../calendar/resolve.js';
import { samePlace } from '../../calendar/same-place.js';
import { type SchoolYear, shiftDays } from '../../calendar/school-year.js';
import { type Adjustment, adjustmentIdOf } from '../../task/adjustment.js';
import { byDate } from '../../task/by-date.js';
import { isWithinLeeway, leewayDates } from '../../task/leeway-dates.js';
import type { Task } from '../../task/task.js';
import type { GeneratedCycle } from '../generated-cycle.js';
import type { StoredTask } from '../stored-entry.js';
import { groupOf, merge } from './merge.js';
import { isUntouched } from './regenerate.js';

export const NOT_CARRIED_REASONS = [
  'cancelled',
  'no-date-next-year',
  'no-template-any-more',
  'own-date-outside-window',
] as const;

/** What of this year's cycle is not carried over to the next by itself, and why. */
export interface NotCarried {
  readonly taskId: string;
  /** The unit whose own date it is; null for the task itself. */
  readonly unit: string | null;
  readonly reason: (typeof NOT_CARRIED_REASONS)[number];
}

export interface RolledOver {
  readonly tasks: readonly {
    readonly task: Task;
    readonly generated: Task | null;
    readonly from: string | null;
  }[];
  readonly adjustments: readonly Adjustment[];
  readonly notCarried: readonly NotCarried[];
}

export interface RolloverParts {
  readonly from: SchoolYear;
  readonly to: SchoolYear;
  readonly stored: readonly StoredTask[];
  readonly adjustments: readonly Adjustment[];
  /** Next year's cycle as it is generated, at this year's level. */
  readonly generated: GeneratedCycle;
  /** Ids of cancelled tasks to carry over anyway. */
  readonly withCancelled: ReadonlySet<string>;
  readonly now: Instant;
}

/**
 * Next year's cycle made from this one. Tasks with a rule are dated by the new skolerute, dates set by hand keep their place
 * in the year; texts, owners, layers, partners and links are carried over; status is reset; cancelled tasks are offered, not
 * copied. Of the tasks beyond the level, those that this year's cycle has are carried over. Pure: the same input gives the
 * same cycle.
 */
export function rollOver(parts: RolloverParts): RolledOver {
  const { from, to, stored, generated, withCancelled, now } = parts;
  const tasks: RolledOver['tasks'][number][] = [];
  const notCarried: NotCarried[] = [];
  const leave = (task: Task, reason: NotCarried['reason']) =>
    notCarried.push({ taskId: task.id, unit: null, reason });
  const newId = (id: string) => id.replace(/^\d{2}-\d{4}-\d{4}/, generated.id);
  const all = [...generated.tasks, ...generated.leftOut];
  const beyond = new Set(beyondTheLevel(parts, newId));
  const byId = new Map(stored.map((task) => [newId(task.edited.id), task]));
  const references: References = (key) => {
    const [first, ...rest] = all.filter((task) => task.key === key);
    return first && { kind: 'dated', occurrences: [first, ...rest] };
  };
  const fresh = (task: Task): Task => ({
    ...task,
    status: 'planned',
    checklist: task.checklist.map((item) => ({ ...item, done: false })),
    version: 1,
    createdAt: now,
    updatedAt: now,
  });

  for (const regenerated of [...generated.tasks, ...beyond]) {
    const known = byId.get(regenerated.id);
    // A base that is deleted says that people wanted the task, whatever the level.
    const base = { ...regenerated, deleted: beyond.has(regenerated) || known?.generated?.deleted === true };
    if (!known?.generated) {
      tasks.push({ task: fresh(regenerated), generated: base, from: null });
      continue;
    }
    const { edited } = known;
    if (edited.deleted) continue;
    if (edited.status === 'cancelled' && !withCancelled.has(edited.id)) {
      leave(edited, 'cancelled');
      continue;
    }
    const merged = carried(known.generated, edited, regenerated);
    const dated =
      edited.rule === null ? placed(edited, merged, from, to) : byOwnRule(known, merged, to, references);
    if (!dated) leave(edited, 'no-date-next-year');
    else tasks.push({ task: fresh(dated), generated: base, from: edited.id });
  }

  const newIds = new Set(all.map(({ id }) => id));
  const keys = new Set(all.map(({ key }) => key));
  for (const { edited, generated: base } of stored) {
    const id = newId(edited.id);
    if (edited.deleted || newIds.has(id)) continue;
    const own = { ...edited, id, cycleId: generated.id, key: newId(edited.key), importedUid: null };
    if (edited.status === 'cancelled' && !withCancelled.has(edited.id)) {
      leave(edited, 'cancelled');
    } else if (base && edited.origin === 'template') {
      // A repeated task has other occurrences next year; an unedited one that has no counterpart needs no mention.
      const isRepeated = keys.has(edited.key);
      if (isRepeated && isUntouched(edited, { ...base, deleted: false })) continue;
      leave(edited, isRepeated ? 'no-date-next-year' : 'no-template-any-more');
    } else {
      const dated =
        edited.rule === null
          ? placed(edited, own, from, to)
          : byOwnRule({ edited, generated: null }, own, to, references);
      if (!dated) leave(edited, 'no-date-next-year');
      else tasks.push({ task: fresh(dated), generated: null, from: edited.id });
    }
  }
  const adjustments = carriedAdjustments(parts, tasks, notCarried);
  return { tasks: tasks.sort((a, b) => byDate(a.task, b.task)), adjustments, notCarried };
}

/**
 * Next year's tasks beyond the level that have a part in it: those whose like this year's cycle has, and of a repeated
 * template of which it lacks none, all.
 */
function beyondTheLevel({ stored, generated }: RolloverParts, newId: (id: string) => string): Task[] {
  const present = stored.filter(({ edited }) => !edited.deleted);
  const ids = new Set(present.map(({ edited }) => newId(edited.id)));
  const lacking = new Set(stored.filter(({ edited }) => edited.deleted).map(({ edited }) => edited.key));
  const whole = new Set(present.map(({ edited }) => edited.key).filter((key) => !lacking.has(key)));
  return generated.leftOut.filter(({ id, key }) => ids.has(id) || whole.has(key));
}

/** The adjustments of the tasks carried over: hidden stays hidden, own dates keep their place, status is reset. */
function carriedAdjustments(
  { adjustments, from, to, now }: RolloverParts,
  tasks: RolledOver['tasks'],
  notCarried: NotCarried[],
): Adjustment[] {
  const successors = new Map(tasks.map(({ task, from: earlier }) => [earlier, task]));
  return adjustments.flatMap((adjustment) => {
    const task = successors.get(adjustment.adjusts);
    if (!task || adjustment.deleted) return [];
    const own = (date: IsoDate | null) => date && (samePlace(date, from, to) ?? null);
    const [start, end] = [own(adjustment.start), own(adjustment.end)];
    const [first, last] = [start ?? task.start, end ?? task.end];
    const fits = isWithinLeeway(leewayDates(task), first, last);
    const hasOwn = adjustment.start !== null || adjustment.end !== null;
    if (hasOwn && !fits)
      notCarried.push({
        taskId: adjustment.adjusts,
        unit: adjustment.layer,
        reason: 'own-date-outside-window',
      });
    if (adjustment.hidden === null && !(hasOwn && fits)) return [];
    return [
      {
        ...adjustment,
        id: adjustmentIdOf(task.id, adjustment.layer),
        cycleId: task.cycleId,
        adjusts: task.id,
        start: fits ? start : null,
        end: fits ? end : null,
        status: null,
        ticked: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      },
    ];
  });
}

/** Next year's task with people's edits of this year's, which win over the template except for the date. */
function carried(base: Task, edited: Task, regenerated: Task): Task {
  const sameDate = groupOf(base, 'start');
  const { task } = merge(base, { ...edited, ...sameDate }, { ...regenerated, ...sameDate }, () => 'edited');
  const { id, cycleId, slot } = regenerated;
  return { ...task, id, cycleId, slot, ...groupOf(regenerated, 'start') };
}

/** The task dated by its own rule, or else by its template's. Undefined when the rule gives no date. */
function byOwnRule(
  { edited, generated }: StoredTask,
  task: Task,
  to: SchoolYear,
  references: References,
): Task | undefined {
  if (edited.rule === null || JSON.stringify(edited.rule) === JSON.stringify(generated?.rule)) return task;
  const resolution = resolve(edited.rule, to, references);
  if (resolution.kind === 'undated') return undefined;
  const [occurrence] = resolution.occurrences;
  const { rule } = edited;
  const byRoute = datesOnRoutes(occurrence, to, (schoolYear) => resolve(rule, schoolYear, references));
  const { start, end, why } = occurrence;
  return { ...task, start, end, rule, why, byRoute };
}

/** The task on the day that corresponds to the one set by hand; a period keeps its length. */
function placed(edited: Task, task: Task, from: SchoolYear, to: SchoolYear): Task | undefined {
  const start = samePlace(edited.start, from, to);
  if (!start) return undefined;
  const length = daysBetween(edited.start, edited.end);
  const end = shiftDays(to, start, length) ?? (to.days.at(-1) as { date: IsoDate }).date;
  const why: Reason[] = [{ kind: 'same-place', from: edited.start, date: start }];
  return {
    ...task,
    start,
    end,
    rule: null,
    why,
    byRoute: [],
    provisional: to.provisional.length > 0,
  };
}
