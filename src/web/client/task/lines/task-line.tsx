import { Tag } from '@digdir/designsystemet-react';
import { type ComponentType, memo } from 'react';
import { Link } from 'wouter';
import type { TaskView } from '../../../../task/task-view.js';
import { taskPath } from '../../data/address/views.js';
import { useKept } from '../../data/address/way-back.js';
import { type NameSource, namesOf } from '../../data/cycle/names.js';
import { numericPeriod } from '../../data/language/dates.js';
import { useTexts } from '../../data/language/use-texts.js';
import { DoneMark } from '../marks/done-marks.js';
import { EditMark } from '../marks/edit-marks.js';
import { KindMark } from './kind-mark.js';
import styles from './task-line.module.css';

interface TaskLineProps {
  readonly task: TaskView;
  readonly names: NameSource;
  readonly isPast: boolean;
  /** Stands before it, such as a box to choose it by. */
  readonly Lead?: ComponentType<{ readonly task: TaskView }> | undefined;
}

/** One task in a list: when, what, who and with whom. Rendered again only when it changes: a list holds hundreds. */
export const TaskLine = memo(function TaskLine({ task, names, isPast, Lead }: TaskLineProps) {
  const { t } = useTexts();
  const kept = useKept();
  const { phase, who, partners } = namesOf(task, names);
  return (
    <li
      className={styles.line}
      data-series={phase.series}
      data-past={isPast}
      data-status={task.status}
      data-led={Lead !== undefined}
    >
      {Lead && <Lead task={task} />}
      <span className={styles.date}>{numericPeriod(task)}</span>
      <KindMark kind={task.kind} />
      <div className={styles.what}>
        <Link href={kept(taskPath(task.id))} className={styles.title}>
          {task.title}
        </Link>
        <p className={styles.meta}>
          <span className="ds-sr-only">{t(`kind.${task.kind}`)}. </span>
          {who}
          {partners.length > 0 && `, ${t('ui.with', { partners: partners.join(', ') })}`}
          {` · ${phase.name}`}
        </p>
      </div>
      <span className={styles.end}>
        <TaskTags task={task} />
        <DoneMark taskId={task.id} />
        <EditMark task={task} />
      </span>
    </li>
  );
});

/** Tags for what is out of the ordinary about a task. */
export function TaskTags({ task }: { readonly task: TaskView }) {
  const { t } = useTexts();
  return (
    <span className={styles.tags}>
      {task.status !== 'planned' && (
        <Tag data-size="sm" data-color={task.status === 'done' ? 'success' : 'neutral'}>
          {t(`status.${task.status}`)}
        </Tag>
      )}
      {task.provisional && (
        <Tag data-size="sm" data-color="warning">
          {t('ui.provisional-tag')}
        </Tag>
      )}
    </span>
  );
}
