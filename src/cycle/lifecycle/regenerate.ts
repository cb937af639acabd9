import { sameJson } from '../../task/same-json.js';
import type { Task } from '../../task/task.js';
import type { GeneratedCycle } from '../generated-cycle.js';
import { changedFields } from '../history.js';
import type { StoredTask } from '../stored-entry.js';
import { type Decision, type MergeConflict, type MergeField, merge } from './merge.js';

/** A person's decision on one conflict. */
export interface DecidedConflict {
  readonly taskId: string;
  readonly field: MergeField | 'deleted';
  readonly take: Decision;
}

export interface PlannedTask {
  readonly before: Task | null;
  readonly after: Task;
  /** The base of the next regeneration. */
  readonly generated: Task;
  readonly followed: readonly (MergeField | 'deleted')[];
}

/** A task that people have edited and whose template no longer gives one. */
export interface GoneConflict {
  readonly taskId: string;
  readonly field: 'deleted';
  /** The task as edited. */
  readonly task: Task;
}

export interface RegenerationPlan {
  readonly added: readonly PlannedTask[];
  readonly updated: readonly PlannedTask[];
  readonly removed: readonly PlannedTask[];
  /** Tasks beyond the level that stay: people have changed or noted something about them, or have added them. */
  readonly kept: readonly Task[];
  readonly conflicts: readonly (
    | (MergeConflict & { readonly taskId: string; readonly task: Task })
    | GoneConflict
  )[];
}

/**
 * Plans a regeneration of a cycle: a three-way merge of each task as last generated, as edited, and as newly generated.
 * A task beyond the level of the generation goes when people have left it alone, and stays otherwise; `noted` has the ids
 * of those that people have said something about without changing them. Tasks that people made are left alone. Pure: the
 * same input gives the same plan.
 */
export function planRegeneration(
  stored: readonly StoredTask[],
  { tasks, leftOut }: Pick<GeneratedCycle, 'tasks' | 'leftOut'>,
  decisions: readonly DecidedConflict[],
  noted: ReadonlySet<string>,
): RegenerationPlan {
  const decide = (taskId: string, field: MergeField | 'deleted') =>
    decisions.find((decision) => decision.taskId === taskId && decision.field === field)?.take;
  const byId = new Map(stored.map((task) => [task.edited.id, task]));
  const beyond = new Set(leftOut.map(({ id }) => id));
  const newIds = new Set([...tasks.map(({ id }) => id), ...beyond]);
  const plan = {
    added: [] as PlannedTask[],
    updated: [] as PlannedTask[],
    removed: [] as PlannedTask[],
    kept: [] as Task[],
    conflicts: [] as RegenerationPlan['conflicts'][number][],
  };
  for (const regenerated of [...tasks, ...leftOut]) {
    const known = byId.get(regenerated.id);
    const isBeyond = beyond.has(regenerated.id);
    if (!known) {
      if (!isBeyond)
        plan.added.push({ before: null, after: regenerated, generated: regenerated, followed: [] });
      continue;
    }
    const { edited, generated } = known;
    if (!generated || (isBeyond && edited.deleted)) continue;
    if (isBeyond && isUntouched(edited, generated) && !noted.has(edited.id)) {
      plan.removed.push(gone(edited, generated));
      continue;
    }
    if (isBeyond) plan.kept.push(edited);
    const merged = merge(generated, edited, regenerated, (field) => decide(regenerated.id, field));
    plan.conflicts.push(
      ...merged.conflicts.map((conflict) => ({ ...conflict, taskId: regenerated.id, task: edited })),
    );
    // A task that an earlier regeneration removed comes back when its template gives it again.
    const isBack = edited.deleted && generated.deleted;
    const after = isBack ? { ...merged.task, deleted: false } : merged.task;
    const followed = isBack ? [...merged.followed, 'deleted' as const] : merged.followed;
    // As for `leftIn`; what people have wanted once, later regenerations leave in.
    const base = { ...merged.base, deleted: isBeyond || (generated.deleted && !edited.deleted) };
    if (followed.length > 0 || !sameJson(base, generated)) {
      plan.updated.push({ before: edited, after, generated: base, followed });
    }
  }
  for (const { edited, generated } of stored) {
    if (!generated || generated.deleted || edited.origin !== 'template' || newIds.has(edited.id)) continue;
    const decision = isUntouched(edited, generated) ? 'regenerated' : decide(edited.id, 'deleted');
    if (decision === undefined) plan.conflicts.push({ taskId: edited.id, field: 'deleted', task: edited });
    else plan.removed.push(decision === 'regenerated' ? gone(edited, generated) : leftIn(edited, generated));
  }
  return plan;
}

/** A task that the generation no longer gives, removed. */
function gone(edited: Task, generated: Task): PlannedTask {
  return { ...leftIn(edited, generated), after: { ...edited, deleted: true }, followed: ['deleted'] };
}

/** A task that the generation no longer gives, and that people want all the same: its base says so. */
function leftIn(edited: Task, generated: Task): PlannedTask {
  return { before: edited, after: edited, generated: { ...generated, deleted: true }, followed: [] };
}

/** Whether people have left a task as it was generated, or have deleted it themselves. */
export function isUntouched(edited: Task, generated: Task): boolean {
  return edited.deleted || changedFields(generated, edited).length === 0;
}
