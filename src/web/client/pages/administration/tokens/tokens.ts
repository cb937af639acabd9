import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiToken } from '../../../../../access/tokens/token.js';
import type { TokenScope } from '../../../../../routing/caller.js';
import { fetchJson } from '../../../data/api/problem.js';
import { sent } from '../../../data/api/sent.js';
import { useTexts } from '../../../data/language/use-texts.js';

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly days: number;
}

/** A token that has just been made, with the secret that is shown this once. */
export type MadeToken = ApiToken & { readonly secret: string };

/** One's own tokens, newest first. */
export function useTokens(): UseQueryResult<readonly ApiToken[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['tokens'],
    queryFn: () => fetchJson<readonly ApiToken[]>('/api/tokens', language),
  });
}

/** Makes a token. */
export function useMakeToken() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: NewToken) => fetchJson<MadeToken>('/api/tokens', language, sent('POST', token)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
}

/** Revokes a token for good. */
export function useRevokeToken() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ApiToken) =>
      fetchJson<ApiToken>(`/api/tokens/${encodeURIComponent(id)}`, language, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
}
