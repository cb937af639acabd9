import type { IsoDate } from '../../../../../calendar/iso-date.js';
import type { FactValues } from '../../../../../task/fields.js';
import type { TaskPatch } from '../../../../../task/task-edit.js';
import type { ChecklistItem, TaskLink } from '../../../../../task/task-parts.js';
import type { TaskView } from '../../../../../task/task-view.js';
import { whenOf } from '../../../../../task/wording.js';
import { type Content, differing, type EditedFields, sentOf } from './edited-fields.js';
import { type FormNames, type Named, nameIn, templateTitles, unitOptions } from './form-names.js';
import { draftOf, newRule, type RuleDraft, ruleOf, ruleWords } from './rule-draft.js';

/** The draft of a task's date: days or a rule; the values of the other are kept. */
export interface WhenDraft {
  readonly by: 'days' | 'rule';
  readonly start: string;
  /** Empty for a task of one day. */
  readonly end: string;
  readonly rule: RuleDraft;
}

/** Lead times in days that a new task begins with, by its kind; as the service gives them. */
export const REMINDERS: Readonly<Record<TaskView['kind'], string>> = {
  deadline: '14, 3, 0',
  cooperation: '21, 7',
  activity: '7',
};

/** A field of the form. */
interface FormField<Value> {
  /** The key of the text that names it. */
  readonly name: string;
  /** In the form of a new task. */
  readonly fresh: Value;
  /** In the form of an existing task. */
  of(task: TaskView): Value;
  /** Its value in the request body. */
  sent(value: Value): object;
  /** Its value in words. */
  words(value: Value, names: FormNames): string;
}

const orNull = (text: string) => (text === '' ? null : text);

const field = <Value>(described: FormField<Value>) => described;

/** An option from a list of names, by its id. */
const chosen = <Id extends string>(
  name: string,
  fresh: Id,
  of: (task: TaskView) => Id,
  optionsOf: (names: FormNames) => readonly Named[],
) =>
  field<Id>({
    name: `work.editing.field.${name}`,
    fresh,
    of,
    sent: (id) => ({ [name]: id }),
    words: (id, names) => nameIn(optionsOf(names), id),
  });

const days = (text: string) => (text.trim() === '' ? 0 : Number(text));

/** The fields of the form, in their order. */
const FORM = {
  title: field({
    name: 'work.editing.field.title',
    fresh: '',
    of: ({ title }) => title,
    sent: (title) => ({ title: title.trim() }),
    words: (title) => title,
  }),
  description: field({
    name: 'work.editing.field.description',
    fresh: '',
    of: ({ description }) => description,
    sent: (description) => ({ description: description.trim() }),
    words: (description) => description,
  }),
  kind: field<TaskView['kind']>({
    name: 'work.editing.field.kind',
    fresh: 'deadline',
    of: ({ kind }) => kind,
    sent: (kind) => ({ kind }),
    words: (kind, { t }) => t(`kind.${kind}`),
  }),
  status: field<TaskView['status']>({
    name: 'work.editing.field.status',
    fresh: 'planned',
    of: ({ status }) => status,
    sent: (status) => ({ status }),
    words: (status, { t }) => t(`status.${status}`),
  }),
  when: field<WhenDraft>({
    name: 'work.editing.field.when',
    fresh: { by: 'days', start: '', end: '', rule: newRule('') },
    of: ({ start, end, rule: kept }) => {
      const rule = kept ? draftOf(kept) : undefined;
      return {
        by: rule ? 'rule' : 'days',
        start,
        end: end === start ? '' : end,
        rule: rule ?? newRule(start),
      };
    },
    sent: dateOf,
    words: (when, { t, cycleView }) => {
      if (when.by === 'days') return daysWords(when, t);
      const titles = templateTitles(cycleView);
      return ruleWords(when.rule, t, (key) => titles.get(key) ?? key);
    },
  }),
  time: field({
    name: 'work.editing.field.time',
    fresh: { start: '', end: '' },
    of: ({ startTime, endTime }) => ({ start: startTime ?? '', end: endTime ?? '' }),
    sent: ({ start, end }) => ({ startTime: orNull(start), endTime: orNull(end) }),
    words: ({ start, end }) => [start, end].filter((time) => time !== '').join('–'),
  }),
  location: field({
    name: 'column.location',
    fresh: '',
    of: ({ location }) => location ?? '',
    sent: (location) => ({ location: orNull(location.trim()) }),
    words: (location) => location,
  }),
  leeway: field({
    name: 'work.editing.field.leeway',
    fresh: { before: '', after: '' },
    of: ({ leeway }) => ({
      before: leeway ? String(leeway.before) : '',
      after: leeway ? String(leeway.after) : '',
    }),
    sent: ({ before, after }) => ({
      leeway: `${before}${after}`.trim() === '' ? null : { before: days(before), after: days(after) },
    }),
    words: (leeway, { t }) =>
      (['before', 'after'] as const)
        .filter((side) => leeway[side] !== '')
        .map((side) => `${t(`work.editing.leeway-${side}`)}: ${leeway[side]}`)
        .join('\n'),
  }),
  actor: chosen<TaskView['actor']>(
    'actor',
    'school',
    ({ actor }) => actor,
    ({ cycleView }) => cycleView.vocabulary.actors,
  ),
  // Empty for all units of the actor.
  unitId: field({
    name: 'work.editing.field.unitId',
    fresh: '',
    of: ({ unitId }) => unitId ?? '',
    sent: (unitId) => ({ unitId: orNull(unitId) }),
    words: (unitId, { t, cycleView }) =>
      unitId === '' ? t('work.editing.every-unit') : nameIn(unitOptions(cycleView), unitId),
  }),
  partners: field<readonly string[]>({
    name: 'work.editing.field.partners',
    fresh: [],
    of: ({ partners }) => partners,
    sent: (partners) => ({ partners }),
    words: (partners, { cycleView }) =>
      partners.map((id) => nameIn(cycleView.vocabulary.partners, id)).join('\n'),
  }),
  level: field<TaskView['level']>({
    name: 'column.level',
    fresh: 'recommended',
    of: ({ level }) => level,
    sent: (level) => ({ level }),
    words: (level, { t }) => t(`level.${level}`),
  }),
  phase: chosen<TaskView['phase']>(
    'phase',
    'pa-tvers-av-faser',
    ({ phase }) => phase,
    ({ cycleView }) => cycleView.vocabulary.phases,
  ),
  category: chosen<TaskView['category']>(
    'category',
    'koordinering',
    ({ category }) => category,
    ({ cycleView }) => cycleView.vocabulary.categories,
  ),
  measures: field<readonly string[]>({
    name: 'work.editing.field.measures',
    fresh: [],
    of: ({ measures }) => measures,
    sent: (measures) => ({ measures }),
    words: (measures, { measureName }) => measures.map(measureName).join('\n'),
  }),
  // Days before, as typed: `14, 3, 0`.
  reminders: field({
    name: 'work.editing.field.reminders',
    fresh: REMINDERS.deadline,
    of: ({ reminders }) => reminders.join(', '),
    sent: (reminders) => ({
      reminders: reminders
        .split(/[,;\s]+/)
        .filter((part) => part !== '')
        .map(Number),
    }),
    words: (reminders) => reminders,
  }),
  checklist: field<readonly ChecklistItem[]>({
    name: 'work.editing.field.checklist',
    fresh: [],
    of: ({ checklist }) => checklist,
    sent: (checklist) => ({ checklist: checklist.filter(({ text }) => text.trim() !== '') }),
    words: (checklist, { t }) =>
      checklist
        .map(({ text, done }) => `${text} (${t(done ? 'ui.task.done' : 'ui.task.not-done')})`)
        .join('\n'),
  }),
  links: field<readonly TaskLink[]>({
    name: 'work.editing.field.links',
    fresh: [],
    of: ({ links }) => links,
    sent: (links) => ({ links: links.filter(({ title, url }) => `${title}${url}`.trim() !== '') }),
    words: (links) => links.map(({ title, url }) => `${title}: ${url}`).join('\n'),
  }),
} satisfies Readonly<Record<FactValues<'edited'>, unknown>>;

