import { lazy, Suspense } from 'react';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { TaskView } from '../../../../task/task-view.js';
import { withWorkTexts } from '../../data/language/i18n.js';
import { useIsWorker } from '../../data/session/cycle-state.js';

const EditLink = lazy(withWorkTexts(() => import('./edit-link.js')));

interface EditTaskLinkProps {
  readonly task: TaskView;
  readonly cycle: Cycle;
}

/** A link to the form of a task; nothing for mere readers, who do not fetch it. */
export function EditTaskLink(props: EditTaskLinkProps) {
  const isWorker = useIsWorker(props.task.cycleId);
  return (
    isWorker && (
      <Suspense>
        <EditLink {...props} />
      </Suspense>
    )
  );
}
