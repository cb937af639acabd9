import { createContext, lazy, type ReactNode, Suspense, use } from 'react';
import type { Cycle } from '../../../../cycle/cycle.js';
import type { TaskView } from '../../../../task/task-view.js';
import { useFirstSign } from '../../data/browser/use-first-sign.js';
import { withWorkPageTexts } from '../../data/language/i18n.js';
import { useFilter } from '../filter/use-filter.js';
import { type Reporting, useReporting } from '../progress/reporting.js';

const DoneIcon = lazy(withWorkPageTexts(() => import('./done-icon.js')));

const Reported = createContext<Reporting | null>(null);

interface DoneMarksProps {
  readonly cycle: Cycle;
  readonly children: ReactNode;
}

/** Lets the lines of a list be reported as done; what the reader reports on is found out once for all of them. */
export function DoneMarks({ cycle, children }: DoneMarksProps) {
  const [{ unit }] = useFilter();
  // A first visit does not wait for what only somebody who is about to tick needs.
  const isNeeded = useFirstSign();
  return <Reported value={useReporting(isNeeded ? cycle.id : null, unit)}>{children}</Reported>;
}

/** A tick for a task that the reader's unit is to do and has not done; nothing for any other. */
export function DoneMark({ taskId }: { readonly taskId: TaskView['id'] }) {
  const reporting = use(Reported);
  const myTask = reporting?.myTaskOf(taskId);
  if (!reporting || myTask?.part !== 'own' || myTask.due === 'done') return null;
  return (
    <Suspense>
      <DoneIcon task={myTask.task} speaker={reporting.speaker} />
    </Suspense>
  );
}
