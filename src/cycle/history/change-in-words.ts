import { z } from 'zod';
import { inLanguage } from '../../language/text.js';
import { type Adjustment, effectOf } from '../../task/adjustment.js';
import { type Entry, isAdjustment } from '../../task/entry.js';
import { type FactValues, FIELD_NAMES } from '../../task/fields.js';
import { sameJson } from '../../task/same-json.js';
import type { Task } from '../../task/task.js';
import type { ChecklistItem } from '../../task/task-parts.js';
import { provisionalOf, sourceOf, type TaskWording, whenOf, whyOf } from '../../task/wording.js';

/** What a change does to an entry. */
export const CHANGE_KINDS = ['added', 'changed', 'removed', 'brought-back'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One field that a change makes different, in the reader's words. */
export const fieldInWordsSchema = z
  .object({
    field: z.string(),
    name: z.string(),
    before: z.string().nullable().meta({ description: 'Null when it was empty before' }),
    after: z.string().nullable().meta({ description: 'Null when it is empty after' }),
  })
  .meta({ id: 'FieldInWords' });

export type FieldInWords = z.infer<typeof fieldInWordsSchema>;

/** The names of what an entry refers to. */
export interface ChangeNames {
  readonly wording: TaskWording;
  readonly unitName: (id: string) => string;
  readonly measureName: (id: string) => string;
}

/** What a change does to an entry, from its state before, null when it did not exist, and after. */
export function changeKindOf(before: Entry | null, after: Entry): ChangeKind {
  if (isAdjustment(after)) return 'changed';
  if (before === null) return 'added';
  if (before.deleted === after.deleted) return 'changed';
  return after.deleted ? 'removed' : 'brought-back';
}

/**
 * The differences that a change makes to an entry, field by field, in words: for a new task its main fields, for lists what
 * was added and removed. What follows from another listed field, such as the reasons for a date, is left out.
 */
export function changeInWords(before: Entry | null, after: Entry, names: ChangeNames): FieldInWords[] {
  if (isAdjustment(after))
    return describeChange(
      { descriptions: ADJUSTMENT_DESCRIPTIONS, called: ADJUSTMENT_NAMES },
      before && isAdjustment(before) ? before : null,
      after,
      names,
    );
  const task = before && !isAdjustment(before) ? before : null;
  const descriptions = task === null ? NEW_TASK_DESCRIPTIONS : TASK_DESCRIPTIONS;
  return describeChange({ descriptions, called: FIELD_NAMES }, task, after, names);
}

/** Describes a field of an entry: its value in words, empty for none. `other` is the state that it is compared with. */
type Description<E> = (entry: E, names: ChangeNames, other: E | null) => string;

/** The described fields of an entry, in order. */
type Descriptions<E> = Readonly<Record<string, Description<E>>>;

/** How the changes of a kind of entry are described. */
interface EntryDescription<E> {
  readonly descriptions: Descriptions<E>;
  /** The keys of the texts that fields are called by; a field of another name is its own key. */
  readonly called: Readonly<Record<string, string>>;
}

function describeChange<E extends Entry>(
  { descriptions, called }: EntryDescription<E>,
  before: E | null,
  after: E,
  names: ChangeNames,
): FieldInWords[] {
  const words = Object.entries(descriptions).flatMap(([field, description]): FieldInWords[] => {
    const was = before === null ? '' : description(before, names, after);
    const is = description(after, names, before);
    if (was === is) return [];
    return [{ field, name: names.wording.t(called[field] ?? field), before: was || null, after: is || null }];
  });
  const isMoved = words.some(({ field }) => field === 'when');
  return isMoved ? words.filter(({ field }) => field !== 'why') : words;
}

const joined = (names: readonly string[]) => names.join(', ');

/** The members of a list that another list lacks. */
const apart = <T>(list: readonly T[], other: readonly T[] | undefined) =>
  list.filter((each) => !other?.some((one) => sameJson(one, each)));

const steps = (items: readonly ChecklistItem[], { wording: { t } }: ChangeNames) =>
  joined(items.map(({ text, done }) => (done ? t('change.ticked', { text }) : text)));

const TASK_DESCRIPTIONS = {
  title: ({ title }, { wording }) => inLanguage(title, wording.language),
  when: (task, { wording }) => whenOf(task, wording),
  location: ({ location }) => location ?? '',
  status: ({ status }, { wording }) => wording.t(`status.${status}`),
  kind: ({ kind }, { wording }) => wording.t(`kind.${kind}`),
  phase: ({ phase }, { wording }) => wording.nameOf(phase),
  category: ({ category }, { wording }) => wording.nameOf(category),
  actor: ({ actor }, { wording }) => wording.nameOf(actor),
  unitId: ({ unitId }, { unitName }) => (unitId === null ? '' : unitName(unitId)),
  partners: ({ partners }, { wording }) => joined(partners.map(wording.nameOf)),
  level: ({ level }, { wording }) => wording.t(`level.${level}`),
  description: ({ description }, { wording }) => inLanguage(description, wording.language),
  measures: ({ measures }, { measureName }, other) =>
    joined(apart(measures, other?.measures).map(measureName)),
  links: ({ links }, _names, other) =>
    joined(apart(links, other?.links).map(({ title, url }) => (title === url ? url : `${title} (${url})`))),
  checklist: ({ checklist }, names, other) => steps(apart(checklist, other?.checklist), names),
  reminders: ({ reminders }, { wording: { t } }) =>
    joined(
      reminders.map((count) => (count === 0 ? t('change.same-day') : t('change.days-before', { count }))),
    ),
  leeway: ({ leeway }, { wording: { t } }) =>
    leeway === null
      ? ''
      : joined([
          t('change.days-earlier', { count: leeway.before }),
          t('change.days-later', { count: leeway.after }),
        ]),
  why: (task, { wording }) => whyOf(task, wording).join(' '),
  source: (task, { wording }) => sourceOf(task, wording),
  provisional: (task, { wording }) => provisionalOf(task, wording),
  byRoute: ({ byRoute }, { wording }) =>
    joined(
      byRoute.map(({ name, start, end }) => {
        const when = whenOf({ start, end, startTime: null, endTime: null }, wording);
        return `${inLanguage(name, wording.language)}: ${when}`;
      }),
    ),
} satisfies Readonly<Record<FactValues<'describedAs'>, Description<Task>>>;

const { when, location, phase, actor, unitId, partners } = TASK_DESCRIPTIONS;

/** The main fields, which describe a new task. */
const NEW_TASK_DESCRIPTIONS = { when, location, phase, actor, unitId, partners };

/** A unit may set its own start or end alone; the other is then the common one. */
function ownDates(adjustment: Adjustment, { wording: { t } }: ChangeNames): string {
  const { start, end } = effectOf(adjustment);
  const times = { startTime: null, endTime: null };
  if (start !== null) return whenOf({ start, end: end ?? start, ...times }, { t });
  return end === null ? '' : t('change.until', { date: whenOf({ start: end, end, ...times }, { t }) });
}

const ADJUSTMENT_NAMES = { ...FIELD_NAMES, when: 'change.own-date', status: 'change.own-status' };

const ADJUSTMENT_DESCRIPTIONS: Descriptions<Adjustment> = {
  hidden: (adjustment) => effectOf(adjustment).hidden ?? '',
  when: ownDates,
  status: (adjustment, { wording: { t } }) => {
    const { status } = effectOf(adjustment);
    return status === null ? '' : t(`status.${status}`);
  },
  ticked: (adjustment, { wording: { t } }) => {
    const { ticked } = effectOf(adjustment);
    return ticked === null ? '' : t('change.steps-ticked', { count: ticked.length });
  },
};
