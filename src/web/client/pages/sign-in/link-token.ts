import { useSyncExternalStore } from 'react';

let token: string | null = null;
const listeners = new Set<() => void>();

/** Removes the token of a one-time link from the address, so that it does not stay in the history. */
function take(): void {
  const found = new URLSearchParams(location.hash.slice(1)).get('link');
  if (found === null) return;
  token = found;
  history.replaceState(null, '', location.pathname);
  for (const listener of listeners) listener();
}

take();
// A link pasted over this page's own address does not reload the page.
window.addEventListener('hashchange', take);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The token of the one-time link that led here; null when none did. */
export function useLinkToken(): string | null {
  return useSyncExternalStore(subscribe, () => token);
}
