import type { Adjustment } from './adjustment.js';
import { FIELDS, type FieldFacts } from './field-table.js';
import type { TaskField } from './task.js';

type Facts = typeof FIELDS;

/** The columns that the table has for every field. */
type Fact = Exclude<keyof FieldFacts, 'blank'>;

/** The fields for which a column of the table is not null. */
export type FieldsWith<F extends Fact> = {
  [Field in TaskField]: Facts[Field][F] extends null ? never : Field;
}[TaskField];

/** The values of a column of the table. */
export type FactValues<F extends Fact> = Exclude<Facts[TaskField][F], null>;

const table: Readonly<Record<TaskField, FieldFacts>> = FIELDS;

/** Every field of a task, in the order of the table. */
export const TASK_FIELDS = Object.keys(FIELDS) as readonly TaskField[];

/** The fields for which a column of the table is not null, in the order of the table. */
export function fieldsWith<F extends Fact>(fact: F): readonly FieldsWith<F>[] {
  return TASK_FIELDS.filter((field) => table[field][fact] !== null) as FieldsWith<F>[];
}

/** The blank values of the fields that have one. */
export const BLANK = Object.fromEntries(
  TASK_FIELDS.flatMap((field) => ('blank' in FIELDS[field] ? [[field, FIELDS[field].blank]] : [])),
) as { readonly [F in TaskField as Facts[F] extends { readonly blank: unknown } ? F : never]: Blank<F> };

type Blank<F extends TaskField> = Facts[F] extends { readonly blank: infer B } ? B : never;

/** The text keys that name the fields that only adjustments have. */
const ADJUSTED_NAMES = {
  adjusts: null,
  hidden: 'change.hidden',
  ticked: 'ui.task.checklist',
} as const satisfies Record<Exclude<keyof Adjustment, TaskField>, string | null>;

/**
 * The text keys that name the fields of tasks and adjustments, and the things that the history describes several of them as.
 * Fields that people do not see are left out.
 */
export const FIELD_NAMES: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(ADJUSTED_NAMES).filter(([, name]) => name !== null),
  ...fieldsWith('describedAs').map((field) => [FIELDS[field].describedAs, FIELDS[field].name]),
  ...fieldsWith('name').map((field) => [field, FIELDS[field].name]),
]);
