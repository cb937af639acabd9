import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Answer, call } from '../api/call.js';
import { countyKeys } from '../keys/county-keys.js';
import { useTexts } from '../language/use-texts.js';

/** A person as the service shows them. */
export type Person = Answer<'GET /api/people'>[number];

/** The people whom the reader may see: the county's, or those of the reader's unit. */
export function usePeople(county: string): UseQueryResult<readonly Person[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.people(county),
    queryFn: () => call('GET /api/people', { query: { county }, language }),
  });
}
