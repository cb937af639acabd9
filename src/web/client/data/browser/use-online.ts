import { useSyncExternalStore } from 'react';

/** Whether the browser believes that it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      for (const event of ['online', 'offline']) addEventListener(event, onChange);
      return () => {
        for (const event of ['online', 'offline']) removeEventListener(event, onChange);
      };
    },
    () => navigator.onLine,
  );
}
