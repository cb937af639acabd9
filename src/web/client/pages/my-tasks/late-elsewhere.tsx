import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link, useSearch } from 'wouter';
import type { MyTasksView } from '../../../../cycle/view/my-tasks-view.js';
import { taskPath } from '../../data/address/views.js';
import { numericPeriod } from '../../data/language/dates.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Live } from '../../data/live/live.js';
import { PageHead } from '../../ui/page/page-head.js';
import { Nothing } from '../../ui/page/states.js';
import styles from './late-elsewhere.module.css';

/** The address parameter that says whose late tasks are shown, and its value for those of the other units. */
export const LATE_PARAMETER = 'late';
export const LATE_ELSEWHERE = 'elsewhere';

/** The address of this page with another value of a parameter; null takes it out. */
function addressWith(search: string, value: string | null): string {
  const parameters = new URLSearchParams(search);
  if (value === null) parameters.delete(LATE_PARAMETER);
  else parameters.set(LATE_PARAMETER, value);
  return parameters.size === 0 ? '/my-tasks' : `/my-tasks?${parameters}`;
}

/** For the county: how much other units are late with, and where that is told. */
export function LateElsewhereLine({ units }: { readonly units: MyTasksView['lateElsewhere'] }) {
  const { t } = useTexts();
  const search = useSearch();
  const count = units.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return (
    <Paragraph>
      {t('work.mine.elsewhere.count', { count })}{' '}
      <Link href={addressWith(search, LATE_ELSEWHERE)}>{t('work.mine.elsewhere.show')}</Link>
    </Paragraph>
  );
}

/** For the county: which units are late, and with which tasks. */
export function LateElsewhere({ myTasks: { cycle, lateElsewhere } }: { readonly myTasks: MyTasksView }) {
  const { t } = useTexts();
  const search = useSearch();
  return (
    <article className={styles.page}>
      <Live cycleId={cycle.id} />
      <PageHead title={t('work.mine.elsewhere.title')}>
        <Paragraph className={styles.lead}>{t('work.mine.elsewhere.lead')}</Paragraph>
        <Paragraph>
          <Link href={addressWith(search, null)}>{t('work.mine.title')}</Link>
        </Paragraph>
      </PageHead>
      {lateElsewhere.length === 0 && <Nothing text="work.mine.elsewhere.nothing" />}
      {lateElsewhere.map(({ unit, tasks }) => (
        <section key={unit.id} aria-label={unit.name} className={styles.unit}>
          <Heading level={2} data-size="2xs">
            {unit.name}
          </Heading>
          <ul className={styles.tasks}>
            {tasks.map((task) => (
              <li key={task.id}>
                <span className={styles.date}>{numericPeriod(task)}</span>
                <Link href={`${taskPath(task.id)}?${new URLSearchParams({ unit: unit.id })}`}>
                  {task.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
