import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Named } from '../../../../framework/framework-schema.js';
import { inLanguage } from '../../../../language/text.js';
import type { Unit } from '../../../../units/unit.js';
import type { TableRow } from '../../ui/table-import/table-import.js';
import { contentOf, type FormValues, patchOf } from '../../units/unit-form.js';
import { fetchJson } from '../api/problem.js';
import { sent } from '../api/sent.js';
import { useTexts } from '../language/use-texts.js';

/** One row of a table of units: what becomes of it. */
export type UnitRow = TableRow & {
  readonly unit: Pick<Unit, 'kind' | 'organisationNumber' | 'municipality' | 'address' | 'partner'> | null;
};

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

/** Adds a unit to a county, or changes the one given from the version that it is at. */
export function useSaveUnit(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ unit, values }: { readonly unit: Unit | null; readonly values: FormValues }) =>
      unit === null
        ? fetchJson<Unit>('/api/units', language, sent('POST', { county, ...contentOf(values) }))
        : fetchJson<Unit>(
            `/api/units/${encodeURIComponent(unit.id)}`,
            language,
            sent('PATCH', patchOf(values, unit), unit.version),
          ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['units', county] }),
  });
}
