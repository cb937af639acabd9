import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, call } from '../../../data/api/call.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { readerKeys } from '../../../data/keys/reader-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** An account known only by the provider's claims. */
export type Account = Answer<'GET /api/accounts'>[number];

/** The county's accounts that belong to no person. */
export function useAccounts(county: string): UseQueryResult<readonly Account[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.accounts(county),
    queryFn: () => call('GET /api/accounts', { query: { county }, language }),
  });
}

/** Fetches everything stored about an account. */
export function useExportAccount() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: ({ id }: Account) => call('GET /api/accounts/{id}/export', { params: { id }, language }),
  });
}

/** Erases an account. */
export function useEraseAccount(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Account) => call('DELETE /api/accounts/{id}', { params: { id }, language }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: countyKeys.accounts(county) }),
        queries.invalidateQueries({ queryKey: readerKeys.anySession }),
      ]),
  });
}
