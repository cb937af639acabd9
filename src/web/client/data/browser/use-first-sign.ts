import { useEffect, useState } from 'react';
import { atFirstSign } from './first-sign.js';

/** Whether the reader has done anything on the page yet: moved, touched, scrolled or pressed a key. */
export function useFirstSign(): boolean {
  const [isGiven, setIsGiven] = useState(false);
  useEffect(() => (isGiven ? undefined : atFirstSign(() => setIsGiven(true))), [isGiven]);
  return isGiven;
}
