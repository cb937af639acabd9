import type { LaidOut } from '../../../../../school-years/school-year-view.js';
import { monthInWords } from '../../../data/language/dates.js';
import { useTexts } from '../../../data/language/use-texts.js';
import styles from './months-table.module.css';

const KINDS = [
  'school-day',
  'break',
  'public-holiday',
  'day-off',
  'planning-day',
  'weekend',
  'summer',
] as const;

/** The school year by month: the kind of each day, and the counted school days beside the publisher's count. */
export function MonthsTable({ laidOut }: { readonly laidOut: LaidOut }) {
  const { t } = useTexts();
  const { months, pupilDays, required } = laidOut;
  const hasPublished = months.some(({ published }) => published !== null);
  if (pupilDays === null) return <p className={styles.none}>{t('work.skolerute.cannot-count')}</p>;
  return (
    <div className={styles.months}>
      <table className={styles.table}>
        <caption className="ds-sr-only">{t('work.skolerute.months')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('work.skolerute.month')}</th>
            <th scope="col" className={styles.stripHead}>
              {t('work.skolerute.days')}
            </th>
            <th scope="col" className={styles.number}>
              {t('work.skolerute.counted')}
            </th>
            {hasPublished && (
              <th scope="col" className={styles.number}>
                {t('work.skolerute.published')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, days, counted, published }) => (
            <tr key={month} data-differs={published !== null && published !== counted}>
              <th scope="row">{monthInWords(month, t)}</th>
              <td>
                <span className={styles.strip} aria-hidden="true">
                  {days.map((kind, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the days of a month have no other name
                    <span key={index} data-kind={kind} />
                  ))}
                </span>
              </td>
              <td className={styles.number}>{counted}</td>
              {hasPublished && <td className={styles.number}>{published ?? '–'}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-differs={pupilDays !== required}>
            <th scope="row" colSpan={2}>
              {t('work.skolerute.sum', { required })}
            </th>
            <td className={styles.number}>{pupilDays}</td>
            {hasPublished && <td />}
          </tr>
        </tfoot>
      </table>
      <ul className={styles.legend} aria-hidden="true">
        {KINDS.map((kind) => (
          <li key={kind}>
            <span data-kind={kind} />
            {t(`work.skolerute.kind.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
