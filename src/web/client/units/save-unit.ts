import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Unit } from '../../../units/unit.js';
import { call } from '../data/api/call.js';
import { countyKeys } from '../data/keys/county-keys.js';
import { useTexts } from '../data/language/use-texts.js';
import { type ChosenKind, contentOf, type FormValues, patchOf } from './unit-form.js';

/** Adds a unit to a county, or changes the one given from the version that it is at. */
export function useSaveUnit(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ unit, values }: { readonly unit: Unit | null; readonly values: FormValues }) =>
      unit === null
        ? // The form of a new unit does not offer the kind that it cannot be given.
          call('POST /api/units', {
            body: { county, ...contentOf(values), kind: values.kind as ChosenKind },
            language,
          })
        : call('PATCH /api/units/{id}', {
            params: { id: unit.id },
            body: patchOf(values, unit),
            ifMatch: unit.version,
            language,
          }),
    onSettled: () => queries.invalidateQueries({ queryKey: countyKeys.units(county) }),
  });
}
