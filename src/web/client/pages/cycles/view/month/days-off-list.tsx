import type { DaysOff } from '../../../../data/cycle/days-off.js';
import { numericPeriod } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import styles from './days-off-list.module.css';

/** The shaded days of a month, listed by name. */
export function DaysOffList({ daysOff }: { readonly daysOff: readonly DaysOff[] }) {
  const { t } = useTexts();
  if (daysOff.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('ui.month.days-off')}>
      {daysOff.map(({ kind, name, from, to }) => (
        <li key={`${from} ${name}`}>
          <span className={styles.swatch} data-kind={kind} aria-hidden="true" />
          {numericPeriod({ start: from, end: to })} {name}
        </li>
      ))}
    </ul>
  );
}
