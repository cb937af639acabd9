import { useState } from 'react';
import { isSignedOut } from './signed-out.js';

/**
 * A state kept in the browser's tab until it is removed or its writer signs out: it survives a reload and a visit to another
 * step.
 */
export function useKeptState<T>(name: string, first: T): readonly [T, (next: T) => void, () => void] {
  const [state, setState] = useState<T>(() => read<T>(name) ?? first);
  const set = (next: T) => {
    setState(next);
    if (!isSignedOut()) write(name, JSON.stringify(next));
  };
  const forget = () => {
    setState(first);
    forgetKept(name);
  };
  return [state, set, forget];
}

/** Forgets what has been kept under a name, whoever kept it. */
export function forgetKept(name: string): void {
  write(name, null);
}

function read<T>(name: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(name);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}

function write(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // Where storage is forbidden, the state lasts as long as the page.
  }
}
