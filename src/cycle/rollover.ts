import { addDays, daysBetween, type Instant, type IsoDate } from '../calendar/iso-date.js';
import type { Reason } from '../calendar/reason.js';
import { type References, resolve } from '../calendar/resolve.js';
import { dayOf, type SchoolYear, shiftDays } from '../calendar/school-year.js';
import { BREAKS, type Break } from '../calendar/skolerute.js';
import type { GeneratedCycle } from './generate.js';
import { merge } from './merge.js';
import { isUntouched, type StoredTask } from './regenerate.js';
import { byDate, type Task } from './task.js';

/** Why a task of this year is not in the next year's cycle by itself. */
export type NotCarried =
  | { readonly taskId: string; readonly reason: 'cancelled' }
  | { readonly taskId: string; readonly reason: 'no-date-next-year' }
  | { readonly taskId: string; readonly reason: 'no-template-any-more' };

export interface RolledOver {
  readonly tasks: readonly {
    readonly task: Task;
    readonly generated: Task | null;
    readonly from: string | null;
  }[];
  readonly notCarried: readonly NotCarried[];
}

export interface RolloverParts {
  readonly from: SchoolYear;
  readonly to: SchoolYear;
  readonly stored: readonly StoredTask[];
  /** Next year's cycle as it is generated. */
  readonly generated: GeneratedCycle;
  /** Ids of cancelled tasks that are carried all the same. */
  readonly withCancelled: ReadonlySet<string>;
  readonly now: Instant;
}

/**
 * Next year's cycle made from this one. Rule-based tasks are dated by the new skolerute, what people set by hand keeps
 * its place in the year; texts, owners, partners and links come along; status is reset; cancelled tasks are offered,
 * not copied. Pure: the same input gives the same cycle.
 */
export function rollOver({ from, to, stored, generated, withCancelled, now }: RolloverParts): RolledOver {
  const tasks: RolledOver['tasks'][number][] = [];
  const notCarried: NotCarried[] = [];
  const newId = (id: string) => id.replace(/^\d{2}-\d{4}-\d{4}/, generated.id);
  const byId = new Map(stored.map((task) => [newId(task.edited.id), task]));
  const references: References = (key) => {
    const [first, ...rest] = generated.tasks.filter((task) => task.key === key);
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

  for (const regenerated of generated.tasks) {
    const known = byId.get(regenerated.id);
    if (!known?.generated) {
      tasks.push({ task: fresh(regenerated), generated: regenerated, from: null });
      continue;
    }
    const { edited } = known;
    if (edited.deleted) continue;
    if (edited.status === 'cancelled' && !withCancelled.has(edited.id)) {
      notCarried.push({ taskId: edited.id, reason: 'cancelled' });
      continue;
    }
    const merged = carried(known.generated, edited, regenerated);
    const dated =
      edited.rule === null ? placed(edited, merged, from, to) : byOwnRule(known, merged, to, references);
    if (!dated) notCarried.push({ taskId: edited.id, reason: 'no-date-next-year' });
    else tasks.push({ task: fresh(dated), generated: regenerated, from: edited.id });
  }

  const newIds = new Set(generated.tasks.map(({ id }) => id));
  const keys = new Set(generated.tasks.map(({ key }) => key));
  for (const { edited, generated: base } of stored) {
    const id = newId(edited.id);
    if (edited.deleted || newIds.has(id)) continue;
    const own = { ...edited, id, cycleId: generated.id, key: base ? edited.key : newId(edited.key) };
    if (edited.status === 'cancelled' && !withCancelled.has(edited.id)) {
      notCarried.push({ taskId: edited.id, reason: 'cancelled' });
    } else if (base) {
      // A repeated task has other days next year; one that nobody changed is not missed.
      const isRepeated = keys.has(edited.key);
      if (isRepeated && isUntouched(edited, base)) continue;
      notCarried.push({
        taskId: edited.id,
        reason: isRepeated ? 'no-date-next-year' : 'no-template-any-more',
      });
    } else {
      const dated =
        edited.rule === null
          ? placed(edited, own, from, to)
          : byOwnRule({ edited, generated: null }, own, to, references);
      if (!dated) notCarried.push({ taskId: edited.id, reason: 'no-date-next-year' });
      else tasks.push({ task: fresh(dated), generated: null, from: edited.id });
    }
  }
  return { tasks: tasks.sort((a, b) => byDate(a.task, b.task)), notCarried };
}

/** Next year's task with what people changed in this year's; they win where both differ, but for the date. */
function carried(base: Task, edited: Task, regenerated: Task): Task {
  const sameDate = {
    start: base.start,
    end: base.end,
    rule: base.rule,
    why: base.why,
    provisional: base.provisional,
  };
  const { task } = merge(base, { ...edited, ...sameDate }, { ...regenerated, ...sameDate }, () => 'edited');
  const { id, cycleId, slot, start, end, rule, why, provisional } = regenerated;
  return { ...task, id, cycleId, slot, start, end, rule, why, provisional };
}

/** The task by a rule that a person gave it; by its template's when it has no other. Undefined when it has no date. */
function byOwnRule(
  { edited, generated }: StoredTask,
  task: Task,
  to: SchoolYear,
  references: References,
): Task | undefined {
  if (edited.rule === null || JSON.stringify(edited.rule) === JSON.stringify(generated?.rule)) return task;
  const resolution = resolve(edited.rule, to, references);
  if (resolution.kind === 'undated') return undefined;
  const [{ start, end, why }] = resolution.occurrences;
  return { ...task, start, end, rule: edited.rule, why };
}

/** The task on the day that corresponds to the one it was set to by hand; a period keeps its length. */
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
    provisional: to.provisional.length > 0,
  };
}

