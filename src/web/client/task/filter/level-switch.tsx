import { ToggleGroup } from '@digdir/designsystemet-react';
import { LEVELS, type Level } from '../../../../task/level.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './filter-bar.module.css';

interface LevelSwitchProps {
  readonly level: Level;
  /** How many tasks each level shows. */
  readonly counts: Readonly<Record<Level, number>>;
  readonly onLevel: (level: Level) => void;
}

/** The choice of how much is shown: what nobody may forget, what is recommended besides, or everything. */
export function LevelSwitch({ level, counts, onLevel }: LevelSwitchProps) {
  const { t } = useTexts();
  return (
    <ToggleGroup
      data-size="sm"
      data-toggle-group={t('ui.filter.level')}
      value={level}
      onChange={(value) => onLevel(value as Level)}
    >
      {LEVELS.map((each) => (
        <ToggleGroup.Item key={each} value={each}>
          {t(`level.${each}`)} <span className={styles.ofLevel}>{counts[each]}</span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup>
  );
}
