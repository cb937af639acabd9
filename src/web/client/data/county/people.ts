import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeptBecause } from '../../../../access/data-subject.js';
import type { Person as StoredPerson } from '../../../../people/person.js';
import { contentOf, type PersonValues, patchOf } from '../../pages/administration/people/person-form.js';
import { fetchJson } from '../api/problem.js';
import { sent } from '../api/sent.js';
import { useTexts } from '../language/use-texts.js';

/** What an erasure has left of the account, and why; an export what it leaves out of it. */
export interface KeptAccount {
  readonly accountKept: KeptBecause | null;
}

/** A person as the service shows them. */
export interface Person extends StoredPerson {
  readonly subscribed: boolean;
  readonly pausedAt: string | null;
}

const pathOf = ({ id }: Pick<Person, 'id'>) => `/api/people/${encodeURIComponent(id)}`;

/** The people whom the reader may see: the county's, or those of the own unit. */
export function usePeople(county: string): UseQueryResult<readonly Person[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['people', county],
    queryFn: () => fetchJson<readonly Person[]>(`/api/people?county=${encodeURIComponent(county)}`, language),
  });
}

/** Adds a person, or changes the one given from the version that they are at. One may have changed oneself. */
export function useSavePerson(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ person, values }: { readonly person: Person | null; readonly values: PersonValues }) =>
      person === null
        ? fetchJson<Person>('/api/people', language, sent('POST', { county, ...contentOf(values) }))
        : fetchJson<Person>(pathOf(person), language, sent('PATCH', patchOf(values, person), person.version)),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['people', county] }),
        queries.invalidateQueries({ queryKey: ['session'] }),
      ]),
  });
}

/** Erases a person at the version that was looked at. */
export function useErasePerson(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (person: Person) =>
      fetchJson<Person & KeptAccount>(pathOf(person), language, {
        method: 'DELETE',
        headers: { 'If-Match': `"${person.version}"` },
      }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['people', county] }),
        queries.invalidateQueries({ queryKey: ['accounts', county] }),
        queries.invalidateQueries({ queryKey: ['session'] }),
      ]),
  });
}

/** Fetches all that is stored about a person. */
export function useExportPerson() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: (person: Person) => fetchJson<KeptAccount>(`${pathOf(person)}/export`, language),
  });
}
