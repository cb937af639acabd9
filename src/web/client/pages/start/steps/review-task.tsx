import { Button, Checkbox } from '@digdir/designsystemet-react';
import { Link } from 'wouter';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../task/task-view.js';
import { failureText } from '../../../data/api/failure-text.js';
import { namesOf } from '../../../data/cycle/names.js';
import { useChangeTask } from '../../../data/cycle/task-changes.js';
import { nameOf } from '../../../data/language/author-name.js';
import { numericPeriod } from '../../../data/language/dates.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { TaskTags } from '../../../task/lines/task-line.js';
import { useEditAddress } from '../../../task/marks/edit-address.js';
import type { ReviewedTask } from '../frame/guided-queries.js';
import styles from './review.module.css';

interface ReviewTaskProps {
  readonly task: TaskView;
  readonly cycleView: CycleView;
  readonly tick: ReviewedTask | undefined;
  readonly onTick: (isReviewed: boolean) => void;
}

/** One task of the draft, to tick off, open for editing, or cancel as not relevant. */
export function ReviewTask({ task, cycleView, tick, onTick }: ReviewTaskProps) {
  const { t } = useTexts();
  const addressOf = useEditAddress();
  const change = useChangeTask(cycleView.cycle.id);
  const { who, partners } = namesOf(task, cycleView);
  const isCancelled = task.status === 'cancelled';
  const cancel = () =>
    change.mutate(
      { task, patch: { status: isCancelled ? 'planned' : 'cancelled' } },
      { onSuccess: () => onTick(true) },
    );
  return (
    <li className={styles.task} data-status={task.status}>
      <Checkbox
        aria-label={t('work.start.review.tick', { title: task.title })}
        checked={tick !== undefined}
        onChange={(event) => onTick(event.target.checked)}
      />
      <span className={styles.date}>{numericPeriod(task)}</span>
      <div className={styles.what}>
        <Link href={addressOf({ taskId: task.id })} className={styles.title}>
          {task.title}
        </Link>
        <p className={styles.meta}>
          {t(`kind.${task.kind}`)} · {who}
          {partners.length > 0 && `, ${t('ui.with', { partners: partners.join(', ') })}`}
          {tick && ` · ${t('work.start.review.ticked-by', { who: nameOf(tick.who, t) })}`}
        </p>
        {change.isError && (
          <p role="alert" className={styles.refused}>
            {failureText(change.error, t)}
          </p>
        )}
      </div>
      <TaskTags task={task} />
      <Button
        variant="tertiary"
        data-size="sm"
        loading={change.isPending}
        aria-label={t(isCancelled ? 'work.start.review.take-of' : 'work.start.review.leave-of', {
          title: task.title,
        })}
        onClick={cancel}
      >
        {t(isCancelled ? 'work.start.review.take' : 'work.start.review.leave')}
      </Button>
    </li>
  );
}
