import { useMutation } from '@tanstack/react-query';
import type { BulkChange } from '../../../../../../../task/bulk-change.js';
import type { TaskView } from '../../../../../../../task/task-view.js';
import { call } from '../../../../../data/api/call.js';
import { useRefreshCycle } from '../../../../../data/cycle/task-changes.js';
import { useTexts } from '../../../../../data/language/use-texts.js';
import { useTakeBack } from '../../../../../task/changes/take-back.js';
import { showToast } from '../../../../../ui/notice/toast.js';

interface Bulk {
  readonly tasks: readonly TaskView[];
  readonly change: BulkChange;
}

/** Changes many tasks of a cycle, all or none, each based on the version that the reader has seen. */
export function useBulkChange(cycleId: string) {
  const { t, language } = useTexts();
  const refresh = useRefreshCycle(cycleId);
  const takeBack = useTakeBack(cycleId);
  return useMutation({
    mutationFn: ({ tasks, change }: Bulk) =>
      call('POST /api/cycles/{id}/bulk', {
        params: { id: cycleId },
        body: { tasks: tasks.map(({ id, version }) => ({ id, version })), change },
        language,
      }),
    onSuccess: (_, { tasks: [first, ...others] }) => {
      const changed = { tasks: others.length + 1, title: first && others.length === 0 ? first.title : null };
      showToast({
        kind: 'done',
        text: t('work.bulk.done', { count: changed.tasks }),
        action: { label: t('work.changes.undo'), run: () => takeBack('undo', changed) },
      });
    },
    onSettled: refresh,
  });
}
