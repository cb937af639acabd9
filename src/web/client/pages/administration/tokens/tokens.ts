import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiToken } from '../../../../../access/tokens/token.js';
import { type Answer, call, type SentBody } from '../../../data/api/call.js';
import { readerKeys } from '../../../data/keys/reader-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

export type NewToken = SentBody<'POST /api/tokens'>;

/** A newly created token, with the secret that is shown only once. */
export type MadeToken = Answer<'POST /api/tokens'>;

/** The reader's own tokens, newest first. */
export function useTokens(): UseQueryResult<readonly ApiToken[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: readerKeys.tokens,
    queryFn: () => call('GET /api/tokens', { language }),
  });
}

/** Creates a token. */
export function useMakeToken() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: NewToken) => call('POST /api/tokens', { body: token, language }),
    onSettled: () => queries.invalidateQueries({ queryKey: readerKeys.tokens }),
  });
}

/** Revokes a token permanently. */
export function useRevokeToken() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ApiToken) => call('DELETE /api/tokens/{id}', { params: { id }, language }),
    onSettled: () => queries.invalidateQueries({ queryKey: readerKeys.tokens }),
  });
}
