import type { DateRule } from '../../src/calendar/date-rule.js';
import type { IsoDate } from '../../src/calendar/iso-date.js';
import { addDays, daysBetween } from '../../src/calendar/iso-date.js';
import { resolve } from '../../src/calendar/resolve.js';
import { samePlace } from '../../src/calendar/same-place.js';
import type { SchoolYear } from '../../src/calendar/school-year.js';
import type { GeneratedCycle } from '../../src/cycle/generated-cycle.js';
import type { Task } from '../../src/task/task.js';
import type { TaskPatch } from '../../src/task/task-edit.js';

/** What an edit did to one task of the model. */
interface Delta {
  readonly id: string;
  readonly before: Task | null;
  readonly after: Task;
}

interface Entry {
  readonly who: string;
  readonly action: string;
  readonly takesBack: number | null;
  readonly deltas: readonly Delta[];
}

type Fields = Record<string, unknown>;

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([k, v]) => [k, sorted(v)]),
  );
};
const OWN = new Set(['version', 'createdAt', 'updatedAt']);
const differing = (a: Task, b: Task): (keyof Task)[] =>
  (Object.keys(b) as (keyof Task)[]).filter((field) => !OWN.has(field) && !same(a[field], b[field]));

/** What goes together in a merge, restated. */
const TOGETHER: readonly (readonly (keyof Task)[])[] = [
  ['start', 'end', 'rule', 'why', 'provisional'],
  ['startTime', 'endTime'],
  ['location'],
  ['title'],
  ['description'],
  ['kind'],
  ['phase'],
  ['category'],
  ['measures'],
  ['actor'],
  ['unitId'],
  ['partners'],
  ['level'],
  ['ruleWhy', 'basis', 'source'],
  ['links'],
  ['reminders'],
];
const pick = (task: Task, fields: readonly (keyof Task)[]): Fields =>
  Object.fromEntries(fields.map((field) => [field, task[field]]));

/**
 * A cycle as simple as it can be thought: tasks in a map, a list of what was done. It knows no storage, no transactions
 * and none of the code that it is compared with, but for the calendar.
 */
export class CycleModel {
  readonly tasks = new Map<string, Task>();
  /** What each task was last generated or imported as. */
  readonly bases = new Map<string, Task>();
  /** The ids of the tasks with comments. */
  readonly commented = new Set<string>();
  readonly history: Entry[] = [{ who: 'service', action: 'generated', takesBack: null, deltas: [] }];
  published: Map<string, Task> | null = null;

  constructor(generated: GeneratedCycle) {
    for (const task of generated.tasks) {
      this.tasks.set(task.id, task);
      this.bases.set(task.id, task);
    }
  }

  get revision(): number {
    return this.history.length;
  }

  live(): Task[] {
    return [...this.tasks.values()].filter(({ deleted }) => !deleted);
  }

  private record(
    who: string,
    action: string,
    changes: readonly Task[],
    takesBack: number | null = null,
  ): void {
    const deltas = changes.map((after) => ({
      id: after.id,
      before: this.tasks.get(after.id) ?? null,
      after,
    }));
    for (const { after } of deltas) this.tasks.set(after.id, after);
    this.history.push({ who, action, takesBack, deltas });
  }

  patched(task: Task, patch: TaskPatch): Task {
    const { title, description, start, end, ...rest } = patch;
    let next = { ...task, ...(rest as Partial<Task>) };
    if (title !== undefined) next = { ...next, title: { nb: title } };
    if (description !== undefined) next = { ...next, description: { nb: description } };
    if (start !== undefined) {
      const last = end ?? (task.start === task.end ? start : task.end);
      const why = task.why.filter(({ kind }) => kind !== 'moved-by-hand');
      next = {
        ...next,
        start,
        end: last,
        rule: null,
        why: [...why, { kind: 'moved-by-hand', from: task.start, date: start }],
      };
    }
    return { ...next, version: task.version + 1 };
  }

