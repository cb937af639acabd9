import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { namesOf } from '../../../../data/cycle/names.js';
import { numericDate } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { KindMark } from '../../../../task/lines/kind-mark.js';
import styles from './month-event.module.css';
import type { Placed } from './month-tasks.js';

interface MonthEventProps {
  readonly task: TaskView;
  readonly part: Placed['part'];
  readonly cycleView: CycleView;
  /** Whether the task starts and ends in the week shown. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** A task in the grid of a month: a mark and its title, on a bar where it lasts several days. */
export function MonthEvent({ task, part, cycleView, isStart, isEnd }: MonthEventProps) {
  const { t } = useTexts();
  const { phase, who } = namesOf(task, cycleView);
  return (
    <span
      className={styles.event}
      data-task={task.id}
      data-series={phase.series}
      data-bar={part === 'whole' && task.start !== task.end}
      data-start={isStart}
      data-end={isEnd}
      data-status={task.status}
    >
      <KindMark kind={task.kind} />
      <span className={styles.title}>
        <span className="ds-sr-only">{t(`kind.${task.kind}`)}: </span>
        {part === 'last-day' ? t('ui.month.last-day', { title: task.title }) : task.title}
        {part === 'first-day' && (
          <span className={styles.until}> {t('ui.month.until', { date: numericDate(task.end) })}</span>
        )}
        <span className="ds-sr-only">. {who}</span>
      </span>
    </span>
  );
}
