import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdjustmentPatch, AdjustmentView } from '../../../../task/adjustment.js';
import type { NewTask, TaskPatch } from '../../../../task/task-edit.js';
import type { TaskView } from '../../../../task/task-view.js';
import { fetchJson } from '../api/problem.js';
import { sent } from '../api/sent.js';
import { useTexts } from '../language/use-texts.js';

/** A change of one task, from the version that the reader has seen. */
export interface TaskChange {
  readonly task: Pick<TaskView, 'id' | 'version'>;
  readonly patch: TaskPatch;
  /** `merge`: applied to a newer version when nobody else has touched the same fields. */
  readonly stale?: 'refuse' | 'merge';
}

const path = (id: string) => `/api/tasks/${encodeURIComponent(id)}`;

/** Asks anew for all that is shown of a cycle and its tasks. */
export async function refreshCycle(queries: QueryClient, cycleId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['cycle', cycleId] }),
    queries.invalidateQueries({
      predicate: ({ queryKey: [kind, id] }) => kind === 'task' && isOf(id, cycleId),
    }),
    queries.invalidateQueries({ queryKey: ['cycles'] }),
  ]);
}

/** The same, for a part of the page that knows its cycle. */
export function useRefreshCycle(cycleId: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => refreshCycle(queries, cycleId);
}

const isOf = (taskId: unknown, cycleId: string) => String(taskId).startsWith(`${cycleId}-`);

/** Asks the service to change a task. */
export function sendTaskChange({ task, patch, stale = 'refuse' }: TaskChange, language: string) {
  return fetchJson<TaskView>(`${path(task.id)}?stale=${stale}`, language, sent('PATCH', patch, task.version));
}

/** Asks the service to change what a unit does differently with a common task, from the version of that (0 for the first). */
export function sendAdjustment(
  taskId: string,
  unit: string,
  patch: AdjustmentPatch,
  version: number,
  language: string,
) {
  const address = `${path(taskId)}/adjustments/${encodeURIComponent(unit)}`;
  return fetchJson<AdjustmentView>(address, language, sent('PATCH', patch, version));
}

/** Asks the service to add a task to a cycle, in the layer that it names or the caller's own. */
export function sendNewTask(cycleId: string, task: NewTask, language: string) {
  const address = `/api/cycles/${encodeURIComponent(cycleId)}/tasks`;
  return fetchJson<TaskView>(address, language, sent('POST', task));
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
