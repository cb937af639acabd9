import type { Query, QueryClient } from '@tanstack/react-query';
import type { Cycle } from '../../../../cycle/cycle.js';
import { cycleKeys } from '../keys/cycle-keys.js';
import { inQuiet } from './in-quiet.js';

/** Long enough to gather changes made in one go, too short to be noticed. */
const QUIET = { afterMs: 25, latestMs: 400 };

/** Keeps what is shown of a cycle up to date with its revision. */
export interface CatchingUp {
  readonly catchUpWith: (revision: number) => void;
  readonly stop: () => void;
}

/**
 * Refreshes when something that is shown of a cycle is older than the announced revision. While a change of one's own is
 * being sent, or the cycle is being fetched, the data may be about to become new enough: that is waited for, without
 * polling.
 */
export function catchingUp(queries: QueryClient, cycleId: string, refresh: () => void): CatchingUp {
  const ofCycle = { queryKey: cycleKeys.of(cycleId) };
  const caches = [queries.getQueryCache(), queries.getMutationCache()];
  let wanted = 0;
  let stopWaiting = () => {};
  const isOld = ({ state }: Query) => !state.isInvalidated && revisionIn(state.data) < wanted;
  const isBusy = () => queries.isMutating() > 0 || queries.isFetching(ofCycle) > 0;
  const waitForQuiet = () => {
    const ends = caches.map((cache) =>
      cache.subscribe(() => {
        if (!isBusy()) quiet.ask();
      }),
    );
    stopWaiting = () => {
      for (const end of ends) end();
    };
  };
  const quiet = inQuiet(() => {
    stopWaiting();
    if (isBusy()) waitForQuiet();
    else if (queries.getQueryCache().findAll(ofCycle).some(isOld)) refresh();
  }, QUIET);
  return {
    catchUpWith: (revision) => {
      wanted = revision;
      quiet.ask();
    },
    stop: () => {
      stopWaiting();
      quiet.stop();
    },
  };
}

/** The revision of the cycle in fetched data; infinite for data without one. */
function revisionIn(data: unknown): number {
  const { cycle } = (data ?? {}) as { readonly cycle?: Partial<Cycle> };
  return cycle?.revision ?? Number.POSITIVE_INFINITY;
}
