import { z } from 'zod';
import { referencesOf } from '../calendar/date-rule.js';
import type { Instant } from '../calendar/iso-date.js';
import type { Reason } from '../calendar/reason.js';
import { datesOnRoutes, type References, resolve } from '../calendar/resolve.js';
import { dayOf, type SchoolYear } from '../calendar/school-year.js';
import { isSkippedTime } from '../calendar/skipped-time.js';
import type { Framework } from '../framework/framework.js';
import { inLanguage, type Language } from '../language/text.js';
import { notRefused } from '../text/free-text.js';
import type { Unit } from '../units/unit.js';
import type { EditFlaw } from './edit-flaw.js';
import { fieldShape } from './field-schemas.js';
import { BLANK } from './fields.js';
import { sameJson } from './same-json.js';
import type { Task } from './task.js';

/** A change of a task as a JSON merge patch (RFC 7396). The date is given as days or as a rule, not both. */
export const taskPatchSchema = z.strictObject(fieldShape('written')).partial().meta({ id: 'TaskPatch' });

export type TaskPatch = z.infer<typeof taskPatchSchema>;

/** A task to add to a cycle, as people send it. */
export const newTaskSchema = z
  .strictObject({
    ...fieldShape('written'),
    ...fieldShape('added'),
    ref: z
      .string()
      .regex(/^[a-z0-9]{16,40}$/, 'should be 16 to 40 letters and digits')
      .superRefine(notRefused)
      .optional()
      .meta({
        description:
          'A reference of the caller’s choice: a second request with the same one adds no second task',
      }),
    layer: z
      .string()
      .optional()
      .meta({ description: 'The unit whose layer it is added to; the caller’s own when left out' }),
  })
  .meta({ id: 'NewTask' });

export type NewTask = z.infer<typeof newTaskSchema>;

export type Edited = { readonly task: Task } | { readonly flaws: readonly EditFlaw[] };

/** The context of a change. */
export interface EditContext {
  readonly framework: Framework;
  readonly schoolYear: SchoolYear;
  /** The units of the cycle's county. */
  readonly units: readonly Pick<Unit, 'id' | 'retired'>[];
  /** The occurrences of the cycle's tasks that a rule can refer to. */
  readonly references: References;
  /** The language that the texts of the change are in. */
  readonly language: Language;
  readonly now: Instant;
}

type Dating = Pick<Task, 'start' | 'end' | 'rule' | 'why' | 'byRoute'>;

/** The basis of a date that people have chosen: there is no source for it. */
const WITHOUT_SOURCE = { ruleWhy: BLANK.ruleWhy, basis: BLANK.basis, source: BLANK.source };

/** The task after a change, with the next version, or everything that is wrong with the change. */
export function applyPatch(task: Task, patch: TaskPatch, context: EditContext): Edited {
  const { title: newTitle, description, start, end, rule, ...rest } = patch;
  const dating =
    start !== undefined || end !== undefined || rule !== undefined ? dated(task, patch, context) : task;
  if ('flaws' in dating) return dating;
  const edited: Task = {
    ...task,
    ...(rest as Partial<Task>),
    ...(newTitle !== undefined && { title: { [context.language]: newTitle } }),
    ...(description !== undefined && { description: { [context.language]: description } }),
    start: dating.start,
    end: dating.end,
    rule: dating.rule,
    why: dating.why,
    byRoute: dating.byRoute,
    ...(rule !== undefined && !sameJson(rule, task.rule) && WITHOUT_SOURCE),
    version: task.version + 1,
    updatedAt: context.now,
  };
  return checked(edited, context, task);
}

/**
 * A patch without the texts and days that the task already has, read in a language. If they were applied although equal, the
 * day would count as set by hand, and the text would replace those in the other languages.
 */
export function withoutUnchanged(task: Task, patch: TaskPatch, language: Language): TaskPatch {
  const present: TaskPatch = {
    title: inLanguage(task.title, language),
    description: inLanguage(task.description, language),
    start: task.start,
    end: task.end,
  };
  const changed = (Object.keys(patch) as (keyof TaskPatch)[]).filter(
    (field) => patch[field] === undefined || patch[field] !== present[field],
  );
  return Object.fromEntries(changed.map((field) => [field, patch[field]])) as TaskPatch;
}

/** Lead times in days, by kind of task. */
const DEFAULT_REMINDERS: Readonly<Record<Task['kind'], readonly number[]>> = {
  deadline: [14, 3, 0],
  cooperation: [21, 7],
  activity: [7],
};

/** The origin of a new task, and where it belongs. */
export interface NewTaskPlace {
  readonly id: string;
  readonly cycleId: string;
  readonly layer: string;
  readonly origin: 'local' | 'imported';
  readonly importedUid: string | null;
}

