import { lazy, Suspense } from 'react';
import { useIsWorker } from '../session/cycle-state.js';

const FollowCycle = lazy(() => import('./follow-cycle.js'));

/** Shows those who edit a cycle what others change in it, without a reload. */
export function Live({ cycleId }: { readonly cycleId: string }) {
  return (
    useIsWorker(cycleId) && (
      <Suspense>
        <FollowCycle cycleId={cycleId} />
      </Suspense>
    )
  );
}
