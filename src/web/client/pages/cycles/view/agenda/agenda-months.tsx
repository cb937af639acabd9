import { Heading } from '@digdir/designsystemet-react';
import { type ComponentType, useMemo } from 'react';
import { isoWeekOf, monthOf } from '../../../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { useHashTarget } from '../../../../data/address/use-hash-target.js';
import type { NameSource } from '../../../../data/cycle/names.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import { TaskLine } from '../../../../task/lines/task-line.js';
import type { ViewProps } from '../any-view/view-props.js';
import styles from './agenda-months.module.css';

interface AgendaMonthsProps extends Pick<ViewProps, 'cycleView' | 'tasks'> {
  /** What is shown before a task, such as a checkbox to select it. */
  readonly Lead?: ComponentType<{ readonly task: TaskView }>;
}

/** The tasks by month and week, with what is ongoing today at the top of its week. */
export function AgendaMonths({ cycleView, tasks, Lead }: AgendaMonthsProps) {
  const { t } = useTexts();
  const today = useToday();
  const names = useNameSource(cycleView);
  const months = useMemo(() => byMonth(tasks), [tasks]);
  useHashTarget();
  return (
    <div className={styles.agenda} data-led={Lead !== undefined}>
      {months.map(([month, weeks]) => (
        <section key={month} className={styles.month} aria-labelledby={`month-${month}`}>
          <Heading level={2} data-size="sm" id={`month-${month}`} className={styles.monthName}>
            {t(`month.${monthOf(weeks[0]?.tasks[0]?.start ?? today)}`)} <span>{month.slice(0, 4)}</span>
          </Heading>
          {weeks.map(({ week, anchor, tasks: ofWeek }) => (
            <div key={week} id={anchor} tabIndex={-1} className={styles.week}>
              <h3 className={styles.weekName}>{t('ui.week', { week })}</h3>
              <ul className={styles.tasks}>
                {ofWeek.map((task) => (
                  <TaskLine key={task.id} task={task} names={names} isPast={task.end < today} Lead={Lead} />
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
  /** The anchor in the address; the second half of a week split between two months has none. */
  readonly anchor: string | undefined;
  readonly tasks: TaskView[];
}

/** Months of the tasks' starts, `YYYY-MM`, each with its ISO weeks. */
function byMonth(tasks: readonly TaskView[]): [string, Week[]][] {
  const months = new Map<string, Week[]>();
  const named = new Set<string>();
  for (const task of tasks) {
    const month = task.start.slice(0, 7);
    const { week, weekYear } = isoWeekOf(task.start);
    const weeks = months.get(month) ?? [];
    months.set(month, weeks);
    const last = weeks.at(-1);
    if (last?.week === week) last.tasks.push(task);
    else {
      const anchor = `week-${weekYear}-${String(week).padStart(2, '0')}`;
      weeks.push({ week, anchor: named.has(anchor) ? undefined : anchor, tasks: [task] });
      named.add(anchor);
    }
  }
  return [...months];
}

/** The sources of a cycle's names: the same object until a name changes, whatever happens to its tasks. */
function useNameSource({ vocabulary, units, county }: NameSource): NameSource {
  return useMemo(() => ({ vocabulary, units, county }), [vocabulary, units, county]);
}
