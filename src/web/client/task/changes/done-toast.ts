import { useTexts } from '../../data/language/use-texts.js';
import { showToast } from '../../ui/notice/toast.js';
import { useTakeBack } from './take-back.js';

/** Returns what shows a toast about a change to the task with a title, and offers to undo it. */
export function useDoneToast(cycleId: string): (text: string, title: string) => void {
  const { t } = useTexts();
  const takeBack = useTakeBack(cycleId);
  return (text, title) =>
    showToast({
      kind: 'done',
      text,
      action: { label: t('work.changes.undo'), run: () => takeBack('undo', { tasks: 1, title }) },
    });
}
