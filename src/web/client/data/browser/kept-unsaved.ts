/** The names under which people keep what they have written and not saved begin with this. */
export const UNSAVED = 'unsaved:';

/** What has not been touched for 30 days is not gone on with, and whoever else uses the computer may not find it. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** What is kept of one thing that was written: when it was last typed in, as an ISO 8601 instant. */
interface Written {
  readonly at: string;
}

/** Whether something was written so long ago that it is to be forgotten. */
export function isTooOld({ at }: Written, now = Date.now()): boolean {
  return !(Date.parse(at) > now - KEPT_MS);
}

/** Forgets what anyone has written here and not saved, which whoever comes next to a shared computer may not read. */
export function forgetUnsaved(): void {
  forgetWhere(() => true);
  try {
    sessionStorage.clear();
  } catch {
    // Where storage is forbidden, nothing has been kept.
  }
}

/** Forgets what is too old, whoever wrote it: they may not come back. */
export function forgetOldUnsaved(): void {
  forgetWhere((text) => {
    try {
      const { all = {} } = JSON.parse(text) as { readonly all?: Readonly<Record<string, Written>> };
      return Object.values(all).every((each) => isTooOld(each));
    } catch {
      return true;
    }
  });
}

function forgetWhere(isForgotten: (text: string) => boolean): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(UNSAVED) && isForgotten(localStorage.getItem(name) ?? '{}'))
        localStorage.removeItem(name);
    }
  } catch {
    // Where storage is forbidden, nothing has been kept.
  }
}
