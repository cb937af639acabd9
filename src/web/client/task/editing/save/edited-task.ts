import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { TaskView } from '../../../../../task/task-view.js';
import { call } from '../../../data/api/call.js';
import { taskKeys } from '../../../data/keys/task-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** A task's current working version, in the common view or a unit's: the base of a change. */
export function useEditedTask(taskId: string, unit: string | null = null): UseQueryResult<TaskView> {
  const { language } = useTexts();
  return useQuery({
    queryKey: taskKeys.edited(taskId, unit, language),
    queryFn: () =>
      call('GET /api/tasks/{id}', { params: { id: taskId }, query: { unit: unit ?? undefined }, language }),
    // A change is based on the current state, never on that of the last time the form was open.
    gcTime: 0,
    staleTime: 0,
  });
}
