import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../../data/api/call.js';
import { useRefreshCycle } from '../../../data/cycle/task-changes.js';
import { cycleKeys } from '../../../data/keys/cycle-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** The filter of the history; null for all. */
export interface HistoryFilter {
  readonly who: string | null;
  readonly task: string | null;
  readonly action: string | null;
}

const PAGE = 50;

/** The revisions of a cycle that match a filter, newest first, page by page. */
export function useHistory(cycleId: string, filter: HistoryFilter) {
  const { language } = useTexts();
  return useInfiniteQuery({
    queryKey: cycleKeys.history(cycleId, filter, language),
    queryFn: ({ pageParam }) =>
      call('GET /api/cycles/{id}/history', {
        params: { id: cycleId },
        query: {
          limit: PAGE,
          who: filter.who ?? undefined,
          task: filter.task ?? undefined,
          action: filter.action ?? undefined,
          before: pageParam ?? undefined,
        },
        language,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? null : (last.at(-1)?.revision ?? null)),
  });
}

/** The names of those who have changed a cycle. */
export function useAuthors(cycleId: string) {
  const { language } = useTexts();
  return useQuery({
    queryKey: cycleKeys.authors(cycleId),
    queryFn: () => call('GET /api/cycles/{id}/history/authors', { params: { id: cycleId }, language }),
  });
}

/** Undoes a revision. Fails with ApiProblem: 409 gives the reason in its `refusal`. */
export function useUndoRevision(cycleId: string) {
  const { language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  return useMutation({
    mutationFn: (revision: number) =>
      call('POST /api/cycles/{id}/undo', { params: { id: cycleId }, body: { revision }, language }),
    onSettled: refresh,
  });
}
