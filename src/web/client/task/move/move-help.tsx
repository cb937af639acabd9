import { lazy, Suspense } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { withWorkTexts } from '../../data/language/i18n.js';
import { useIsWorker } from '../../data/session/cycle-state.js';

const MoveKeys = lazy(withWorkTexts(() => import('./move-keys.js')));

/** Help on how to move tasks, for editors of the cycle. */
export function MoveHelp({ cycleView }: { readonly cycleView: CycleView }) {
  return (
    useIsWorker(cycleView.cycle.id) && (
      <Suspense>
        <MoveKeys cycleView={cycleView} />
      </Suspense>
    )
  );
}
