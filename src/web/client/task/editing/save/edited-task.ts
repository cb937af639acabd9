import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { TaskView } from '../../../../../task/task-view.js';
import { call } from '../../../data/api/call.js';
import { taskKeys } from '../../../data/keys/task-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** A task as it is edited right now, for everybody or as one unit sees it: what a change starts from. */
export function useEditedTask(taskId: string, unit: string | null = null): UseQueryResult<TaskView> {
  const { language } = useTexts();
  return useQuery({
    queryKey: taskKeys.edited(taskId, unit, language),
    queryFn: () =>
      call('GET /api/tasks/{id}', { params: { id: taskId }, query: { unit: unit ?? undefined }, language }),
    // A change begins from what is there, never from what was there when the form was last open.
    gcTime: 0,
    staleTime: 0,
  });
}
