import { type RefObject, useEffect } from 'react';
import type { IsoDate } from '../../../../../../calendar/iso-date.js';

/** Scrolls a day of a grid into the window when the grid opens: on a desk, the last weeks of a month may be below it. */
export function useDayInView(grid: RefObject<HTMLElement | null>, date: IsoDate): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens
  useEffect(() => {
    const { current } = grid;
    if (!current) return undefined;
    // The calendar gives its weeks their heights after it has rendered them.
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      current.querySelector(`[data-date="${date}"]`)?.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
}
