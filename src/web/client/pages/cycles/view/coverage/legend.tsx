import { useTexts } from '../../../../data/language/use-texts.js';
import { LegendList } from '../../../../ui/list/legend-list.js';
import styles from './heat.module.css';

/** What the cells of the heat map mean. */
export function Legend() {
  const { t } = useTexts();
  return (
    <LegendList>
      <li>
        {t('ui.coverage.legend-few')}
        <span className={styles.ramp} aria-hidden>
          {[1, 2, 3, 4].map((level) => (
            <span
              key={level}
              className={`${styles.cell} ${styles.swatch}`}
              data-series="7"
              data-level={level}
            />
          ))}
        </span>
        {t('ui.coverage.legend-many')}
      </li>
      <li>
        <span className={`${styles.cell} ${styles.swatch}`} data-gap="true" aria-hidden>
          !
        </span>
        {t('ui.coverage.legend-gap')}
      </li>
      <li>
        <span aria-hidden>·</span> {t('ui.coverage.legend-none')}
      </li>
    </LegendList>
  );
}
