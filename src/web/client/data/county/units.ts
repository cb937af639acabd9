import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Named } from '../../../../framework/framework-schema.js';
import { inLanguage } from '../../../../language/text.js';
import type { Unit } from '../../../../units/unit.js';
import { fetchJson } from '../api/problem.js';
import { useTexts } from '../language/use-texts.js';

export interface Partner {
  readonly id: string;
  readonly name: string;
}

/** The units of a county, its own first. */
export function useUnits(county: string): UseQueryResult<readonly Unit[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['units', county],
    queryFn: () => fetchJson<readonly Unit[]>(`/api/units?county=${encodeURIComponent(county)}`, language),
  });
}

/** The partners of the framework, by name. */
export function usePartners(): UseQueryResult<readonly Partner[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['partners', language],
    queryFn: async () => {
      const { partners } = await fetchJson<{ readonly partners: readonly Named[] }>(
        '/api/framework',
        language,
      );
      return partners.map(({ id, name }) => ({ id, name: inLanguage(name, language) }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
