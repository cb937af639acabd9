import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Cycle } from '../../../../cycle/cycle.js';
import { useRefreshCycle } from '../cycle/task-changes.js';
import { inQuiet } from './in-quiet.js';
import { useLiveState } from './use-live-state.js';

/** Long enough for what is changed in one go, too short to be felt. */
const QUIET = { afterMs: 25, latestMs: 400 };

/** Keeps what the page shows of a cycle as new as the cycle is. Shows nothing itself. */
export default function FollowCycle({ cycleId }: { readonly cycleId: string }) {
  const { revision, comments, isRefused } = useLiveState(cycleId);
  useCaughtUp(cycleId, revision);
  useNewComments(cycleId, comments);
  useSessionAnew(isRefused);
  return null;
}

/** Asks who reads the page when the service no longer tells: the session may have ended, here or in another window. */
function useSessionAnew(isRefused: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (isRefused) void queries.invalidateQueries({ queryKey: ['session'] });
  }, [isRefused, queries]);
}

/** Asks anew for the cycle when something that is shown of it is older than a revision. */
function useCaughtUp(cycleId: string, revision: number): void {
  const queries = useQueryClient();
  const refresh = useRefreshCycle(cycleId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what refreshes is made anew with each drawing, for the same cycle
  const work = useMemo(() => {
    let wanted = 0;
    const isOld = ({ state }: Query) => !state.isInvalidated && revisionIn(state.data) < wanted;
    const quiet = inQuiet(() => {
      // One's own change is on its way, or what was just asked for may be new enough.
      const isBusy = queries.isMutating() > 0 || queries.isFetching({ queryKey: ['cycle', cycleId] }) > 0;
      if (isBusy) quiet.ask();
      else if (
        queries
          .getQueryCache()
          .findAll({ queryKey: ['cycle', cycleId] })
          .some(isOld)
      )
        void refresh();
    }, QUIET);
    const catchUpWith = (risen: number) => {
      wanted = risen;
      quiet.ask();
    };
    return { catchUpWith, stop: quiet.stop };
  }, [cycleId, queries]);
  useEffect(() => {
    if (revision > 0) work.catchUpWith(revision);
  }, [revision, work]);
  useEffect(() => work.stop, [work]);
}

/** The revision of the cycle that fetched data is of; infinite for data that does not say. */
function revisionIn(data: unknown): number {
  const { cycle } = (data ?? {}) as { readonly cycle?: Partial<Cycle> };
  return cycle?.revision ?? Number.POSITIVE_INFINITY;
}

/** Asks anew for the comments that are shown when there are more. */
function useNewComments(cycleId: string, comments: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (comments === 0) return;
    void queries.invalidateQueries({
      predicate: ({ queryKey: [kind, id, part] }) =>
        kind === 'task' && part === 'comments' && String(id).startsWith(`${cycleId}-`),
    });
  }, [cycleId, comments, queries]);
}
