import { Button } from '@digdir/designsystemet-react';
import { ClockDashedIcon } from '@navikt/aksel-icons';
import { Link } from 'wouter';
import type { TaskView } from '../../../cycle/task-view.js';
import { useTexts } from '../language/use-texts.js';
import { AlsoLooking } from '../live/also-looking.js';
import { cyclePath } from '../shell/views.js';
import styles from './cycle-tools.module.css';

/** What those who work can do with a task, on its page. */
export default function TaskTools({ task }: { readonly task: TaskView }) {
  const { t } = useTexts();
  return (
    <section className={styles.tools} aria-label={t('work.cycle.task-label')}>
      <Button asChild variant="tertiary" data-size="sm">
        <Link href={`${cyclePath(task.cycleId)}/history?task=${encodeURIComponent(task.id)}`}>
          <ClockDashedIcon aria-hidden />
          {t('work.history.of-task')}
        </Link>
      </Button>
      <AlsoLooking cycleId={task.cycleId} taskId={task.id} />
    </section>
  );
}
