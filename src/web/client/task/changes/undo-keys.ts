import type { Way } from './take-back.js';

/** Elements in which one types, where Ctrl+Z undoes the typing. */
const WRITTEN_IN = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

/** Ctrl+Z undoes and Ctrl+Shift+Z redoes (Cmd on a Mac), except where one writes and while a dialog is open. */
export function wayOfKey({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
  repeat,
  target,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat' | 'target'>):
  | Way
  | undefined {
  if (key.toLowerCase() !== 'z' || altKey || ctrlKey === metaKey) return undefined;
  // A key that is held down counts once: each response decides what the next would undo.
  if (repeat) return undefined;
  if (target instanceof Element && target.closest(WRITTEN_IN)) return undefined;
  if (document.querySelector('dialog[open]')) return undefined;
  return shiftKey ? 'redo' : 'undo';
}
