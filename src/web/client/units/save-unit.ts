import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Unit } from '../../../units/unit.js';
import { fetchJson } from '../data/api/problem.js';
import { sent } from '../data/api/sent.js';
import { useTexts } from '../data/language/use-texts.js';
import { contentOf, type FormValues, patchOf } from './unit-form.js';

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
