import { useLayoutEffect, useRef } from 'react';
import { type IsoDate, monthOf } from '../../../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { firstDayOf, monthOfDate, monthsOf } from '../../../../data/cycle/months.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { WhoCell } from './who-cell.js';
import type { WhoRow } from './who-rows.js';
import styles from './who-table.module.css';

interface WhoTableProps {
  readonly rows: readonly WhoRow[];
  readonly cycleView: CycleView;
  readonly today: IsoDate;
}

/** The months of the school year beside one another, a row for each who does something; opens at today's month. */
export function WhoTable({ rows, cycleView, today }: WhoTableProps) {
  const { t } = useTexts();
  const region = useRef<HTMLElement>(null);
  const months = monthsOf(cycleView.schoolYear);
  const current = monthOfDate(today);
  useLayoutEffect(() => {
    const { current: scroller } = region;
    const column = scroller?.querySelector<HTMLElement>('thead [aria-current]');
    const corner = scroller?.querySelector<HTMLElement>('thead td');
    if (scroller && column && corner) scroller.scrollLeft = column.offsetLeft - corner.offsetWidth;
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={region} className={styles.region} aria-label={t('ui.who.caption')} tabIndex={0}>
      <table className={styles.table}>
        <caption>{t('ui.who.caption')}</caption>
        <thead>
          <tr>
            <td className={styles.corner} />
            {months.map((month) => (
              <th key={month} scope="col" aria-current={month === current ? 'date' : undefined}>
                {t(`month.${monthOf(firstDayOf(month))}`)}{' '}
                <span className={styles.year}>{month.slice(0, 4)}</span>
                {month === current && <span className="ds-sr-only"> ({t('ui.who.this-month')})</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {months.map((month) => (
                <td key={month} data-current={month === current}>
                  <WhoCell
                    tasks={row.months.get(month) ?? []}
                    row={row.name}
                    month={month}
                    cycleView={cycleView}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
