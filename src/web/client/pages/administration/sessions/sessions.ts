import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionEntry } from '../../../../../access/sign-in/session.js';
import { fetchJson } from '../../../data/api/problem.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** Where one is signed in, here first. */
export function useSessions(): UseQueryResult<readonly SessionEntry[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['sessions'],
    queryFn: () => fetchJson<readonly SessionEntry[]>('/api/sessions', language),
  });
}

/** Ends one of them. */
export function useEndSession() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: SessionEntry) =>
      fetchJson<SessionEntry>(`/api/sessions/${encodeURIComponent(id)}`, language, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

/** Ends all of them but the one here. */
export function useEndOtherSessions() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => fetchJson<{ readonly ended: number }>('/api/sessions', language, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}