/** The task that people add, or everything that is wrong with it. */
export function createTask(place: NewTaskPlace, added: NewTask, context: EditContext): Edited {
  const { title: text, description, start, end, rule, layer: _layer, ref: _ref, ...rest } = added;
  const reminders = added.reminders ?? DEFAULT_REMINDERS[added.kind];
  if (start === undefined && rule === undefined) return { flaws: [{ code: 'no-date', field: 'start' }] };
  const blank: Task = {
    ...BLANK,
    ...rest,
    ...place,
    reminders,
    key: place.id,
    title: { [context.language]: text },
    description: { [context.language]: description },
    start: start ?? context.schoolYear.skolerute['first-school-day'],
    end: end ?? start ?? context.schoolYear.skolerute['first-school-day'],
    version: 1,
    createdAt: context.now,
    updatedAt: context.now,
  };
  const dating = dated(blank, { start, end, rule } as TaskPatch, context);
  if ('flaws' in dating) return dating;
  const why =
    rule === undefined
      ? [
          {
            kind: place.origin === 'imported' ? 'imported' : 'set-by-hand',
            date: dating.start,
          } satisfies Reason,
        ]
      : dating.why;
  return checked({ ...blank, ...dating, why }, context);
}

function dated(
  task: Task,
  patch: TaskPatch,
  context: EditContext,
): Dating | { readonly flaws: readonly EditFlaw[] } {
  if (patch.rule !== undefined) {
    if (patch.start !== undefined || patch.end !== undefined)
      return { flaws: [{ code: 'date-and-rule', field: 'rule' }] };
    if (patch.rule.kind === 'recurrence') return { flaws: [{ code: 'rule-repeats', field: 'rule' }] };
    if (referencesOf(patch.rule).some(({ key }) => key === task.key))
      return { flaws: [{ code: 'rule-of-itself', field: 'rule' }] };
    const resolution = resolve(patch.rule, context.schoolYear, context.references);
    if (resolution.kind === 'undated') {
      return { flaws: [{ code: 'rule-without-date', field: 'rule', reason: resolution.reason }] };
    }
    const [occurrence] = resolution.occurrences;
    const { rule } = patch;
    const byRoute = datesOnRoutes(occurrence, context.schoolYear, (schoolYear) =>
      resolve(rule, schoolYear, context.references),
    );
    const { start, end, why } = occurrence;
    return { start, end, rule, why, byRoute };
  }
  const start = patch.start ?? task.start;
  // A task of one day stays one day long when only its start is moved.
  const end = patch.end ?? (task.start === task.end ? start : task.end);
  const earlier = task.why.filter(({ kind }) => kind !== 'moved-by-hand');
  const moved: Reason = { kind: 'moved-by-hand', from: task.start, date: start };
  // A day that is set by hand is everybody's.
  return { start, end, rule: null, why: [...earlier, moved], byRoute: [] };
}

function checked(task: Task, { framework, schoolYear, units }: EditContext, before?: Task): Edited {
  const flaws: EditFlaw[] = [...timeFlaws(task), ...skippedTimes(task, before)];
  for (const field of ['start', 'end'] as const) {
    if (!dayOf(schoolYear, task[field]))
      flaws.push({ code: 'outside-school-year', field, date: task[field] });
  }
  if (task.end < task.start)
    flaws.push({ code: 'end-before-start', field: 'end', start: task.start, end: task.end });
  for (const field of ['unitId', 'layer'] as const) {
    const id = task[field];
    // A retired unit keeps its tasks and gets no new ones.
    const isKnown = units.some((unit) => unit.id === id && (!unit.retired || before?.[field] === id));
    if (id !== null && !isKnown) flaws.push({ code: 'unknown-unit', field, id });
  }
  const partners = new Set(framework.partners.map(({ id }) => id));
  for (const id of task.partners)
    if (!partners.has(id)) flaws.push({ code: 'unknown-partner', field: 'partners', id });
  if (task.kind === 'cooperation' && task.partners.length === 0) {
    flaws.push({ code: 'cooperation-without-partner', field: 'partners' });
  }
  const servable = new Set([
    ...framework.focusAreas.keys(),
    ...framework.responsibilities.flatMap(({ id, children }) => [
      id,
      ...(children ?? []).map((child) => child.id),
    ]),
    ...framework.countyMeasures.map(({ id }) => id),
  ]);
  for (const id of task.measures)
    if (!servable.has(id)) flaws.push({ code: 'unknown-measure', field: 'measures', id });
  return flaws.length > 0 ? { flaws } : { task };
}

/** A time that the task had already, on the same day, does not block another change of it. */
function skippedTimes(task: Task, before: Task | undefined): EditFlaw[] {
  return (
    [
      ['start', 'startTime'],
      ['end', 'endTime'],
    ] as const
  ).flatMap(([day, field]) => {
    const [date, time] = [task[day], task[field]];
    const isOld = before?.[day] === date && before[field] === time;
    return time === null || isOld || !isSkippedTime(date, time)
      ? []
      : [{ code: 'skipped-time', field, date } as const];
  });
}

function timeFlaws({ start, end, startTime, endTime }: Task): EditFlaw[] {
  if (endTime === null) return [];
  if (startTime === null) return [{ code: 'end-time-without-start', field: 'endTime' }];
  return start === end && endTime <= startTime ? [{ code: 'end-time-before-start', field: 'endTime' }] : [];
}
