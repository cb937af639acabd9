import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeptBecause } from '../../../../../access/data-subject.js';
import { fetchJson } from '../../../data/api/problem.js';
import { removed, sent } from '../../../data/api/sent.js';
import type { Person } from '../../../data/county/people.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { contentOf, type PersonValues, patchOf } from './person-form.js';

/** What an erasure has left of the account, and why; an export what it leaves out of it. */
export interface KeptAccount {
  readonly accountKept: KeptBecause | null;
}

const pathOf = ({ id }: Pick<Person, 'id'>) => `/api/people/${encodeURIComponent(id)}`;

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
      fetchJson<Person & KeptAccount>(pathOf(person), language, removed(person.version)),
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
