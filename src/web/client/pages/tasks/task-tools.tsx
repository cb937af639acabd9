import { Button } from '@digdir/designsystemet-react';
import { ClockDashedIcon } from '@navikt/aksel-icons';
import { Link } from 'wouter';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { TaskView } from '../../../../task/task-view.js';
import { cyclePath } from '../../data/address/views.js';
import { useTexts } from '../../data/language/use-texts.js';
import EditLink from '../../task/marks/edit-link.js';
import { OtherViewers } from '../../task/marks/other-viewers.js';
import styles from '../../ui/page/tools.module.css';
import { TaskDone } from './task-done.js';

/** What editors can do with a task, on its page. */
export default function TaskTools({ task, cycle }: { readonly task: TaskView; readonly cycle: Cycle }) {
  const { t } = useTexts();
  return (
    <section className={styles.tools} aria-label={t('work.cycle.task-label')}>
      <TaskDone task={task} />
      <EditLink task={task} cycle={cycle} />
      <Button asChild variant="tertiary" data-size="sm">
        <Link href={`${cyclePath(task.cycleId)}/history?task=${encodeURIComponent(task.id)}`}>
          <ClockDashedIcon aria-hidden />
          {t('work.history.of-task')}
        </Link>
      </Button>
      <OtherViewers cycleId={task.cycleId} taskId={task.id} />
    </section>
  );
}
