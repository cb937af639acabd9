import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DatePreview, PreviewedDate } from '../../../../../cycle/edit/date-preview.js';
import { call } from '../../../data/api/call.js';
import { cycleKeys } from '../../../data/keys/cycle-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** How long typing has to pause before the preview is fetched. */
const PAUSE_MS = 300;

/** The dates that a date or rule results in, fetched when typing pauses; nothing is fetched for null. */
export function useDatePreview(cycleId: string, asked: PreviewedDate | null): UseQueryResult<DatePreview> {
  const { language } = useTexts();
  const settled = useSettled(asked === null ? null : JSON.stringify(asked));
  return useQuery({
    queryKey: cycleKeys.datePreview(cycleId, settled, language),
    enabled: settled !== null,
    queryFn: () =>
      call('POST /api/cycles/{id}/date-preview', {
        params: { id: cycleId },
        body: JSON.parse(settled ?? '') as PreviewedDate,
        language,
      }),
    placeholderData: keepPreviousData,
  });
}

/** A value, once it has not changed for `PAUSE_MS`. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
