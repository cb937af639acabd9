import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Cycle } from '../../../../../cycle/cycle.js';
import type { GivenRole } from '../../../../../people/given-role.js';
import type { Unit, UnitPatch } from '../../../../../units/unit.js';
import { useMutationDrawnAtOnce } from '../../../data/api/mutation-drawn-at-once.js';
import { fetchJson } from '../../../data/api/problem.js';
import { sent } from '../../../data/api/sent.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** How the service has been set up. */
export interface Settings {
  readonly version: string;
  readonly baseUrl: string;
  readonly database: 'sqlite' | 'postgres';
  readonly mail: {
    readonly from: string;
    readonly bounces: string | null;
    readonly unsubscribe: string | null;
  } | null;
  readonly provider: {
    readonly name: string;
    readonly issuer: string;
    readonly trustsEmail: boolean;
    readonly rules: readonly {
      readonly conditions: readonly { readonly claim: string; readonly value: string }[];
      readonly unit: string;
      readonly role: GivenRole;
    }[];
  } | null;
  readonly automation: boolean;
  readonly proxies: string;
  readonly frameAncestors: readonly string[];
}

/** How the service has been set up, without its secrets. */
export function useSettings(): UseQueryResult<Settings> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['settings'],
    queryFn: () => fetchJson<Settings>('/api/settings', language),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Opens what is published of a cycle to anyone, or closes it. */
export function useSetPublic() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutationDrawnAtOnce({
    mutationFn: ({ cycle, isPublic }: { readonly cycle: Cycle; readonly isPublic: boolean }) =>
      fetchJson<Cycle>(
        `/api/cycles/${encodeURIComponent(cycle.id)}`,
        language,
        sent('PATCH', { public: isPublic }, cycle.revision),
      ),
    onSettled: (_cycle, _error, { cycle }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['cycles'] }),
        queries.invalidateQueries({ queryKey: ['cycle', cycle.id] }),
      ]),
  });
}

/** Changes a unit from the version that it is at. */
export function useChangeUnit() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ unit, patch }: { readonly unit: Unit; readonly patch: UnitPatch }) =>
      fetchJson<Unit>(
        `/api/units/${encodeURIComponent(unit.id)}`,
        language,
        sent('PATCH', patch, unit.version),
      ),
    onSettled: (_unit, _error, { unit }) => queries.invalidateQueries({ queryKey: ['units', unit.county] }),
  });
}

/** Fetches a cycle with everything that is known of it. */
export function useCycleDocument() {
  const { language } = useTexts();
  return useMutation({
    mutationFn: ({ id }: Cycle) =>
      fetchJson<object>(`/api/cycles/${encodeURIComponent(id)}/document`, language),
  });
}

/** Takes a cycle in again from such a document. */
export function useTakeIn() {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) =>
      fetchJson<Cycle>('/api/cycles/documents', language, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: await file.text(),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cycles'] }),
  });
}
