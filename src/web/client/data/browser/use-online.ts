import { useSyncExternalStore } from 'react';

/** Whether the browser reports that it is online. */
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
