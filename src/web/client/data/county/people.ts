import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Person as StoredPerson } from '../../../../people/person.js';
import { fetchJson } from '../api/problem.js';
import { useTexts } from '../language/use-texts.js';

/** A person as the service shows them. */
export interface Person extends StoredPerson {
  readonly subscribed: boolean;
  readonly pausedAt: string | null;
}

/** The people whom the reader may see: the county's, or those of the own unit. */
export function usePeople(county: string): UseQueryResult<readonly Person[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['people', county],
    queryFn: () => fetchJson<readonly Person[]>(`/api/people?county=${encodeURIComponent(county)}`, language),
  });
}
