import { Fieldset, Radio } from '@digdir/designsystemet-react';
import { isWithinLevel, type Level } from '../../../../task/level.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Failure, Loading } from '../../ui/page/states.js';
import { useDraftSizes } from './draft-sizes.js';
import styles from './size-choice.module.css';
import { SmallWheel } from './small-wheel.js';

interface SizeChoiceProps {
  readonly county: string;
  readonly schoolYear: string;
  readonly level: Level;
  readonly onLevel: (level: Level) => void;
}

/** How large a cycle shall be: each level with what it means, its number of tasks and a small wheel of them. */
export function SizeChoice({ county, schoolYear, level, onLevel }: SizeChoiceProps) {
  const { t } = useTexts();
  const sizes = useDraftSizes(county, schoolYear);
  if (sizes.isPending) return <Loading />;
  if (sizes.isLoadingError) return <Failure error={sizes.error} onRetry={() => void sizes.refetch()} />;
  return (
    <Fieldset>
      <Fieldset.Legend>{t('work.rework.size.legend')}</Fieldset.Legend>
      <Fieldset.Description>{t('work.rework.size.help')}</Fieldset.Description>
      <div className={styles.sizes}>
        {sizes.data.sizes.map((size) => (
          <div key={size.level} className={styles.size}>
            <Radio
              name="size"
              value={size.level}
              label={t(`level.${size.level}`)}
              description={t(`work.rework.size.${size.level}`)}
              checked={size.level === level}
              onChange={() => onLevel(size.level)}
            />
            <p className={styles.count}>{t('work.rework.size.tasks', { count: size.tasks })}</p>
            <SmallWheel
              schoolYear={schoolYear}
              tasks={sizes.data.tasks.filter((task) => isWithinLevel(size.level, task.level))}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
