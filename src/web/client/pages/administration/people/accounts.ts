import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, call } from '../../../data/api/call.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { readerKeys } from '../../../data/keys/reader-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** Somebody who is known by the claims of a provider alone. */
export type Account = Answer<'GET /api/accounts'>[number];

/** Those who have signed in to the county and stand in no unit as a person. */
export function useAccounts(county: string): UseQueryResult<readonly Account[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.accounts(county),
    queryFn: () => call('GET /api/accounts', { query: { county }, language }),
  });
}

/** Fetches all that is stored about one of them. */
export function useExportAccount() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: ({ id }: Account) => call('GET /api/accounts/{id}/export', { params: { id }, language }),
  });
}

/** Erases one of them. */
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
