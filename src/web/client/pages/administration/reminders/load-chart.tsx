import { Details, Heading, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { numericPeriod } from '../../../data/language/dates.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Axis } from '../../../task/load/axis.js';
import type { CalendarWeek } from '../../../task/load/load.js';
import { WeekBars } from '../../../task/load/week-bars.js';
import styles from './load-chart.module.css';
import type { RecipientLoad } from './reminder-load.js';

interface LoadChartProps {
  readonly name: string;
  readonly load: RecipientLoad;
  readonly weeks: readonly CalendarWeek[];
  /** The most mails in any week, the common scale of the charts. */
  readonly largest: number;
  /** How many mails each block represents. */
  readonly size?: number;
}

/** The mails of each week as bars, and as a table. */
export function LoadChart({ name, load, weeks, largest, size = 1 }: LoadChartProps) {
  const { t } = useTexts();
  const id = `load-${load.key}`;
  return (
    <section className={styles.load} aria-labelledby={id}>
      <div className={styles.head}>
        <Heading level={3} data-size="2xs" id={id}>
          {name}
        </Heading>
        <p className={styles.sum}>{t('work.reminders.mails', { count: load.mails })}</p>
      </div>
      <div>
        <WeekBars
          name={t('work.reminders.chart', { name })}
          weeks={weeks}
          largest={Math.ceil(largest / size)}
          barOf={({ key, week }) => {
            const found = load.weeks.get(key);
            if (!found) return undefined;
            return {
              label: t('ui.workload.bar', {
                week,
                parts: t('work.reminders.mails', { count: found.mails }),
              }),
              blocks: Array<string>(Math.ceil(found.mails / size)).fill('deadline'),
              standsOut: false,
            };
          }}
        />
        <Axis weeks={weeks} />
      </div>
      <LoadTable name={name} load={load} weeks={weeks} />
    </section>
  );
}

/** The same weeks as a table, rendered when it is first opened. */
function LoadTable({ name, load, weeks }: Pick<LoadChartProps, 'name' | 'load' | 'weeks'>) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const title = t('ui.workload.as-table', { name });
  return (
    <Details data-size="sm" data-color="neutral" onToggle={() => setIsOpen(true)}>
      <Details.Summary>{title}</Details.Summary>
      <Details.Content>
        {isOpen && (
          <Table data-size="sm">
            <caption className="ds-sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('ui.workload.week')}</th>
                <th scope="col">{t('ui.workload.dates')}</th>
                <th scope="col">{t('work.reminders.mail-column')}</th>
                <th scope="col">{t('work.reminders.task-column')}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ key, week, monday, sunday }) => {
                const found = load.weeks.get(key);
                return (
                  found && (
                    <tr key={key}>
                      <th scope="row">{week}</th>
                      <td>{numericPeriod({ start: monday, end: sunday })}</td>
                      <td>{found.mails}</td>
                      <td>{found.tasks}</td>
                    </tr>
                  )
                );
              })}
            </tbody>
          </Table>
        )}
      </Details.Content>
    </Details>
  );
}
