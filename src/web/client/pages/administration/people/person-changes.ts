import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeptBecause } from '../../../../../access/data-subject.js';
import { call } from '../../../data/api/call.js';
import type { Person } from '../../../data/county/people.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { readerKeys } from '../../../data/keys/reader-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { contentOf, type PersonValues, patchOf } from './person-form.js';

/** Why an erasure has kept the account, or an export has left it out. */
export interface KeptAccount {
  readonly accountKept: KeptBecause | null;
}

/** Adds a person, or changes the given one based on their version. It may be the reader's own person. */
export function useSavePerson(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ person, values }: { readonly person: Person | null; readonly values: PersonValues }) =>
      person === null
        ? call('POST /api/people', { body: { county, ...contentOf(values) }, language })
        : call('PATCH /api/people/{id}', {
            params: { id: person.id },
            body: patchOf(values, person),
            ifMatch: person.version,
            language,
          }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: countyKeys.people(county) }),
        queries.invalidateQueries({ queryKey: readerKeys.anySession }),
      ]),
  });
}

/** Erases a person, at the version that was shown. */
export function useErasePerson(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Person) =>
      call('DELETE /api/people/{id}', { params: { id }, ifMatch: version, language }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: countyKeys.people(county) }),
        queries.invalidateQueries({ queryKey: countyKeys.accounts(county) }),
        queries.invalidateQueries({ queryKey: readerKeys.anySession }),
      ]),
  });
}

/** Fetches everything stored about a person. */
export function useExportPerson() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: ({ id }: Person) => call('GET /api/people/{id}/export', { params: { id }, language }),
  });
}
