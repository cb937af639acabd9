import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useSession } from '../session/session.js';
import { streamOf } from './cycle-stream.js';
import { type LiveState, UNTOLD } from './live-state.js';

/** What the service tells of a cycle, as it happens. */
export function useLiveState(cycleId: string): LiveState {
  // Another unit to speak for is another stream.
  const unit = useSession().data?.unit;
  const stream = useRef<ReturnType<typeof streamOf>>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stream is of the unit that is kept in the browser
  const listen = useCallback(
    (onChange: () => void) => {
      stream.current = streamOf(cycleId);
      return stream.current.listen(onChange);
    },
    [cycleId, unit],
  );
  return useSyncExternalStore(listen, () => stream.current?.state ?? UNTOLD);
}
