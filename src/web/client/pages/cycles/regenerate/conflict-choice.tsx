import { Paragraph, Radio } from '@digdir/designsystemet-react';
import { useTexts } from '../../../data/language/use-texts.js';
import styles from '../../../task/rework/rework.module.css';
import type { Conflict, Decision } from '../../../task/rework/rework-queries.js';
import { SideBySide } from '../../../task/rework/side-by-side.js';

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  /** The choice made; undefined while there is none. */
  readonly take: Decision['take'] | undefined;
  readonly onTake: (take: Decision['take']) => void;
}

/** One conflict between people's change and the regeneration, and the choice between the two. */
export function ConflictChoice({ conflict, take, onTake }: ConflictChoiceProps) {
  const { t } = useTexts();
  const { task, changes, why, field, taskId } = conflict;
  const isGone = field === 'deleted';
  return (
    <li className={styles.conflict}>
      <ul className={styles.conflicts}>
        <SideBySide
          task={task}
          link={taskId}
          changes={changes}
          why={why}
          columns={{ before: t('work.rework.mine'), after: t('work.rework.theirs') }}
        >
          {isGone && <Paragraph>{t('work.rework.gone')}</Paragraph>}
          <fieldset className={styles.choice}>
            <legend>{t('work.rework.decide')}</legend>
            {(['edited', 'regenerated'] as const).map((each) => (
              <Radio
                key={each}
                name={`${taskId} ${field}`}
                value={each}
                label={t(`work.rework.take.${isGone ? 'gone-' : ''}${each}`)}
                checked={take === each}
                onChange={() => onTake(each)}
              />
            ))}
          </fieldset>
        </SideBySide>
      </ul>
    </li>
  );
}
