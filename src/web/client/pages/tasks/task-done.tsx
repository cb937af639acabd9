import { Paragraph } from '@digdir/designsystemet-react';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useFilter } from '../../task/filter/use-filter.js';
import { DoneButton } from '../../task/progress/done-button.js';
import { useReporting } from '../../task/progress/reporting.js';

/** Reports the task as done for the reader's unit; nothing for those who do not report on it. */
export function TaskDone({ task: { id, cycleId } }: { readonly task: TaskView }) {
  const { t } = useTexts();
  const [{ unit: seenAs }] = useFilter();
  const reporting = useReporting(cycleId, seenAs ?? null);
  const myTask = reporting?.myTaskOf(id);
  if (!reporting || !myTask) return null;
  const { speaker, unitName } = reporting;
  return (
    <>
      <DoneButton task={myTask.task} speaker={speaker} weight="primary" />
      {myTask.due === 'done' && (
        <Paragraph data-size="sm">{t('work.mine.is-done', { unit: unitName })}</Paragraph>
      )}
    </>
  );
}
