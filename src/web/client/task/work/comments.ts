import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchJson } from '../../data/api/problem.js';
import { sent } from '../../data/api/sent.js';
import { useTexts } from '../../data/language/use-texts.js';

/** What somebody has said about a task. */
export interface Comment {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly text: string;
}

const path = (taskId: string) => `/api/tasks/${encodeURIComponent(taskId)}/comments`;

/** What has been said about a task, oldest first. */
export function useComments(taskId: string): UseQueryResult<readonly Comment[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['task', taskId, 'comments'],
    queryFn: () => fetchJson<readonly Comment[]>(path(taskId), language),
  });
}

/** Says something about a task; `onSaid` is called even when its form has gone meanwhile. */
export function useSay(taskId: string, onSaid: () => void) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => fetchJson<Comment>(path(taskId), language, sent('POST', { text })),
    onSuccess: () => {
      onSaid();
      return queries.invalidateQueries({ queryKey: ['task', taskId, 'comments'] });
    },
  });
}
