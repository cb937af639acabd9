import { useMutation, useQuery } from '@tanstack/react-query';
import { type Answer, call } from '../../data/api/call.js';
import { useRefreshCycle } from '../../data/cycle/task-changes.js';
import { cycleKeys } from '../../data/keys/cycle-keys.js';
import { useTexts } from '../../data/language/use-texts.js';
import { showToast } from '../../ui/notice/toast.js';

/** A template that a cycle does without. */
export type LeftOutTemplate = Answer<'GET /api/cycles/{id}/left-out'>[number];

/** The templates that a cycle does without, by date. */
export function useLeftOut(cycleId: string) {
  const { language } = useTexts();
  return useQuery({
    queryKey: cycleKeys.leftOut(cycleId, language),
    queryFn: () => call('GET /api/cycles/{id}/left-out', { params: { id: cycleId }, language }),
  });
}

/** Adds the tasks of templates that a cycle does without, and says how many. */
export function useAddLeftOut(cycleId: string) {
  const { t, language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  return useMutation({
    mutationFn: (keys: readonly string[]) =>
      call('POST /api/cycles/{id}/left-out', { params: { id: cycleId }, body: { keys }, language }),
    onSuccess: (tasks) =>
      showToast({ kind: 'done', text: t('work.gaps.left-out.done', { count: tasks.length }) }),
    onSettled: refresh,
  });
}
