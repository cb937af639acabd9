import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionEntry } from '../../../../../access/sign-in/session.js';
import { call } from '../../../data/api/call.js';
import { readerKeys } from '../../../data/keys/reader-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** The reader's sessions, the current one first. */
export function useSessions(): UseQueryResult<readonly SessionEntry[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: readerKeys.sessions,
    queryFn: () => call('GET /api/sessions', { language }),
  });
}

/** Ends a session. */
export function useEndSession() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: SessionEntry) => call('DELETE /api/sessions/{id}', { params: { id }, language }),
    onSettled: () => queries.invalidateQueries({ queryKey: readerKeys.sessions }),
  });
}

/** Ends all sessions but the current one. */
export function useEndOtherSessions() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('DELETE /api/sessions', { language }),
    onSettled: () => queries.invalidateQueries({ queryKey: readerKeys.sessions }),
  });
}
