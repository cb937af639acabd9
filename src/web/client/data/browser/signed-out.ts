import { keepChoice, keptChoice } from './kept-choice.js';

/** When somebody last signed out in this browser: its value is another after each time, and the same in all its windows. */
const KEPT_AS = 'signed-out-at';

/** As it was when this window loaded the page: whoever signs in afterwards loads it again. */
const asLoaded = keptChoice(KEPT_AS);

/** Tells every window of the browser that what has been typed in it is not to be kept any more. */
export function markSignedOut(): void {
  keepChoice(KEPT_AS, new Date().toISOString());
}

/** Whether somebody has signed out, here or in another window, since this one loaded the page. */
export function isSignedOut(): boolean {
  return keptChoice(KEPT_AS) !== asLoaded;
}

/** Empties what this tab has kept for somebody who has signed out since, in another window: each has a storage of its own. */
export function forgetTabOfSignedOut(): void {
  try {
    const last = keptChoice(KEPT_AS) ?? '';
    if ((sessionStorage.getItem(KEPT_AS) ?? last) !== last) sessionStorage.clear();
    sessionStorage.setItem(KEPT_AS, last);
  } catch {
    // Where storage is forbidden, nothing has been kept.
  }
}
