import { useTexts } from '../../../../data/language/use-texts.js';
import styles from '../../../../task/load/chart.module.css';
import type { Kind } from '../../../../task/load/load.js';
import { LegendList } from '../../../../ui/list/legend-list.js';

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
