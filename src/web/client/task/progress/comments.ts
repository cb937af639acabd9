import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, call } from '../../data/api/call.js';
import { taskKeys } from '../../data/keys/task-keys.js';
import { useTexts } from '../../data/language/use-texts.js';

/** A comment on a task. */
export type Comment = Answer<'GET /api/tasks/{id}/comments'>[number];

/** The comments on a task, oldest first. */
export function useComments(taskId: string): UseQueryResult<readonly Comment[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: taskKeys.comments(taskId),
    queryFn: () => call('GET /api/tasks/{id}/comments', { params: { id: taskId }, language }),
  });
}

/** Adds a comment to a task; `onSaid` is called even when the form has been closed meanwhile. */
export function useSay(taskId: string, onSaid: () => void) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      call('POST /api/tasks/{id}/comments', { params: { id: taskId }, body: { text }, language }),
    onSuccess: () => {
      onSaid();
      return queries.invalidateQueries({ queryKey: taskKeys.comments(taskId) });
    },
  });
}