/**
 * The day of next year in the same place: the same weekday, as many weeks from the nearest break before it (or the
 * year's start) as this year; where that week is cut short by the next break, the same ISO week. A school day stays
 * one: moved to the next, or at the year's end to the previous. Undefined when there is none.
 */
export function samePlace(date: IsoDate, from: SchoolYear, to: SchoolYear): IsoDate | undefined {
  const day = dayOf(from, date);
  if (!day) return undefined;
  const candidate = relativeToBreaks(date, from, to) ?? sameWeek(date, from, to);
  if (!candidate) return undefined;
  if (day.is.kind !== 'school-day') return candidate;
  return to.schoolDays.find((each) => each >= candidate) ?? to.schoolDays.at(-1);
}

function relativeToBreaks(date: IsoDate, from: SchoolYear, to: SchoolYear): IsoDate | undefined {
  const after = [...BREAKS].reverse().find((name) => from.skolerute[name].to < date);
  const [here, there] = after ? [weekAfter(from, after), weekAfter(to, after)] : [];
  if (!after || !here || !there) return undefined;
  const monday = addDays(there, daysBetween(here, mondayOf(date)));
  const weekday = dayOf(from, date)?.weekday;
  const found = to.days.find((day) => day.date >= monday && day.weekday === weekday)?.date;
  const next: Break | undefined = BREAKS[BREAKS.indexOf(after) + 1];
  return found && (!next || found < to.skolerute[next].from) ? found : undefined;
}

/** The Monday of the first school week after a break. */
function weekAfter({ schoolDays, skolerute }: SchoolYear, name: Break): IsoDate | undefined {
  const first = schoolDays.find((date) => date > skolerute[name].to);
  return first && mondayOf(first);
}

function sameWeek(date: IsoDate, from: SchoolYear, to: SchoolYear): IsoDate | undefined {
  const day = dayOf(from, date);
  const found = to.days.find(
    ({ isoWeek, weekday }) => isoWeek.week === day?.isoWeek.week && weekday === day.weekday,
  );
  return found?.date;
}

/** The Monday of the week that a date lies in. */
function mondayOf(date: IsoDate): IsoDate {
  const sinceMonday = ((daysBetween('2024-01-01' as IsoDate, date) % 7) + 7) % 7;
  return addDays(date, -sinceMonday);
}
