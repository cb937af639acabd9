import { Button } from '@digdir/designsystemet-react';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './done-button.module.css';
import { type Speaker, useProgress } from './progress.js';

interface DoneButtonProps {
  /** As the unit that reports sees it. */
  readonly task: TaskView;
  readonly speaker: Speaker;
  /** The one thing to do on its page, or one of many in a list. */
  readonly weight?: 'primary' | 'secondary';
  /** Pressed, before anything is sent. */
  readonly onPress?: () => void;
}

/** Reports a task as done for a unit in one touch; once it is done, the same button reopens it. */
export function DoneButton({ task, speaker, weight = 'secondary', onPress }: DoneButtonProps) {
  const { t } = useTexts();
  const progress = useProgress(task.cycleId, speaker);
  const isDone = task.status === 'done';
  const status = isDone ? 'planned' : 'done';
  return (
    <Button
      className={styles.done}
      variant={isDone ? 'tertiary' : weight}
      data-size="sm"
      loading={progress.isPending}
      aria-label={t(isDone ? 'work.mine.reopen-of' : 'work.mine.done-of', { title: task.title })}
      onClick={() => {
        onPress?.();
        progress.mutate({ task, progress: { kind: 'status', status } });
      }}
    >
      {!isDone && <CheckmarkIcon aria-hidden />}
      {t(isDone ? 'work.mine.reopen' : 'work.mine.done')}
    </Button>
  );
}
