import { lazy, Suspense } from 'react';
import { withWorkTexts } from '../../../../data/language/i18n.js';
import { DoneMarks } from '../../../../task/marks/done-marks.js';
import { useTaskEditor } from '../../../../task/move/task-editor.js';
import type { ViewProps } from '../any-view/view-props.js';
import { AgendaMonths } from './agenda-months.js';

const BulkAgenda = lazy(withWorkTexts(() => import('./bulk-agenda.js')));

/** The tasks by month and week, with bulk changes for those who may, and a tick on what the reader's unit is to do. */
export function AgendaView(props: ViewProps) {
  return (
    <DoneMarks cycle={props.cycleView.cycle}>
      <Agenda {...props} />
    </DoneMarks>
  );
}

function Agenda({ cycleView, tasks, filter }: ViewProps) {
  const editor = useTaskEditor(cycleView);
  // Another cycle is another list, which begins where it begins.
  const key = cycleView.cycle.id;
  const shown = { cycleView, tasks, filter };
  const months = <AgendaMonths key={key} {...shown} />;
  if (!editor) return months;
  return (
    <Suspense fallback={months}>
      <BulkAgenda key={key} {...shown} editor={editor} />
    </Suspense>
  );
}
