import { useSyncExternalStore } from 'react';

let text = '';
const listeners = new Set<() => void>();

function become(next: string): void {
  text = next;
  for (const listener of listeners) listener();
}

/**
 * The `ref` of a message that appears together with its text: has it read out. A screen reader reads what comes into a
 * place that it knows already, so the words go to the one that stands on every page, until the message goes.
 */
export function readOut(message: HTMLElement | null): (() => void) | undefined {
  if (!message) return;
  const said = message.textContent;
  become(said);
  return () => {
    if (text === said) become('');
  };
}

/** What is to be read out now; empty when nothing is. */
export function useReadOut(): string {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => text,
  );
}
