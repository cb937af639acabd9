import { Button, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { shortDate } from '../../../../calendar/describe.js';
import { addDays, daysBetween, isIsoDate } from '../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../task/task-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import type { Bounds } from '../move/move.js';
import styles from './own-date.module.css';
import { type Speaker, useProgress } from './progress.js';

interface OwnDateProps {
  /** As the unit sees it. */
  readonly task: TaskView;
  readonly speaker: Speaker;
  readonly window: Bounds;
}

/** The unit's own day of a common task, within the days that the county allows. */
export function OwnDate({ task, speaker, window }: OwnDateProps) {
  const { t } = useTexts();
  const progress = useProgress(task.cycleId, speaker);
  const [start, setStart] = useState<string>(task.start);
  const [isWrong, setIsWrong] = useState(false);
  // The first day, so that the last one is within the window too.
  const last = addDays(window.to, -daysBetween(task.start, task.end));
  const allowed = { from: shortDate(window.from, t), to: shortDate(last, t) };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const fits = isIsoDate(start) && start >= window.from && start <= last;
    setIsWrong(!fits);
    if (fits && start !== task.start) progress.mutate({ task, progress: { kind: 'own-date', start } });
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <Textfield
        type="date"
        data-size="sm"
        label={t('work.mine.own-date.label')}
        description={t('work.mine.own-date.window', allowed)}
        value={start}
        min={window.from}
        max={last}
        onChange={(event) => setStart(event.target.value)}
        error={isWrong && t('work.mine.own-date.outside', allowed)}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="secondary" data-size="sm" loading={progress.isPending}>
          {t('work.mine.own-date.save')}
        </Button>
        {task.adjustment?.start && (
          <Button
            variant="tertiary"
            data-size="sm"
            onClick={() => progress.mutate({ task, progress: { kind: 'own-date', start: null } })}
          >
            {t('work.mine.own-date.common')}
          </Button>
        )}
      </div>
    </form>
  );
}
