import { useEffect } from 'react';

/** Begins a page at its top, for eyes and for the keyboard, as a browser does when it loads one. */
export function useArrival(): void {
  useEffect(() => {
    const [loaded] = performance.getEntriesByType('navigation');
    if (loaded?.name === location.href) return;
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, []);
}
