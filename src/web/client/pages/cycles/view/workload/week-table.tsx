import { Details, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { numericPeriod } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { type CalendarWeek, countOf, fieldOf, type Kind, type Load } from '../../../../task/load/load.js';
import styles from './week-table.module.css';

interface WeekTableProps {
  readonly load: Load;
  readonly weeks: readonly CalendarWeek[];
  readonly kinds: readonly Kind[];
  readonly hrefOf: (week: string) => string;
}

/** The same weeks as a table, rendered when it is first opened. */
export function WeekTable({ load, weeks, kinds, hrefOf }: WeekTableProps) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const name = t('ui.workload.as-table', { name: load.name });
  return (
    <Details data-size="sm" data-color="neutral" className={styles.details} onToggle={() => setIsOpen(true)}>
      <Details.Summary>{name}</Details.Summary>
      <Details.Content>
        {isOpen && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard (axe: scrollable-region-focusable)
          <section className={styles.scroll} aria-label={name} tabIndex={0}>
            <Table data-size="sm">
              <caption className="ds-sr-only">{name}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('ui.workload.week')}</th>
                  <th scope="col">{t('ui.workload.dates')}</th>
                  {kinds.map((kind) => (
                    <th key={kind} scope="col">
                      {t(`kind.${kind}`)}
                    </th>
                  ))}
                  <th scope="col">{t('ui.workload.sum-column')}</th>
                  <th scope="col">{t('ui.workload.note')}</th>
                </tr>
              </thead>
              <tbody>
                {weeks.map(({ key, week, monday, sunday, breakName }) => {
                  const found = load.weeks.get(key);
                  const count = found ? countOf(found, kinds) : 0;
                  if (count === 0 && breakName === null) return null;
                  const notes = [breakName, found?.standsOut ? t('ui.workload.stands-out') : null];
                  return (
                    <tr key={key}>
                      <th scope="row">{count > 0 ? <Link href={hrefOf(key)}>{week}</Link> : week}</th>
                      <td className={styles.dates}>{numericPeriod({ start: monday, end: sunday })}</td>
                      {kinds.map((kind) => (
                        <td key={kind}>{found?.[fieldOf(kind)] ?? 0}</td>
                      ))}
                      <td>{count}</td>
                      <td>{notes.filter((note) => note !== null).join(', ')}</td>
                    </tr>
                  );
                })}
              </tbody>
            </Table>
          </section>
        )}
      </Details.Content>
    </Details>
  );
}
