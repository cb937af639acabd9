import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { OwedView } from '../../../../cycle/view/owed-view.js';
import { fetchJson } from '../../data/api/problem.js';
import { useTexts } from '../../data/language/use-texts.js';

export type OwedTask = OwedView['tasks'][number];

/** What a unit owes of a cycle; null asks for nothing. */
export function useOwed(cycleId: string | null, unit: string): UseQueryResult<OwedView> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['cycle', cycleId, 'owed', unit, language],
    enabled: cycleId !== null,
    queryFn: () =>
      fetchJson<OwedView>(
        `/api/cycles/${encodeURIComponent(cycleId ?? '')}/owed?${new URLSearchParams({ unit })}`,
        language,
      ),
    placeholderData: keepPreviousData,
  });
}
