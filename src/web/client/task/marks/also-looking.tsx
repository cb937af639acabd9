import { EyeIcon } from '@navikt/aksel-icons';
import { useEffect } from 'react';
import { useTexts } from '../../data/language/use-texts.js';
import { lookAt } from '../../data/live/looking.js';
import { useLiveState } from '../../data/live/use-live-state.js';
import styles from './also-looking.module.css';

interface AlsoLookingProps {
  readonly cycleId: string;
  readonly taskId: string;
}

/** Says to others that the reader looks at a task while this stands, and to the reader who else does. */
export function AlsoLooking({ cycleId, taskId }: AlsoLookingProps) {
  const { t, language } = useTexts();
  const { present } = useLiveState(cycleId);
  useEffect(() => lookAt(taskId), [taskId]);
  const names = present.filter((each) => each.taskId === taskId).map(({ name }) => name);
  return (
    <p role="status" className={styles.looking}>
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
