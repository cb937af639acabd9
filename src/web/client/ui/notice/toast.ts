import { useSyncExternalStore } from 'react';

/** A short message about what has just happened, with an action to take, if any. */
export interface Toast {
  /** `done` disappears after a while; `refused` stays until it is dismissed. */
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

/** Shows a toast, in place of the one before. */
export function showToast(toast: Toast): void {
  show(toast);
}

/** Removes the toast. */
export function dismissToast(): void {
  show(null);
}

/** The toast being shown; null when there is none. */
export function useToast(): Toast | null {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => shown,
  );
}
