import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useWorkload } from '../../../../data/cycle/queries.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { countChoices } from '../../../../task/filter/page-filter.js';
import { Axis } from '../../../../task/load/axis.js';
import {
  type CalendarWeek,
  countOf,
  KINDS,
  type Kind,
  type Load,
  loadsOf,
  weeksOf,
} from '../../../../task/load/load.js';
import { Failure, Loading, Nothing } from '../../../../ui/page/states.js';
import type { ViewProps } from '../any-view/view-props.js';
import { Chart } from './chart.js';
import { Legend } from './legend.js';
import { useWeekLink } from './use-week-link.js';
import { WeekTable } from './week-table.js';
import styles from './workload-view.module.css';

/** How much starts each week for each unit, or for each actor without registered units. */
export default function WorkloadView({ cycleView, filter }: ViewProps) {
  const { t } = useTexts();
  const workload = useWorkload(cycleView.cycle.id);
  const linkOf = useWeekLink(cycleView, filter);
  const weeks = useMemo(() => weeksOf(cycleView.schoolYear), [cycleView.schoolYear]);
  const kinds = useMemo(
    () => KINDS.filter((kind) => filter.kinds.length === 0 || filter.kinds.includes(kind)),
    [filter.kinds],
  );
  const loads = useMemo(
    () => loadsOf(workload.data ?? [], cycleView, filter),
    [workload.data, cycleView, filter],
  );
  if (workload.isPending) return <Loading />;
  if (workload.isLoadingError)
    return <Failure error={workload.error} onRetry={() => void workload.refetch()} />;
  if (loads.length === 0) return <Nothing text="ui.workload.nothing" />;
  const largest = Math.max(
    1,
    ...loads.flatMap((load) => [...load.weeks.values()].map((week) => countOf(week, kinds))),
  );
  return (
    <div className={styles.view}>
      <div className={styles.lead}>
        <Paragraph>{t('ui.workload.lead')}</Paragraph>
        <Legend kinds={kinds} />
        {countChoices(filter) > 0 && <Paragraph data-size="sm">{t('ui.workload.whole')}</Paragraph>}
      </div>
      {loads.map((load) => (
        <OneLoad
          key={load.id}
          load={load}
          weeks={weeks}
          kinds={kinds}
          largest={largest}
          hrefOf={(week) => linkOf(load, week)}
        />
      ))}
      <Paragraph data-size="sm" className={styles.keys}>
        {t('ui.workload.keys')}
      </Paragraph>
    </div>
  );
}

interface OneLoadProps {
  readonly load: Load;
  readonly weeks: readonly CalendarWeek[];
  readonly kinds: readonly Kind[];
  readonly largest: number;
  readonly hrefOf: (week: string) => string;
}

function OneLoad({ load, weeks, kinds, largest, hrefOf }: OneLoadProps) {
  const { t } = useTexts();
  const counts = [...load.weeks.values()].map((week) => countOf(week, kinds)).filter((count) => count > 0);
  const busiest = weeks.flatMap(({ key, week }) => {
    const found = load.weeks.get(key);
    return found?.standsOut ? [{ key, week, count: countOf(found, kinds) }] : [];
  });
  return (
    <section aria-labelledby={`load-${load.id}`} className={styles.load}>
      <div className={styles.head}>
        <Heading level={2} data-size="xs" id={`load-${load.id}`}>
          {load.name}
        </Heading>
        <p className={styles.sum}>
          {t('ui.workload.sum', {
            tasks: t('ui.workload.sum-tasks', { count: counts.reduce((sum, count) => sum + count, 0) }),
            weeks: t('ui.workload.sum-weeks', { count: counts.length }),
          })}
        </p>
      </div>
      <div>
        <Chart load={load} weeks={weeks} kinds={kinds} largest={largest} hrefOf={hrefOf} />
        <Axis weeks={weeks} />
      </div>
      <p className={styles.busiest}>
        {busiest.length === 0 ? (
          t('ui.workload.none-stands-out')
        ) : (
          <>
            {t('ui.workload.busiest')}:{' '}
            {busiest.map(({ key, week, count }, index) => (
              <span key={key}>
                {index > 0 && ', '}
                <Link href={hrefOf(key)}>{t('ui.workload.week-count', { week, count })}</Link>
              </span>
            ))}
          </>
        )}
      </p>
      <WeekTable load={load} weeks={weeks} kinds={kinds} hrefOf={hrefOf} />
    </section>
  );
}
