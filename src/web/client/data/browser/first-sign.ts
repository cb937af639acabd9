const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'scroll'] as const;

/** Calls once the reader does anything on the page: moves, touches, scrolls or presses a key. Returns what ends the waiting. */
export function atFirstSign(call: () => void): () => void {
  const leave = () => {
    for (const sign of SIGNS) removeEventListener(sign, note, { capture: true });
  };
  const note = () => {
    leave();
    call();
  };
  for (const sign of SIGNS) addEventListener(sign, note, { passive: true, capture: true });
  return leave;
}
