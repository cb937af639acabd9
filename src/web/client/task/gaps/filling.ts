import { useMutation, useQuery } from '@tanstack/react-query';
import type { Gap } from '../../../../cycle/coverage/gaps.js';
import type { TaskView } from '../../../../task/task-view.js';
import { fetchJson } from '../../data/api/problem.js';
import { sent } from '../../data/api/sent.js';
import { useRefreshCycle } from '../../data/cycle/task-changes.js';
import { useTexts } from '../../data/language/use-texts.js';
import { tell } from '../../ui/notice/toast.js';

const path = (cycleId: string) => `/api/cycles/${encodeURIComponent(cycleId)}/gaps`;

/** A gap with the entry of the knowledge base that shall fill it, as the service takes it. */
function filled(gap: Gap, filling: string) {
  const { phase } = gap;
  const place =
    gap.kind === 'cooperation' ? { partner: gap.partner } : { category: gap.category, actor: gap.actor };
  return { fill: [{ phase, filling, ...place }] };
}

/** The task that an entry would become in a gap; nothing is added. */
export function useFillingPreview(cycleId: string, gap: Gap, filling: string) {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['cycle', cycleId, 'filling', gap.phase, filled(gap, filling), language],
    queryFn: async () => {
      const body = sent('POST', filled(gap, filling));
      const [task] = await fetchJson<readonly TaskView[]>(`${path(cycleId)}/preview`, language, body);
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
      fetchJson<readonly TaskView[]>(path(cycleId), language, sent('POST', filled(gap, filling))),
    onSuccess: ([task]) => tell({ kind: 'done', text: t('work.gaps.done', { title: task?.title ?? '' }) }),
    onSettled: refresh,
  });
}
