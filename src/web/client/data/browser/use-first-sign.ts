import { useEffect, useState } from 'react';

const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'scroll'] as const;

/** Whether the reader has done anything on the page yet: moved, touched, scrolled or pressed a key. */
export function useFirstSign(): boolean {
  const [isGiven, setIsGiven] = useState(false);
  useEffect(() => {
    if (isGiven) return;
    const note = () => setIsGiven(true);
    for (const sign of SIGNS) addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      for (const sign of SIGNS) removeEventListener(sign, note, { capture: true });
    };
  }, [isGiven]);
  return isGiven;
}
