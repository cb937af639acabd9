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
  readonly conflicts: readonly (
    | (MergeConflict & { readonly taskId: string; readonly task: Task })
    | GoneConflict
  )[];
}

/**
 * Plans a regeneration of a cycle: a three-way merge of each task as last generated, as edited, and as newly generated.
 * Tasks that people made are left alone. Pure: the same input gives the same plan.
 */
export function planRegeneration(
  stored: readonly StoredTask[],
  { tasks }: Pick<GeneratedCycle, 'tasks'>,
  decisions: readonly DecidedConflict[],
): RegenerationPlan {
  const decide = (taskId: string, field: MergeField | 'deleted') =>
    decisions.find((decision) => decision.taskId === taskId && decision.field === field)?.take;
  const byId = new Map(stored.map((task) => [task.edited.id, task]));
  const newIds = new Set(tasks.map(({ id }) => id));
  const plan = {
    added: [] as PlannedTask[],
    updated: [] as PlannedTask[],
    removed: [] as PlannedTask[],
    conflicts: [] as RegenerationPlan['conflicts'][number][],
  };
  for (const regenerated of tasks) {
    const known = byId.get(regenerated.id);
    if (!known) {
      plan.added.push({ before: null, after: regenerated, generated: regenerated, followed: [] });
      continue;
    }
    const { edited, generated } = known;
    if (!generated) continue;
    const merged = merge(generated, edited, regenerated, (field) => decide(regenerated.id, field));
    plan.conflicts.push(
      ...merged.conflicts.map((conflict) => ({ ...conflict, taskId: regenerated.id, task: edited })),
    );
    // A task that an earlier regeneration removed comes back when its template gives it again.
    const isBack = edited.deleted && generated.deleted;
    const after = isBack ? { ...merged.task, deleted: false } : merged.task;
    const followed = isBack ? [...merged.followed, 'deleted' as const] : merged.followed;
    if (followed.length > 0 || !sameJson(merged.base, generated)) {
      plan.updated.push({ before: edited, after, generated: merged.base, followed });
    }
  }
  for (const { edited, generated } of stored) {
    if (!generated || generated.deleted || edited.origin !== 'template' || newIds.has(edited.id)) continue;
    const decision = isUntouched(edited, generated) ? 'regenerated' : decide(edited.id, 'deleted');
    if (decision === undefined) plan.conflicts.push({ taskId: edited.id, field: 'deleted', task: edited });
    else {
      const after = decision === 'regenerated' ? { ...edited, deleted: true } : edited;
      const followed = decision === 'regenerated' ? (['deleted'] as const) : [];
      plan.removed.push({ before: edited, after, generated: { ...generated, deleted: true }, followed });
    }
  }
  return plan;
}

/** Whether people have left a task as it was generated, or have deleted it themselves. */
export function isUntouched(edited: Task, generated: Task): boolean {
  return edited.deleted || changedFields(generated, edited).length === 0;
}