export type TaskField = keyof typeof FORM;

/** The content of the form of a task. */
export type TaskForm = {
  readonly [F in TaskField]: (typeof FORM)[F] extends FormField<infer Value> ? Value : never;
};

export const TASK_FIELDS = Object.keys(FORM) as readonly TaskField[];

// A value is given to the field that it came from alone.
const fields: Readonly<Record<TaskField, FormField<unknown>>> = FORM;

const ofEach = <Each>(each: (field: TaskField) => Each) =>
  Object.fromEntries(TASK_FIELDS.map((name) => [name, each(name)]));

/** The form of a new task. */
export const NEW_TASK = ofEach((name) => fields[name].fresh) as TaskForm;

/** The form of an existing task. */
export const formOf = (task: TaskView) => ofEach((name) => fields[name].of(task)) as TaskForm;

/** The values of each field of the form, as sent. */
const contentOf = (form: TaskForm) => ofEach((name) => fields[name].sent(form[name])) as Content<TaskField>;

/** The key of the text that names a field. */
export const fieldName = (name: TaskField) => fields[name].name;

/** The value of a field of a form, in words. */
export const fieldWords = (name: TaskField, form: TaskForm, names: FormNames) =>
  fields[name].words(form[name], names);

/** The date in a form, as sent; empty while it is half typed. */
export function dateOf({ by, start, end, rule }: WhenDraft): Pick<TaskPatch, 'start' | 'end' | 'rule'> {
  if (by === 'rule') {
    const said = ruleOf(rule);
    return said ? { rule: said } : {};
  }
  // The value of a date field is a date or empty.
  return start === '' ? {} : ({ start, end: end === '' ? start : end } as Pick<TaskPatch, 'start' | 'end'>);
}

/** Whether the date is complete, so that it can be previewed or sent. */
export const isWhole = (when: WhenDraft) => Object.keys(dateOf(when)).length > 0;

/** How a task is edited. */
export const TASK: EditedFields<TaskField, TaskForm> = { fields: TASK_FIELDS, contentOf };

/** Whether a different date has been begun but is not complete. */
export function isHalfDated(form: TaskForm, before: TaskForm): boolean {
  return !isWhole(form.when) && differing(TASK, form, before).includes('when');
}

/** The patch of a form: what differs from the task that it started with. */
export function taskPatchOf(form: TaskForm, base: TaskView): TaskPatch {
  return sentOf(TASK, form, formOf(base)) as TaskPatch;
}

/** The body that adds a task from its form. */
export function newTaskOf(form: TaskForm): Record<string, unknown> {
  return Object.assign({}, ...Object.values(contentOf(form))) as Record<string, unknown>;
}

/** Days as shown in a form: the end is empty for one day. */
export function daysWords(
  { start, end }: { readonly start: string; readonly end: string },
  t: FormNames['t'],
): string {
  if (start === '') return '';
  // The value of a date field is a date.
  const days = { start: start as IsoDate, end: (end === '' ? start : end) as IsoDate };
  return whenOf({ ...days, startTime: null, endTime: null }, { t });
}
