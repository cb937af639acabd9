import { monthOf } from '../../../../calendar/iso-date.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './chart.module.css';
import type { CalendarWeek } from './load.js';

/** The months below a chart, and its breaks by name. */
export function Axis({ weeks }: { readonly weeks: readonly CalendarWeek[] }) {
  const { t } = useTexts();
  return (
    <div className={styles.axis} aria-hidden>
      {weeks.map(({ key, monday }) => (
        <span key={key} className={styles.tick} data-month={Number(monday.slice(8)) <= 7}>
          {Number(monday.slice(8)) <= 7 && (
            <span className={styles.month}>{t(`month.${monthOf(monday)}`).slice(0, 3)}</span>
          )}
        </span>
      ))}
    </div>
  );
}
