import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { TaskView } from '../../../../../task/task-view.js';
import { fetchJson } from '../../../data/api/problem.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** A task as it is edited right now, for everybody or as one unit sees it: what a change starts from. */
export function useEditedTask(taskId: string, unit: string | null = null): UseQueryResult<TaskView> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['task', taskId, 'edited', unit, language],
    queryFn: () => {
      const query = unit === null ? '' : `?${new URLSearchParams({ unit })}`;
      return fetchJson<TaskView>(`/api/tasks/${encodeURIComponent(taskId)}${query}`, language);
    },
    // A change begins from what is there, never from what was there when the form was last open.
    gcTime: 0,
    staleTime: 0,
  });
}
