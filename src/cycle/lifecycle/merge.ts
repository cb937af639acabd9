import { FIELDS } from '../../task/field-table.js';
import { fieldsWith, type SaidOf } from '../../task/fields.js';
import { sameJson } from '../../task/same-json.js';
import type { Task } from '../../task/task.js';

/** The first field of a group that only makes sense together, such as a date with its rule and reasons. */
export type MergeField = SaidOf<'merged'>;

const MERGED = fieldsWith('merged');

/** What a regeneration can change, by the first field of each group. */
export const MERGE_FIELDS: readonly MergeField[] = [...new Set(MERGED.map((field) => FIELDS[field].merged))];

/** What a task has in the fields of a group. */
export function groupOf(task: Task, group: MergeField): Partial<Task> {
  const fields = MERGED.filter((field) => FIELDS[field].merged === group);
  return Object.fromEntries(fields.map((field) => [field, task[field]]));
}

/** Both people and the regeneration changed a field, and not to the same. */
export interface MergeConflict {
  readonly field: MergeField;
  readonly base: Partial<Task>;
  readonly edited: Partial<Task>;
  readonly regenerated: Partial<Task>;
}

/** Which side a person takes in a conflict. */
export type Decision = 'edited' | 'regenerated';

export interface Merged {
  /** The edited task with what follows from the regeneration; conflicts keep what people wrote until they are decided. */
  readonly task: Task;
  /** What the next merge starts from: the regenerated task, but still the old base where a conflict waits. */
  readonly base: Task;
  readonly followed: readonly MergeField[];
  readonly conflicts: readonly MergeConflict[];
}

/**
 * A three-way merge, field by field: what people changed stays, what they left alone follows the regeneration, and
 * what both changed differently is a conflict, unless it is decided.
 */
export function merge(
  base: Task,
  edited: Task,
  regenerated: Task,
  decide: (field: MergeField) => Decision | undefined,
): Merged {
  let task = edited;
  let nextBase = {
    ...regenerated,
    version: base.version,
    createdAt: base.createdAt,
    updatedAt: base.updatedAt,
  };
  const followed: MergeField[] = [];
  const conflicts: MergeConflict[] = [];
  for (const field of MERGE_FIELDS) {
    const was = groupOf(base, field);
    const mine = groupOf(edited, field);
    const theirs = groupOf(regenerated, field);
    if (sameJson(mine, theirs) || sameJson(was, theirs)) continue;
    const decision = sameJson(was, mine) ? 'regenerated' : decide(field);
    if (decision === 'regenerated') {
      task = { ...task, ...theirs };
      followed.push(field);
    } else if (decision === undefined) {
      conflicts.push({ field, base: was, edited: mine, regenerated: theirs });
      nextBase = { ...nextBase, ...was };
    }
  }
  return { task, base: nextBase, followed, conflicts };
}
