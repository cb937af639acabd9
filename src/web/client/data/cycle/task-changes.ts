import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdjustmentPatch } from '../../../../task/adjustment.js';
import type { NewTask, TaskPatch } from '../../../../task/task-edit.js';
import type { TaskView } from '../../../../task/task-view.js';
import { call } from '../api/call.js';
import { cycleKeys } from '../keys/cycle-keys.js';
import { isOfTaskIn } from '../keys/task-keys.js';
import { useTexts } from '../language/use-texts.js';

/** A change of one task, from the version that the reader has seen. */
export interface TaskChange {
  readonly task: Pick<TaskView, 'id' | 'version'>;
  readonly patch: TaskPatch;
  /** `merge`: applied to a newer version when nobody else has touched the same fields. */
  readonly stale?: 'refuse' | 'merge';
}

/** A change of what a unit does differently with a common task, from the version that the reader has seen. */
export interface AdjustmentChange {
  readonly taskId: string;
  readonly unit: string;
  readonly patch: AdjustmentPatch;
  /** The version of the adjustment; 0 before the first. */
  readonly version: number;
}

/** Refetches everything shown of a cycle and its tasks. */
export async function refreshCycle(queries: QueryClient, cycleId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: cycleKeys.of(cycleId) }),
    queries.invalidateQueries({
      predicate: ({ queryKey }) => isOfTaskIn(queryKey, cycleId),
    }),
    queries.invalidateQueries({ queryKey: cycleKeys.list }),
  ]);
}

/** The same, for a part of the page that knows its cycle. */
export function useRefreshCycle(cycleId: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => refreshCycle(queries, cycleId);
}

/** Asks the service to change a task. */
export function sendTaskChange({ task, patch, stale = 'refuse' }: TaskChange, language: string) {
  return call('PATCH /api/tasks/{id}', {
    params: { id: task.id },
    query: { stale },
    body: patch,
    ifMatch: task.version,
    language,
  });
}

/** Asks the service to change what a unit does differently with a common task. */
export function sendAdjustment({ taskId, unit, patch, version }: AdjustmentChange, language: string) {
  return call('PATCH /api/tasks/{id}/adjustments/{unit}', {
    params: { id: taskId, unit },
    body: patch,
    ifMatch: version,
    language,
  });
}

/** Asks the service to add a task to a cycle, in the layer that it names or the caller's own. */
export function sendNewTask(cycleId: string, task: NewTask, language: string) {
  return call('POST /api/cycles/{id}/tasks', { params: { id: cycleId }, body: task, language });
}

/** Changes a task. Fails with ApiProblem: 412 carries the present task as `current`. */
export function useChangeTask(cycleId: string) {
  const { language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  return useMutation({
    mutationFn: (change: TaskChange) => sendTaskChange(change, language),
    onSettled: refresh,
  });
}
