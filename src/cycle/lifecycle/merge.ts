import { FIELDS } from '../../task/field-table.js';
import { type FactValues, fieldsWith } from '../../task/fields.js';
import { sameJson } from '../../task/same-json.js';
import type { Task } from '../../task/task.js';

/** The first field of a group of fields that belong together, such as a date with its rule and reasons. */
export type MergeField = FactValues<'merged'>;

const MERGED = fieldsWith('merged');

/** The field groups that a regeneration can change, by the first field of each. */
export const MERGE_FIELDS: readonly MergeField[] = [...new Set(MERGED.map((field) => FIELDS[field].merged))];

/** The values of a task in the fields of a group. */
export function groupOf(task: Task, group: MergeField): Partial<Task> {
  const fields = MERGED.filter((field) => FIELDS[field].merged === group);
  return Object.fromEntries(fields.map((field) => [field, task[field]]));
}

/** A field that both people and the regeneration changed, to different values. */
export interface MergeConflict {
  readonly field: MergeField;
  readonly base: Partial<Task>;
  readonly edited: Partial<Task>;
  readonly regenerated: Partial<Task>;
}

/** Which side of a conflict a person chooses. */
export type Decision = 'edited' | 'regenerated';

export interface Merged {
  /** The edited task with the changes of the regeneration; in conflicts the edited value stays until they are decided. */
  readonly task: Task;
  /** The base of the next merge: the regenerated task, with the old base in fields whose conflict is undecided. */
  readonly base: Task;
  readonly followed: readonly MergeField[];
  readonly conflicts: readonly MergeConflict[];
}

/**
 * A three-way merge, field by field: edited fields stay, unedited ones follow the regeneration, and a field that both
 * changed to different values is a conflict, unless it is decided.
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
