import { useEffect, useState } from 'react';

const FACES = ['400 16px Inter', '600 16px Inter'];

let areReady = false;

/** Whether the page's fonts have loaded (or failed to), so that texts can be measured. */
export function useFontsReady(): boolean {
  const [isReady, setIsReady] = useState(areReady);
  useEffect(() => {
    if (areReady) return;
    const done = () => {
      areReady = true;
      setIsReady(true);
    };
    Promise.all(FACES.map((face) => document.fonts.load(face))).then(done, done);
  }, []);
  return isReady;
}
