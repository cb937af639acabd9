import { z } from 'zod';
import { inLanguage } from '../../language/text.js';
import { type Adjustment, effectOf } from '../../task/adjustment.js';
import { type Entry, isAdjustment } from '../../task/entry.js';
import { FIELD_NAMES } from '../../task/field-names.js';
import { sameJson } from '../../task/same-json.js';
import type { ChecklistItem, Task } from '../../task/task.js';
import { sourceOf, type TaskWording, whenOf, whyOf } from '../../task/wording.js';

/** What becomes of an entry by a change. */
export const CHANGE_KINDS = ['added', 'changed', 'removed', 'brought-back'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing about an entry that a change makes different, in the words of a reader. */
export const fieldInWordsSchema = z
  .object({
    field: z.string(),
    name: z.string(),
    before: z.string().nullable().meta({ description: 'Null when there was nothing' }),
    after: z.string().nullable().meta({ description: 'Null when there is nothing any more' }),
  })
  .meta({ id: 'FieldInWords' });

export type FieldInWords = z.infer<typeof fieldInWordsSchema>;

/** Where the names of what an entry refers to come from. */
export interface ChangeNames {
  readonly wording: TaskWording;
  readonly unitName: (id: string) => string;
  readonly measureName: (id: string) => string;
}

/** What becomes of an entry that is one before and another after; null before it was there. */
export function changeKindOf(before: Entry | null, after: Entry): ChangeKind {
  if (isAdjustment(after)) return 'changed';
  if (before === null) return 'added';
  if (before.deleted === after.deleted) return 'changed';
  return after.deleted ? 'removed' : 'brought-back';
}

/**
 * What a change makes different about an entry, field by field, in words: of a new task what it is at a glance, of lists
 * what has come and gone. What follows from another field, such as the reasons for a date that is itself told, is left out.
 */
export function changeInWords(before: Entry | null, after: Entry, names: ChangeNames): FieldInWords[] {
  if (isAdjustment(after))
    return told(
      ADJUSTMENT_FIELDS,
      ADJUSTMENT_NAMES,
      before && isAdjustment(before) ? before : null,
      after,
      names,
    );
  const task = before && !isAdjustment(before) ? before : null;
  return told(task === null ? NEW_TASK_FIELDS : TASK_FIELDS, FIELD_NAMES, task, after, names);
}

/** How a field is told: its value in words, empty for none. `other` is the state that it is told beside. */
interface Telling<E> {
  readonly field: string;
  readonly value: (entry: E, names: ChangeNames, other: E | null) => string;
}

function told<E extends Entry>(
  fields: readonly Telling<E>[],
  called: Readonly<Record<string, string>>,
  before: E | null,
  after: E,
  names: ChangeNames,
): FieldInWords[] {
  const words = fields.flatMap(({ field, value }): FieldInWords[] => {
    const was = before === null ? '' : value(before, names, after);
    const is = value(after, names, before);
    if (was === is) return [];
    return [{ field, name: names.wording.t(called[field] ?? field), before: was || null, after: is || null }];
  });
  const isMoved = words.some(({ field }) => field === 'when');
  return isMoved ? words.filter(({ field }) => field !== 'why') : words;
}

const joined = (names: readonly string[]) => names.join(', ');

/** The members of a list that another list has not. */
const apart = <T>(list: readonly T[], other: readonly T[] | undefined) =>
  list.filter((each) => !other?.some((one) => sameJson(one, each)));

const steps = (items: readonly ChecklistItem[], { wording: { t } }: ChangeNames) =>
  joined(items.map(({ text, done }) => (done ? t('change.ticked', { text }) : text)));

const WHEN: Telling<Task> = {
  field: 'when',
  value: (task, { wording }) => whenOf(task, wording),
};
const ACTOR: Telling<Task> = {
  field: 'actor',
  value: ({ actor }, { wording }) => wording.nameOf(actor),
};
const UNIT: Telling<Task> = {
  field: 'unitId',
  value: ({ unitId }, { unitName }) => (unitId === null ? '' : unitName(unitId)),
};
const PARTNERS: Telling<Task> = {
  field: 'partners',
  value: ({ partners }, { wording }) => joined(partners.map(wording.nameOf)),
};
const PHASE: Telling<Task> = {
  field: 'phase',
  value: ({ phase }, { wording }) => wording.nameOf(phase),
};

const NEW_TASK_FIELDS: readonly Telling<Task>[] = [WHEN, PHASE, ACTOR, UNIT, PARTNERS];

const TASK_FIELDS: readonly Telling<Task>[] = [
  {
    field: 'title',
    value: ({ title }, { wording }) => inLanguage(title, wording.language),
  },
  WHEN,
  {
    field: 'status',
    value: ({ status }, { wording }) => wording.t(`status.${status}`),
  },
  { field: 'kind', value: ({ kind }, { wording }) => wording.t(`kind.${kind}`) },
  PHASE,
  {
    field: 'category',
    value: ({ category }, { wording }) => wording.nameOf(category),
  },
  ACTOR,
  UNIT,
  PARTNERS,
  {
    field: 'description',
    value: ({ description }, { wording }) => inLanguage(description, wording.language),
  },
  {
    field: 'measures',
    value: ({ measures }, { measureName }, other) =>
      joined(apart(measures, other?.measures).map(measureName)),
  },
  {
    field: 'links',
    value: ({ links }, _names, other) =>
      joined(apart(links, other?.links).map(({ title, url }) => (title === url ? url : `${title} (${url})`))),
  },
  {
    field: 'checklist',
    value: ({ checklist }, names, other) => steps(apart(checklist, other?.checklist), names),
  },
  {
    field: 'reminders',
    value: ({ reminders }, { wording: { t } }) =>
      joined(
        reminders.map((count) => (count === 0 ? t('change.same-day') : t('change.days-before', { count }))),
      ),
  },
  {
    field: 'leeway',
    value: ({ leeway }, { wording: { t } }) =>
      leeway === null
        ? ''
        : joined([
            t('change.days-earlier', { count: leeway.before }),
            t('change.days-later', { count: leeway.after }),
          ]),
  },
  { field: 'why', value: (task, { wording }) => whyOf(task, wording).join(' ') },
  { field: 'source', value: (task, { wording }) => sourceOf(task, wording) },
  {
    field: 'provisional',
    value: ({ provisional }, { wording: { t } }) => (provisional ? t('task.provisional') : ''),
  },
];

/** A unit's own start and end are given one by one; a missing one is the common one. */
function ownDates(adjustment: Adjustment, { wording: { t } }: ChangeNames): string {
  const { start, end } = effectOf(adjustment);
  const times = { startTime: null, endTime: null };
  if (start !== null) return whenOf({ start, end: end ?? start, ...times }, { t });
  return end === null ? '' : t('change.until', { date: whenOf({ start: end, end, ...times }, { t }) });
}

const ADJUSTMENT_NAMES = { ...FIELD_NAMES, when: 'change.own-date', status: 'change.own-status' };

const ADJUSTMENT_FIELDS: readonly Telling<Adjustment>[] = [
  { field: 'hidden', value: (adjustment) => effectOf(adjustment).hidden ?? '' },
  { field: 'when', value: ownDates },
  {
    field: 'status',
    value: (adjustment, { wording: { t } }) => {
      const { status } = effectOf(adjustment);
      return status === null ? '' : t(`status.${status}`);
    },
  },
  {
    field: 'ticked',
    value: (adjustment, { wording: { t } }) => {
      const { ticked } = effectOf(adjustment);
      return ticked === null ? '' : t('change.steps-ticked', { count: ticked.length });
    },
  },
];
