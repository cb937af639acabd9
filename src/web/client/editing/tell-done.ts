import { useTakeBack } from '../changes/take-back.js';
import { tell } from '../changes/toast.js';
import { useTexts } from '../language/use-texts.js';

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
