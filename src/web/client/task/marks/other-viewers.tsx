import { EyeIcon } from '@navikt/aksel-icons';
import { useEffect } from 'react';
import { useTexts } from '../../data/language/use-texts.js';
import { useLiveState } from '../../data/live/use-live-state.js';
import { viewTask } from '../../data/live/viewing.js';
import styles from './other-viewers.module.css';

interface OtherViewersProps {
  readonly cycleId: string;
  readonly taskId: string;
}

/** Shows who else is viewing a task, and reports to them that the reader is, for as long as it is rendered. */
export function OtherViewers({ cycleId, taskId }: OtherViewersProps) {
  const { t, language } = useTexts();
  const { present } = useLiveState(cycleId);
  useEffect(() => viewTask(taskId), [taskId]);
  const names = present.filter((each) => each.taskId === taskId).map(({ name }) => name);
  return (
    <p role="status" className={styles.viewers}>
      {names.length > 0 && (
        <>
          <EyeIcon aria-hidden className={styles.eye} />
          {t('work.live.also-looking', {
            names: new Intl.ListFormat(language).format(names),
            count: names.length,
          })}
        </>
      )}
    </p>
  );
}
