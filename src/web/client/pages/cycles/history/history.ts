import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { Cycle } from '../../../../../cycle/cycle.js';
import type { HistoryEntry } from '../../../../../cycle/history/history-view.js';
import { fetchJson } from '../../../data/api/problem.js';
import { sent } from '../../../data/api/sent.js';
import { useRefreshCycle } from '../../../data/cycle/task-changes.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** Which part of the history is shown; null for all. */
export interface HistoryFilter {
  readonly who: string | null;
  readonly task: string | null;
  readonly action: string | null;
}

const PAGE = 50;

const path = (cycleId: string) => `/api/cycles/${encodeURIComponent(cycleId)}`;

/** The revisions of a cycle that a filter picks, newest first, a page at a time. */
export function useHistory(cycleId: string, filter: HistoryFilter) {
  const { language } = useTexts();
  return useInfiniteQuery({
    queryKey: ['cycle', cycleId, 'history', filter, language],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ limit: String(PAGE) });
      for (const [name, value] of Object.entries({ ...filter, before: pageParam }))
        if (value !== null) query.set(name, String(value));
      return fetchJson<readonly HistoryEntry[]>(`${path(cycleId)}/history?${query}`, language);
    },
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? null : (last.at(-1)?.revision ?? null)),
  });
}

/** The names of those who have changed a cycle. */
export function useAuthors(cycleId: string) {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['cycle', cycleId, 'authors'],
    queryFn: () => fetchJson<readonly string[]>(`${path(cycleId)}/history/authors`, language),
  });
}

/** Takes back what a revision did. Fails with ApiProblem: 409 tells why in its `refusal`. */
export function useUndoRevision(cycleId: string) {
  const { language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  return useMutation({
    mutationFn: (revision: number) =>
      fetchJson<Cycle>(`${path(cycleId)}/undo`, language, sent('POST', { revision })),
    onSettled: refresh,
  });
}
