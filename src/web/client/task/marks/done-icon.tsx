import { Button } from '@digdir/designsystemet-react';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import { type Speaker, useProgress } from '../progress/progress.js';

interface DoneIconProps {
  /** As the unit that reports sees it. */
  readonly task: TaskView;
  readonly speaker: Speaker;
}

/** A tick that reports a task in a list as done; the toast that follows takes it back. */
export default function DoneIcon({ task, speaker }: DoneIconProps) {
  const { t } = useTexts();
  const progress = useProgress(task.cycleId, speaker);
  return (
    <Button
      icon
      variant="tertiary"
      data-size="sm"
      loading={progress.isPending}
      aria-label={t('work.mine.done-of', { title: task.title })}
      onClick={() => progress.mutate({ task, progress: { kind: 'status', status: 'done' } })}
    >
      <CheckmarkIcon aria-hidden />
    </Button>
  );
}
