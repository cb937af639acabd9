import { forgetTabOfSignedOut, markSignedOut } from './signed-out.js';

/** The prefix of the storage keys of unsaved work. */
export const UNSAVED = 'unsaved:';

/** Unsaved work expires after 30 days: nobody resumes it, and others may use the same computer. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** What is stored of unsaved work: when it was last edited (an ISO 8601 instant), and its state. */
interface Written {
  readonly at: string;
  readonly state?: string;
}

interface Kept {
  readonly all?: Readonly<Record<string, Written>>;
}

/** Whether unsaved work has expired. */
export function isTooOld({ at }: Pick<Written, 'at'>, now = Date.now()): boolean {
  return !(Date.parse(at) > now - KEPT_MS);
}

/**
 * Removes what has been typed in this browser and not saved, which the next user of a shared computer must not read, and has
 * no window keep it again. What was saved and waits to be sent, or was refused, stays under its writer's own name: they
 * believe that it is done.
 */
export function forgetUnsaved(): void {
  markSignedOut();
  forgetWhere(({ state }) => state === 'typed');
  try {
    sessionStorage.clear();
  } catch {
    // Where storage is forbidden, nothing has been kept.
  }
}

/** Removes expired unsaved work, whoever wrote it: they may not come back; and what the tab has kept for who has signed out. */
export function forgetOldUnsaved(): void {
  forgetTabOfSignedOut();
  forgetWhere((each) => isTooOld(each));
}

function forgetWhere(isForgotten: (each: Written) => boolean): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(UNSAVED)) forgetIn(name, isForgotten);
  } catch {
    // Where storage is forbidden, nothing has been kept.
  }
}

function forgetIn(name: string, isForgotten: (each: Written) => boolean): void {
  const kept = keptIn(name);
  const left = Object.entries(kept.all ?? {}).filter(([, each]) => !isForgotten(each));
  if (left.length === 0) localStorage.removeItem(name);
  else localStorage.setItem(name, JSON.stringify({ ...kept, all: Object.fromEntries(left) }));
}

/** The value stored under a name; undefined where it cannot be read. */
function keptIn(name: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}') as Kept;
  } catch {
    return {};
  }
}
