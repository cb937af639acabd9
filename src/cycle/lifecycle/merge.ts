import { sameJson } from '../../task/same-json.js';
import type { Task } from '../../task/task.js';

/**
 * What a regeneration can change, in groups that only make sense together: a date goes with its rule and reasons.
 * The first field of a group names it.
 */
const GROUPS = [
  ['start', 'end', 'rule', 'why', 'provisional'],
  ['startTime', 'endTime'],
  ['title'],
  ['description'],
  ['kind'],
  ['phase'],
  ['category'],
  ['measures'],
  ['actor'],
  ['unitId'],
  ['partners'],
  ['ruleWhy', 'basis', 'source'],
  ['links'],
  ['reminders'],
] as const satisfies readonly (readonly (keyof Task)[])[];

export type MergeField = (typeof GROUPS)[number][0];

export const MERGE_FIELDS: readonly MergeField[] = GROUPS.map(([name]) => name);

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
  for (const group of GROUPS) {
    const [field] = group;
    const [was, mine, theirs] = [base, edited, regenerated].map((state) => pick(state, group)) as [
      Partial<Task>,
      Partial<Task>,
      Partial<Task>,
    ];
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

function pick(task: Task, group: readonly (keyof Task)[]): Partial<Task> {
  return Object.fromEntries(group.map((field) => [field, task[field]]));
}
