import { useTexts } from '../../language/use-texts.js';
import { LegendList } from '../legend-list.js';
import styles from './chart.module.css';
import type { Kind } from './load.js';

/** What the blocks and marks of the charts mean. */
export function Legend({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { t } = useTexts();
  return (
    <LegendList>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={`${styles.block} ${styles.swatch}`} data-kind={kind} aria-hidden />{' '}
          {t(`kind.${kind}`)}
        </li>
      ))}
      <li>
        <span className={styles.flag} aria-hidden>
          34
        </span>
        {t('ui.workload.busiest')}
      </li>
      <li>
        <span className={styles.breakSwatch} aria-hidden /> {t('ui.workload.break')}
      </li>
    </LegendList>
  );
}
