import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AskedDate, DatePreview } from '../../../../../cycle/edit/date-preview.js';
import { fetchJson } from '../../../data/api/problem.js';
import { sent } from '../../../data/api/sent.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** How long nothing is typed before it is asked. */
const PAUSE_MS = 300;

/** What a date would come to, asked for when the typing pauses; null asks nothing. */
export function useDatePreview(cycleId: string, asked: AskedDate | null): UseQueryResult<DatePreview> {
  const { language } = useTexts();
  const settled = useSettled(asked === null ? null : JSON.stringify(asked));
  return useQuery({
    queryKey: ['cycle', cycleId, 'date-preview', settled, language],
    enabled: settled !== null,
    queryFn: () =>
      fetchJson<DatePreview>(
        `/api/cycles/${encodeURIComponent(cycleId)}/date-preview`,
        language,
        sent('POST', JSON.parse(settled ?? '') as AskedDate),
      ),
    placeholderData: keepPreviousData,
  });
}

/** A value once it has stayed the same for a while. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
