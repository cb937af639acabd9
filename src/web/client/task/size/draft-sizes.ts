import { useQuery } from '@tanstack/react-query';
import { type Answer, call } from '../../data/api/call.js';
import { countyKeys } from '../../data/keys/county-keys.js';
import { useTexts } from '../../data/language/use-texts.js';

export type DraftSizes = Answer<'GET /api/draft-sizes'>;

/** How large the cycle of a county and school year is at each level. */
export function useDraftSizes(county: string, schoolYear: string) {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.draftSizes(county, schoolYear),
    queryFn: () => call('GET /api/draft-sizes', { query: { county, schoolYear }, language }),
  });
}
