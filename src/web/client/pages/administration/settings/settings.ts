import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Cycle } from '../../../../../cycle/cycle.js';
import type { Unit, UnitPatch } from '../../../../../units/unit.js';
import { type Answer, call, JsonText } from '../../../data/api/call.js';
import { useMutationDrawnAtOnce } from '../../../data/api/mutation-drawn-at-once.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { cycleKeys } from '../../../data/keys/cycle-keys.js';
import { serviceKeys } from '../../../data/keys/service-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** How the service has been set up. */
export type Settings = Answer<'GET /api/settings'>;

/** How the service has been set up, without its secrets. */
export function useSettings(): UseQueryResult<Settings> {
  const { language } = useTexts();
  return useQuery({
    queryKey: serviceKeys.settings,
    queryFn: () => call('GET /api/settings', { language }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Opens the published version of a cycle to anyone, or closes it. */
export function useSetPublic() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutationDrawnAtOnce({
    mutationFn: ({ cycle, isPublic }: { readonly cycle: Cycle; readonly isPublic: boolean }) =>
      call('PATCH /api/cycles/{id}', {
        params: { id: cycle.id },
        body: { public: isPublic },
        ifMatch: cycle.revision,
        language,
      }),
    onSettled: (_cycle, _error, { cycle }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: cycleKeys.list }),
        queries.invalidateQueries({ queryKey: cycleKeys.of(cycle.id) }),
      ]),
  });
}

/** Opens the coverage and workload of a county's cycles to anyone who may read them, or closes them. */
export function useSetPublicCoverage() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutationDrawnAtOnce({
    mutationFn: ({ county, isPublic }: { readonly county: Unit; readonly isPublic: boolean }) =>
      call('PATCH /api/units/{id}', {
        params: { id: county.id },
        body: { publicCoverage: isPublic },
        ifMatch: county.version,
        language,
      }),
    onSettled: (_unit, _error, { county }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: countyKeys.units(county.id) }),
        queries.invalidateQueries({ queryKey: cycleKeys.any }),
      ]),
  });
}

/** Changes a unit, based on its current version. */
export function useChangeUnit() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ unit, patch }: { readonly unit: Unit; readonly patch: UnitPatch }) =>
      call('PATCH /api/units/{id}', {
        params: { id: unit.id },
        body: patch,
        ifMatch: unit.version,
        language,
      }),
    onSettled: (_unit, _error, { unit }) =>
      queries.invalidateQueries({ queryKey: countyKeys.units(unit.county) }),
  });
}

/** Exports a cycle document: a cycle with everything known about it. */
export function useCycleDocument() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: ({ id }: Cycle) => call('GET /api/cycles/{id}/document', { params: { id }, language }),
  });
}

/** Imports a cycle document. */
export function useTakeIn() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) =>
      call('POST /api/cycles/documents', { body: new JsonText(await file.text()), language }),
    onSettled: () => queries.invalidateQueries({ queryKey: cycleKeys.list }),
  });
}
