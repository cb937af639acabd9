import { lazy, Suspense } from 'react';
import { useMover } from '../changes/mover.js';
import { withWorkTexts } from '../language/i18n.js';
import type { ViewProps } from '../shell/view-props.js';
import { AgendaMonths } from './agenda/agenda-months.js';

const BulkAgenda = lazy(withWorkTexts(() => import('../changes/bulk/bulk-agenda.js')));

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
