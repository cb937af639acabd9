/** The names under which people keep what they have written and not saved begin with this. */
export const UNSAVED = 'unsaved:';

/** What has not been touched for 30 days is not gone on with, and whoever else uses the computer may not find it. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** What is kept of one thing that was written: when it was last typed in, as an ISO 8601 instant, and how far it has come. */
interface Written {
  readonly at: string;
  readonly state?: string;
}

interface Kept {
  readonly all?: Readonly<Record<string, Written>>;
}

/** Whether something was written so long ago that it is to be forgotten. */
export function isTooOld({ at }: Pick<Written, 'at'>, now = Date.now()): boolean {
  return !(Date.parse(at) > now - KEPT_MS);
}

/**
 * Forgets what has been typed here and not saved, which whoever comes next to a shared computer may not read. What was saved
 * and waits to be sent, or was refused, stays under its writer's own name: they think that it is done.
 */
export function forgetUnsaved(): void {
  forgetWhere(({ state }) => state === 'typed');
  try {
    sessionStorage.clear();
  } catch {
    // Where storage is forbidden, nothing has been kept.
  }
}

/** Forgets what is too old, whoever wrote it: they may not come back. */
export function forgetOldUnsaved(): void {
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

/** What a name keeps; nothing where it cannot be read. */
function keptIn(name: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}') as Kept;
  } catch {
    return {};
  }
}
