import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GivenRole } from '../../../../../people/given-role.js';
import { fetchJson } from '../../../data/api/problem.js';
import { useTexts } from '../../../data/language/use-texts.js';
import type { KeptAccount } from './person-changes.js';

/** Somebody who is known by the claims of a provider alone. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly roles: readonly { readonly unit: string; readonly role: GivenRole }[];
  readonly signedInAt: string;
}

const pathOf = ({ id }: Account) => `/api/accounts/${encodeURIComponent(id)}`;

/** Those who have signed in to the county and stand in no unit as a person. */
export function useAccounts(county: string): UseQueryResult<readonly Account[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['accounts', county],
    queryFn: () =>
      fetchJson<readonly Account[]>(`/api/accounts?county=${encodeURIComponent(county)}`, language),
  });
}

/** Fetches all that is stored about one of them. */
export function useExportAccount() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: (account: Account) => fetchJson<object>(`${pathOf(account)}/export`, language),
  });
}

/** Erases one of them. */
export function useEraseAccount(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (account: Account) =>
      fetchJson<Account & KeptAccount>(pathOf(account), language, { method: 'DELETE' }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['accounts', county] }),
        queries.invalidateQueries({ queryKey: ['session'] }),
      ]),
  });
}
