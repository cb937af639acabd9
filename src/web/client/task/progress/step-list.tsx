import { Checkbox } from '@digdir/designsystemet-react';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import { type Speaker, useProgress } from './progress.js';
import styles from './step-list.module.css';

interface StepListProps {
  /** As the unit sees it. */
  readonly task: TaskView;
  readonly speaker: Speaker;
  readonly mayTick: boolean;
}

/** The steps of a task, to tick off for one's unit. */
export function StepList({ task, speaker, mayTick }: StepListProps) {
  const { t } = useTexts();
  const progress = useProgress(task.cycleId, speaker);
  // Ticks show at once.
  const sending = progress.isPending && progress.variables.progress;
  const done =
    sending && sending.kind === 'steps'
      ? sending.done
      : task.checklist.filter((step) => step.done).map(({ id }) => id);
  const tick = (id: string, isDone: boolean) => {
    const others = done.filter((each) => each !== id);
    progress.mutate({ task, progress: { kind: 'steps', done: isDone ? [...others, id] : others } });
  };
  return (
    <fieldset className={styles.steps}>
      <legend className="ds-sr-only">{t('ui.task.checklist')}</legend>
      {task.checklist.map(({ id, text }) => (
        <Checkbox
          key={id}
          data-size="sm"
          label={text}
          checked={done.includes(id)}
          readOnly={!mayTick || progress.isPending}
          onChange={(event) => {
            if (mayTick && !progress.isPending) tick(id, event.target.checked);
          }}
        />
      ))}
    </fieldset>
  );
}
