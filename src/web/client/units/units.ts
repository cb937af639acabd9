import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Named } from '../../../framework/framework-schema.js';
import { inLanguage } from '../../../language/text.js';
import type { Unit } from '../../../units/unit.js';
import { fetchJson } from '../api/problem.js';
import { sent } from '../api/sent.js';
import { useTexts } from '../language/use-texts.js';
import { readUnitFile, type UnitFile } from './unit-file.js';
import { contentOf, type FormValues, patchOf } from './unit-form.js';

/** One row of a table of units: what becomes of it. */
export interface UnitRow {
  readonly place: { readonly unit: 'line' | 'row' | 'event'; readonly number: number };
  readonly name: string;
  readonly outcome: 'new' | 'duplicate' | 'unusable';
  readonly problems: readonly { readonly field: string; readonly what: string }[];
  readonly unit: Pick<Unit, 'kind' | 'organisationNumber' | 'municipality' | 'address' | 'partner'> | null;
}

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

/** Reads a file, and tells what would become of its rows; changes nothing. */
export function usePreview(county: string) {
  const { language } = useTexts();
  return useMutation({
    mutationFn: async (chosen: File) => {
      const file = await readUnitFile(chosen);
      const { format, content } = file;
      const rows = await fetchJson<readonly UnitRow[]>(
        '/api/units/import?preview=true',
        language,
        sent('POST', { county, format, content }),
      );
      return { file, rows };
    },
  });
}

/** Adds the new units of a file. */
export function useImport(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ format, content }: UnitFile) =>
      fetchJson<readonly UnitRow[]>('/api/units/import', language, sent('POST', { county, format, content })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['units', county] }),
  });
}
