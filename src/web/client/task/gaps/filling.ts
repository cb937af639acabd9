import { useMutation, useQuery } from '@tanstack/react-query';
import type { Gap } from '../../../../cycle/coverage/gaps.js';
import { call } from '../../data/api/call.js';
import { useRefreshCycle } from '../../data/cycle/task-changes.js';
import { cycleKeys } from '../../data/keys/cycle-keys.js';
import { useTexts } from '../../data/language/use-texts.js';
import { showToast } from '../../ui/notice/toast.js';

/** A gap with the entry of the knowledge base to fill it, as sent to the service. */
function filled(gap: Gap, filling: string) {
  const { phase } = gap;
  const place =
    gap.kind === 'cooperation' ? { partner: gap.partner } : { category: gap.category, actor: gap.actor };
  return { fill: [{ phase, filling, ...place }] };
}

/** A preview of the task that an entry would become in a gap; nothing is added. */
export function useFillingPreview(cycleId: string, gap: Gap, filling: string) {
  const { language } = useTexts();
  return useQuery({
    queryKey: cycleKeys.filling(cycleId, gap.phase, filled(gap, filling), language),
    queryFn: async () => {
      const [task] = await call('POST /api/cycles/{id}/gaps/preview', {
        params: { id: cycleId },
        body: filled(gap, filling),
        language,
      });
      return task ?? null;
    },
  });
}

/** Fills a gap: adds the task that an entry becomes, and says so; what was asked from goes away with the gap. */
export function useFillGap(cycleId: string, gap: Gap) {
  const { t, language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  return useMutation({
    mutationFn: (filling: string) =>
      call('POST /api/cycles/{id}/gaps', { params: { id: cycleId }, body: filled(gap, filling), language }),
    onSuccess: ([task]) =>
      showToast({ kind: 'done', text: t('work.gaps.done', { title: task?.title ?? '' }) }),
    onSettled: refresh,
  });
}
