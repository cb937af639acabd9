import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import type { TaskView } from '../../../../../../task/task-view.js';
import { numericPeriod } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import { TaskLine } from '../../../../task/lines/task-line.js';
import { Section } from '../../../../ui/page/section.js';
import type { ViewProps } from '../any-view/view-props.js';
import { type ComingWeek, comingWeeks } from './coming-tasks.js';
import styles from './now-view.module.css';

/** This week, and the four weeks after it. */
export function ComingList({ cycleView, tasks }: Pick<ViewProps, 'cycleView' | 'tasks'>) {
  const { t } = useTexts();
  const today = useToday();
  const [thisWeek, ...next] = useMemo(() => comingWeeks(tasks, today), [tasks, today]);
  const shown = next.filter((week) => week.tasks.length > 0);
  const list = (ofWeek: readonly TaskView[]) => (
    <ul className={styles.tasks}>
      {ofWeek.map((task) => (
        <TaskLine key={task.id} task={task} names={cycleView} isPast={task.end < today} />
      ))}
    </ul>
  );
  return (
    <>
      {thisWeek && (
        <Section title={t('ui.now.this-week')} aside={<WeekName of={thisWeek} />}>
          {thisWeek.tasks.length === 0 ? (
            <Paragraph data-size="sm">{t('ui.now.nothing-this-week')}</Paragraph>
          ) : (
            list(thisWeek.tasks)
          )}
        </Section>
      )}
      <Section title={t('ui.now.next-weeks')}>
        {shown.length === 0 && <Paragraph data-size="sm">{t('ui.now.nothing-next')}</Paragraph>}
        {shown.map((week) => (
          <div key={week.from}>
            <Heading level={3} data-size="2xs" className={styles.week}>
              {t('ui.week', { week: week.week })} <WeekDays of={week} />
            </Heading>
            {list(week.tasks)}
          </div>
        ))}
      </Section>
    </>
  );
}

function WeekName({ of }: { readonly of: ComingWeek }) {
  const { t } = useTexts();
  return (
    <span className={styles.days}>
      {t('ui.week', { week: of.week })}, {numericPeriod({ start: of.from, end: of.to })}
    </span>
  );
}

function WeekDays({ of: { from, to } }: { readonly of: ComingWeek }) {
  return <span className={styles.days}>{numericPeriod({ start: from, end: to })}</span>;
}
