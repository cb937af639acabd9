import type { Adjustment } from './adjustment.js';
import { FIELDS, type FieldFacts } from './field-table.js';
import type { TaskField } from './task.js';

type Facts = typeof FIELDS;

/** What the table says of every field. */
type Fact = Exclude<keyof FieldFacts, 'blank'>;

/** The fields of which the table says something of a sort. */
export type FieldsWith<F extends Fact> = {
  [Field in TaskField]: Facts[Field][F] extends null ? never : Field;
}[TaskField];

/** What the table says of a sort, of one field or another. */
export type SaidOf<F extends Fact> = Exclude<Facts[TaskField][F], null>;

const table: Readonly<Record<TaskField, FieldFacts>> = FIELDS;

/** Every field of a task, in the order of the table. */
export const TASK_FIELDS = Object.keys(FIELDS) as readonly TaskField[];

/** The fields of which the table says something of a sort, in its order. */
export function fieldsWith<F extends Fact>(fact: F): readonly FieldsWith<F>[] {
  return TASK_FIELDS.filter((field) => table[field][fact] !== null) as FieldsWith<F>[];
}

/** What stands in the fields of which nothing is said. */
export const BLANK = Object.fromEntries(
  TASK_FIELDS.flatMap((field) => ('blank' in FIELDS[field] ? [[field, FIELDS[field].blank]] : [])),
) as { readonly [F in TaskField as Facts[F] extends { readonly blank: unknown } ? F : never]: Blank<F> };

type Blank<F extends TaskField> = Facts[F] extends { readonly blank: infer B } ? B : never;

/** How people call what only adjustments have. */
const ADJUSTED_NAMES = {
  adjusts: null,
  hidden: 'change.hidden',
  ticked: 'ui.task.checklist',
} as const satisfies Record<Exclude<keyof Adjustment, TaskField>, string | null>;

/**
 * How the fields of tasks and of units' adjustments are called, by the keys of the texts, and what the history tells
 * several of them as. Without what nobody is told of.
 */
export const FIELD_NAMES: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(ADJUSTED_NAMES).filter(([, name]) => name !== null),
  ...fieldsWith('describedAs').map((field) => [FIELDS[field].describedAs, FIELDS[field].name]),
  ...fieldsWith('name').map((field) => [field, FIELDS[field].name]),
]);
