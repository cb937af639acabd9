import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useRefreshCycle } from '../cycle/task-changes.js';
import { readerKeys } from '../keys/reader-keys.js';
import { isOfCommentsIn } from '../keys/task-keys.js';
import { catchingUp } from './catch-up.js';
import { useLiveState } from './use-live-state.js';

/** Keeps what the page shows of a cycle up to date. Renders nothing itself. */
export default function FollowCycle({ cycleId }: { readonly cycleId: string }) {
  const { revision, comments, isRefused } = useLiveState(cycleId);
  useCaughtUp(cycleId, revision);
  useNewComments(cycleId, comments);
  useSessionCheck(isRefused);
  return null;
}

/** Fetches the session when the event stream is refused: it may have ended, here or in another window. */
function useSessionCheck(isRefused: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (isRefused) void queries.invalidateQueries({ queryKey: readerKeys.anySession });
  }, [isRefused, queries]);
}

/** Refetches the cycle when something shown of it is older than a revision. */
function useCaughtUp(cycleId: string, revision: number): void {
  const queries = useQueryClient();
  const refresh = useRefreshCycle(cycleId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the refresh function is another at each render, for the same cycle
  const work = useMemo(() => catchingUp(queries, cycleId, () => void refresh()), [cycleId, queries]);
  useEffect(() => {
    if (revision > 0) work.catchUpWith(revision);
  }, [revision, work]);
  useEffect(() => work.stop, [work]);
}

/** Refetches the comments that are shown when there are new ones. */
function useNewComments(cycleId: string, comments: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (comments === 0) return;
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => isOfCommentsIn(queryKey, cycleId),
    });
  }, [cycleId, comments, queries]);
}
