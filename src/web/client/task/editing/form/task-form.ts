import type { TaskPatch } from '../../../../../task/task-edit.js';
import type { ChecklistItem, TaskLink } from '../../../../../task/task-parts.js';
import type { TaskView } from '../../../../../task/task-view.js';
import { type Content, differing, type EditedFields, sentOf } from './edited-fields.js';
import { draftOf, newRule, type RuleDraft, ruleOf } from './rule-draft.js';

/** When a task is, as it is being written: days or a rule; what belongs to the other is kept. */
export interface WhenDraft {
  readonly by: 'days' | 'rule';
  readonly start: string;
  /** Empty for a task of one day. */
  readonly end: string;
  readonly rule: RuleDraft;
}

/** What stands in the form of a task. */
export interface TaskForm {
  readonly title: string;
  readonly description: string;
  readonly kind: TaskView['kind'];
  readonly status: TaskView['status'];
  readonly when: WhenDraft;
  readonly time: { readonly start: string; readonly end: string };
  readonly leeway: { readonly before: string; readonly after: string };
  readonly actor: TaskView['actor'];
  /** Empty when it is every unit of the actor. */
  readonly unitId: string;
  readonly partners: readonly string[];
  readonly phase: TaskView['phase'];
  readonly category: TaskView['category'];
  readonly measures: readonly string[];
  /** Days before, as they are written: `14, 3, 0`. */
  readonly reminders: string;
  readonly checklist: readonly ChecklistItem[];
  readonly links: readonly TaskLink[];
}

export type TaskField = keyof TaskForm;

/** The fields of the form, in their order. */
export const TASK_FIELDS = [
  'title',
  'description',
  'kind',
  'status',
  'when',
  'time',
  'leeway',
  'actor',
  'unitId',
  'partners',
  'phase',
  'category',
  'measures',
  'reminders',
  'checklist',
  'links',
] as const satisfies readonly TaskField[];

/** Lead times in days that a new task begins with, by its kind; as the service gives them. */
export const REMINDERS: Readonly<Record<TaskView['kind'], string>> = {
  deadline: '14, 3, 0',
  cooperation: '21, 7',
  activity: '7',
};

/** The form of a task that is not there yet. */
export const NEW_TASK: TaskForm = {
  title: '',
  description: '',
  kind: 'deadline',
  status: 'planned',
  when: { by: 'days', start: '', end: '', rule: newRule('') },
  time: { start: '', end: '' },
  leeway: { before: '', after: '' },
  actor: 'school',
  unitId: '',
  partners: [],
  phase: 'pa-tvers-av-faser',
  category: 'koordinering',
  measures: [],
  reminders: REMINDERS.deadline,
  checklist: [],
  links: [],
};

/** The form of a task as it is. */
export function formOf(task: TaskView): TaskForm {
  const { title, description, kind, status, actor, partners, phase, category, measures } = task;
  const rule = task.rule ? draftOf(task.rule) : undefined;
  return {
    title,
    description,
    kind,
    status,
    when: {
      by: rule ? 'rule' : 'days',
      start: task.start,
      end: task.end === task.start ? '' : task.end,
      rule: rule ?? newRule(task.start),
    },
    time: { start: task.startTime ?? '', end: task.endTime ?? '' },
    leeway: {
      before: task.leeway ? String(task.leeway.before) : '',
      after: task.leeway ? String(task.leeway.after) : '',
    },
    actor,
    unitId: task.unitId ?? '',
    partners,
    phase,
    category,
    measures,
    reminders: task.reminders.join(', '),
    checklist: task.checklist,
    links: task.links,
  };
}

const orNull = (text: string) => (text === '' ? null : text);

/** What each field of the form says, as it is sent. */
function contentOf(form: TaskForm): Content<TaskField> {
  const { kind, status, actor, phase, category, measures, partners, time, leeway } = form;
  const days = (text: string) => (text.trim() === '' ? 0 : Number(text));
  return {
    title: { title: form.title.trim() },
    description: { description: form.description.trim() },
    kind: { kind },
    status: { status },
    when: dateOf(form.when),
    time: { startTime: orNull(time.start), endTime: orNull(time.end) },
    leeway: {
      leeway:
        `${leeway.before}${leeway.after}`.trim() === ''
          ? null
          : { before: days(leeway.before), after: days(leeway.after) },
    },
    actor: { actor },
    unitId: { unitId: orNull(form.unitId) },
    partners: { partners },
    phase: { phase },
    category: { category },
    measures: { measures },
    reminders: {
      reminders: form.reminders
        .split(/[,;\s]+/)
        .filter((part) => part !== '')
        .map(Number),
    },
    checklist: { checklist: form.checklist.filter(({ text }) => text.trim() !== '') },
    links: { links: form.links.filter(({ title, url }) => `${title}${url}`.trim() !== '') },
  };
}

/** The date that a form asks for, as it is sent; empty while it is half written. */
export function dateOf({ by, start, end, rule }: WhenDraft): Pick<TaskPatch, 'start' | 'end' | 'rule'> {
  if (by === 'rule') {
    const said = ruleOf(rule);
    return said ? { rule: said } : {};
  }
  // What a date field gives is a date or empty.
  return start === '' ? {} : ({ start, end: end === '' ? start : end } as Pick<TaskPatch, 'start' | 'end'>);
}

/** Whether the date is whole, so that it can be asked for or sent. */
export const isWhole = (when: WhenDraft) => Object.keys(dateOf(when)).length > 0;

/** How a task is edited. */
export const TASK: EditedFields<TaskField, TaskForm> = { fields: TASK_FIELDS, contentOf };

/** Whether another date has been begun that is not whole yet. */
export function isHalfDated(form: TaskForm, before: TaskForm): boolean {
  return !isWhole(form.when) && differing(TASK, form, before).includes('when');
}

/** What of a form differs from the task that it began with. */
export function taskPatchOf(form: TaskForm, base: TaskView): TaskPatch {
  return sentOf(TASK, form, formOf(base)) as TaskPatch;
}

/** A form as a new task is sent. */
export function newTaskOf(form: TaskForm): Record<string, unknown> {
  return Object.assign({}, ...Object.values(contentOf(form))) as Record<string, unknown>;
}