  /** Changes tasks; a patch that asks for nothing but what its task is leaves that as it is. */
  change(who: string, changes: readonly { readonly id: string; readonly patch: TaskPatch }[]): void {
    const asked = changes.filter(({ id, patch }) => {
      const task = this.tasks.get(id) as Task;
      const present: Fields = { ...task, title: task.title.nb, description: task.description.nb };
      return Object.entries(patch).some(([field, value]) => !same(value, present[field]));
    });
    if (asked.length === 0) return;
    this.record(
      who,
      'changed',
      asked.map(({ id, patch }) => this.patched(this.tasks.get(id) as Task, patch)),
    );
  }

  add(who: string, action: 'created' | 'imported', added: readonly Task[]): void {
    this.record(who, action, added);
    if (action === 'imported') for (const task of added) this.bases.set(task.id, task);
  }

  delete(who: string, id: string): void {
    const task = this.tasks.get(id) as Task;
    this.record(who, 'deleted', [{ ...task, deleted: true, version: task.version + 1 }]);
  }

  publish(who: string): void {
    this.published = new Map(this.live().map((task) => [task.id, task]));
    this.record(who, 'published', []);
  }

  /** Whether what revision `n` did has been taken back, and that not taken back in turn. */
  private isGone(n: number): boolean {
    return this.history.some(({ takesBack }, index) => takesBack === n && !this.isGone(index + 1));
  }

  /** The revision that an undo by `who` takes back; undefined when there is none. */
  undoTarget(who: string): number | undefined {
    for (let n = this.revision; n > 0; n -= 1) {
      const { who: by, action, takesBack } = this.history[n - 1] as Entry;
      const isEdit = ['created', 'changed', 'deleted', 'imported'].includes(action);
      if (by === who && isEdit && takesBack === null && !this.isGone(n)) return n;
    }
    return undefined;
  }

  redoTarget(who: string): number | undefined {
    for (let n = this.revision; n > 0; n -= 1) {
      const { who: by, action } = this.history[n - 1] as Entry;
      if (by !== who) continue;
      if (action === 'undone' && !this.isGone(n)) return n;
      if (['created', 'changed', 'deleted', 'imported'].includes(action)) return undefined;
    }
    return undefined;
  }

  /** Takes a revision back; false when that is refused, and nothing has changed. */
  takeBack(who: string, target: number | undefined, action: 'undone' | 'redone'): boolean {
    const entry = target === undefined ? undefined : this.history[target - 1];
    if (target === undefined || !entry || this.isGone(target) || entry.deltas.length === 0) return false;
    const restored: Task[] = [];
    for (const { id, before, after } of entry.deltas) {
      const now = this.tasks.get(id) as Task;
      const earlier = before ?? { ...after, deleted: true };
      const changed = differing(earlier, after);
      const touched =
        before === null ? differing(after, now) : changed.filter((field) => !same(now[field], after[field]));
      if (touched.length > 0) return false;
      restored.push({ ...now, ...pick(earlier, changed), version: now.version + 1 } as Task);
    }
    this.record(who, action, restored, target);
    return true;
  }

