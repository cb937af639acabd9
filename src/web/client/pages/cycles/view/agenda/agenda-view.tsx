import { lazy, Suspense } from 'react';
import { withWorkTexts } from '../../../../data/language/i18n.js';
import { useMover } from '../../../../task/move/mover.js';
import type { ViewProps } from '../any-view/view-props.js';
import { AgendaMonths } from './agenda-months.js';

const BulkAgenda = lazy(withWorkTexts(() => import('./bulk-agenda.js')));

/** The tasks by month and week; those who may can change many of them at once. */
export function AgendaView({ cycleView, tasks }: ViewProps) {
  const mover = useMover(cycleView);
  const months = <AgendaMonths cycleView={cycleView} tasks={tasks} />;
  if (!mover) return months;
  return (
    <Suspense fallback={months}>
      <BulkAgenda cycleView={cycleView} tasks={tasks} mover={mover} />
    </Suspense>
  );
}
