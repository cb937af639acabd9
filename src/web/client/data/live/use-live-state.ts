import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useSession } from '../session/session.js';
import { streamOf } from './cycle-stream.js';
import { type LiveState, NOTHING_KNOWN } from './live-state.js';

/** What others change of a cycle and who views its tasks, as it happens. */
export function useLiveState(cycleId: string): LiveState {
  // Acting for another unit needs another stream.
  const unit = useSession().data?.unit;
  const stream = useRef<ReturnType<typeof streamOf>>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stream reads the acting unit from the browser's storage
  const listen = useCallback(
    (onChange: () => void) => {
      stream.current = streamOf(cycleId);
      return stream.current.listen(onChange);
    },
    [cycleId, unit],
  );
  return useSyncExternalStore(listen, () => stream.current?.state ?? NOTHING_KNOWN);
}
