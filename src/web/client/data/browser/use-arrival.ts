import { useEffect } from 'react';

/** Scrolls to the top of a new page and moves the focus there, as a browser does on load. */
export function useArrival(): void {
  useEffect(() => {
    const [loaded] = performance.getEntriesByType('navigation');
    if (loaded?.name === location.href) return;
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, []);
}
