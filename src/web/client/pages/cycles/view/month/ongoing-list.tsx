import { Link } from 'wouter';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { taskPath } from '../../../../data/address/views.js';
import { namesOf } from '../../../../data/cycle/names.js';
import { numericPeriod } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { KindMark } from '../../../../task/lines/kind-mark.js';
import styles from './ongoing-list.module.css';

interface OngoingListProps {
  readonly title: string;
  readonly tasks: readonly TaskView[];
  readonly cycleView: CycleView;
}

/** The long tasks of a month, whose bars would cover all of its days. */
export function OngoingList({ title, tasks, cycleView }: OngoingListProps) {
  const { t } = useTexts();
  if (tasks.length === 0) return null;
  return (
    <section className={styles.ongoing} aria-label={title}>
      <h3 className={styles.name}>{title}</h3>
      <ul>
        {tasks.map((task) => (
          <li key={task.id} data-series={namesOf(task, cycleView).phase.series} data-status={task.status}>
            <KindMark kind={task.kind} />
            <span>
              <Link href={taskPath(task.id)} className={styles.title}>
                <span className="ds-sr-only">{t(`kind.${task.kind}`)}: </span>
                {task.title}
              </Link>{' '}
              <span className={styles.date}>{numericPeriod(task)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
