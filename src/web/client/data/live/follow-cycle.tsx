import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useRefreshCycle } from '../cycle/task-changes.js';
import { readerKeys } from '../keys/reader-keys.js';
import { isOfCommentsIn } from '../keys/task-keys.js';
import { catchingUp } from './catch-up.js';
import { useLiveState } from './use-live-state.js';

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
    if (isRefused) void queries.invalidateQueries({ queryKey: readerKeys.anySession });
  }, [isRefused, queries]);
}

/** Asks anew for the cycle when something that is shown of it is older than a revision. */
function useCaughtUp(cycleId: string, revision: number): void {
  const queries = useQueryClient();
  const refresh = useRefreshCycle(cycleId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what refreshes is made anew with each drawing, for the same cycle
  const work = useMemo(() => catchingUp(queries, cycleId, () => void refresh()), [cycleId, queries]);
  useEffect(() => {
    if (revision > 0) work.catchUpWith(revision);
  }, [revision, work]);
  useEffect(() => work.stop, [work]);
}

/** Asks anew for the comments that are shown when there are more. */
function useNewComments(cycleId: string, comments: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (comments === 0) return;
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => isOfCommentsIn(queryKey, cycleId),
    });
  }, [cycleId, comments, queries]);
}
