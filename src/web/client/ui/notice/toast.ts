import { useSyncExternalStore } from 'react';

/** What has just happened, said once, and what can be done about it. */
export interface Toast {
  /** `done` goes away by itself; `refused` stays until it has been read. */
  readonly kind: 'done' | 'refused';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

let shown: Toast | null = null;
const listeners = new Set<() => void>();

function show(next: Toast | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says something to who works, in the place of what was said before. */
export function tell(toast: Toast): void {
  show(toast);
}

/** Takes away what was said. */
export function untell(): void {
  show(null);
}

/** What is being said; null when nothing is. */
export function useToast(): Toast | null {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => shown,
  );
}