  regenerate(who: string, generated: GeneratedCycle): void {
    const changes: Task[] = [];
    const write = (now: Task | undefined, next: Task) => {
      if (!now) changes.push(next);
      else if (differing(now, next).length > 0) changes.push({ ...next, version: now.version + 1 });
    };
    const beyond = new Set(generated.leftOut);
    for (const fresh of [...generated.tasks, ...beyond]) {
      const [now, base] = [this.tasks.get(fresh.id), this.bases.get(fresh.id)];
      const isBeyond = beyond.has(fresh);
      if (isBeyond && (!now || !base || now.deleted)) continue;
      if (!now || !base) {
        write(now, fresh);
        this.bases.set(fresh.id, fresh);
        continue;
      }
      if (isBeyond && differing(base, now).length === 0 && !this.commented.has(now.id)) {
        write(now, { ...now, deleted: true });
        this.bases.set(now.id, { ...base, deleted: true });
        continue;
      }
      const isWanted = isBeyond || (base.deleted && !now.deleted);
      let [next, nextBase] = [now, { ...fresh, deleted: isWanted }];
      for (const fields of TOGETHER) {
        const [was, mine, theirs] = [pick(base, fields), pick(now, fields), pick(fresh, fields)];
        if (same(was, mine)) next = { ...next, ...theirs } as Task;
        else if (!same(mine, theirs) && !same(was, theirs)) nextBase = { ...nextBase, ...was } as Task;
      }
      if (now.deleted && base.deleted) next = { ...next, deleted: false };
      write(now, next);
      this.bases.set(fresh.id, nextBase);
    }
    const ids = new Set([...generated.tasks, ...beyond].map(({ id }) => id));
    for (const [id, base] of [...this.bases]) {
      const now = this.tasks.get(id);
      if (now?.origin !== 'template' || base.deleted || ids.has(id)) continue;
      if (!now.deleted && differing(base, now).length > 0) continue;
      write(now, { ...now, deleted: true });
      this.bases.set(id, { ...base, deleted: true });
    }
    this.record(who, 'regenerated', changes);
  }

  /** Next year's tasks by id, with what a rollover decides: texts, owner, state and days. */
  rollover(next: GeneratedCycle, from: SchoolYear, to: SchoolYear): Map<string, Fields> {
    const result = new Map<string, Fields>();
    const idNextYear = (id: string) => id.replace(/^\d\d-\d{4}-\d{4}/, next.id);
    const place = (task: Task): { start: IsoDate; end: IsoDate } | undefined => {
      const start = samePlace(task.start, from, to);
      if (!start) return undefined;
      const lastDay = to.days.at(-1)?.date as IsoDate;
      const end = addDays(start, daysBetween(task.start, task.end));
      return { start, end: [end, lastDay].sort()[0] as IsoDate };
    };
    const byRule = (rule: DateRule) => {
      const resolution = resolve(rule, to, () => undefined);
      return resolution.kind === 'dated' ? resolution.occurrences[0] : undefined;
    };
    const facts = (task: Task, days: { start: IsoDate; end: IsoDate }): Fields => ({
      title: task.title,
      description: task.description,
      unitId: task.unitId,
      layer: task.layer,
      partners: task.partners,
      status: 'planned',
      start: days.start,
      end: days.end,
    });
    const mine = new Map([...this.tasks.values()].map((task) => [idNextYear(task.id), task]));
    const present = this.live().map(({ key, id }) => ({ key, id: idNextYear(id) }));
    const isWhole = (key: string) =>
      present.some((task) => task.key === key) &&
      ![...this.tasks.values()].some((task) => task.key === key && task.deleted);
    const beyond = next.leftOut.filter(
      ({ id, key }) => present.some((task) => task.id === id) || isWhole(key),
    );
    for (const fresh of [...next.tasks, ...beyond]) {
      const task = mine.get(fresh.id);
      const base = task && this.bases.get(task.id);
      if (!task || !base) {
        result.set(fresh.id, facts(fresh, fresh));
        continue;
      }
      if (task.deleted || task.status === 'cancelled') continue;
      const days = task.rule === null ? place(task) : same(task.rule, base.rule) ? fresh : byRule(task.rule);
      const kept = TOGETHER.slice(1).flatMap((fields) =>
        same(pick(base, fields), pick(task, fields)) ? [] : fields,
      );
      if (days) result.set(fresh.id, facts({ ...fresh, ...pick(task, kept) } as Task, days));
    }
    const ids = new Set([...next.tasks, ...next.leftOut].map(({ id }) => id));
    for (const task of this.live()) {
      const id = idNextYear(task.id);
      const days = task.rule === null ? place(task) : undefined;
      if (ids.has(id) || task.origin === 'template' || task.status === 'cancelled' || !days) continue;
      result.set(id, facts(task, days));
    }
    return result;
  }
}
