import { useTexts } from '../../data/language/use-texts.js';
import { tell } from '../../ui/notice/toast.js';
import { useTakeBack } from './take-back.js';

/** Says what has been done with the task of a title, and offers to undo it. */
export function useTellDone(cycleId: string): (text: string, title: string) => void {
  const { t } = useTexts();
  const takeBack = useTakeBack(cycleId);
  return (text, title) =>
    tell({
      kind: 'done',
      text,
      action: { label: t('work.changes.undo'), run: () => takeBack('undo', { tasks: 1, title }) },
    });
}
