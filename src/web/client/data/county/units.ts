import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { inLanguage } from '../../../../language/text.js';
import type { Unit } from '../../../../units/unit.js';
import { call } from '../api/call.js';
import { countyKeys } from '../keys/county-keys.js';
import { serviceKeys } from '../keys/service-keys.js';
import { useTexts } from '../language/use-texts.js';

export interface Partner {
  readonly id: string;
  readonly name: string;
}

/** The units of a county, its own first. */
export function useUnits(county: string): UseQueryResult<readonly Unit[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.units(county),
    queryFn: () => call('GET /api/units', { query: { county }, language }),
  });
}

/** The partners of the framework, by name. */
export function usePartners(): UseQueryResult<readonly Partner[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: serviceKeys.partners(language),
    queryFn: async () => {
      const { partners } = await call('GET /api/framework', { language });
      return partners.map(({ id, name }) => ({ id, name: inLanguage(name, language) }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
