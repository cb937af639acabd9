import { Heading } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { isoWeekOf, monthOf } from '../../../calendar/iso-date.js';
import type { TaskView } from '../../../cycle/task-view.js';
import { TaskLine } from '../entities/task-line.js';
import { useTexts } from '../language/use-texts.js';
import { useToday } from '../language/use-today.js';
import type { ViewProps } from '../shell/view-props.js';
import styles from './agenda-view.module.css';

/** The tasks by month and week, with what goes on today at the top of its week. */
export function AgendaView({ published, tasks }: ViewProps) {
  const { t } = useTexts();
  const today = useToday();
  const months = useMemo(() => byMonth(tasks), [tasks]);
  return (
    <div className={styles.agenda}>
      {months.map(([month, weeks]) => (
        <section key={month} className={styles.month} aria-labelledby={`month-${month}`}>
          <Heading level={2} data-size="sm" id={`month-${month}`} className={styles.monthName}>
            {t(`month.${monthOf(weeks[0]?.tasks[0]?.start ?? today)}`)} <span>{month.slice(0, 4)}</span>
          </Heading>
          {weeks.map(({ week, tasks: ofWeek }) => (
            <div key={week} className={styles.week}>
              <h3 className={styles.weekName}>{t('ui.week', { week })}</h3>
              <ul className={styles.tasks}>
                {ofWeek.map((task) => (
                  <TaskLine key={task.id} task={task} published={published} isPast={task.end < today} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

interface Week {
  readonly week: number;
  readonly tasks: TaskView[];
}

/** Months of the tasks' starts, `YYYY-MM`, each with its ISO weeks. */
function byMonth(tasks: readonly TaskView[]): [string, Week[]][] {
  const months = new Map<string, Week[]>();
  for (const task of tasks) {
    const month = task.start.slice(0, 7);
    const { week } = isoWeekOf(task.start);
    const weeks = months.get(month) ?? [];
    months.set(month, weeks);
    const last = weeks.at(-1);
    if (last?.week === week) last.tasks.push(task);
    else weeks.push({ week, tasks: [task] });
  }
  return [...months];
}
