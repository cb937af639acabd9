import { useEffect, useLayoutEffect, useState } from 'react';
import { useSearch } from 'wouter';
import type { IsoDate } from '../../../../../../calendar/iso-date.js';

/** Where a list begins, and whether what is earlier is shown. */
export interface Place {
  readonly begin: IsoDate;
  readonly isOpen: boolean;
}

/** What this page keeps in the state of an entry of the browser's history. */
interface HistoryState {
  readonly agenda?: Place;
  /** How far the page is scrolled, in pixels. */
  readonly scrolled?: number;
}

/** Browsers refuse to keep something many times a second; scrolling has stopped after this time. */
const STILL_MS = 100;

/**
 * The place of the list, and a function that shows or hides what is earlier. It is kept with the page's entry in the
 * browser's history, with how far the page is scrolled, so that the reader finds the list as they left it when they come
 * back or load it again. `arrive` is called at first when the reader comes by a link instead.
 */
export function usePlace(
  firstBegin: () => IsoDate,
  arrive: (begin: IsoDate) => void,
): readonly [Place, (isOpen: boolean) => void] {
  const search = useSearch();
  const [kept] = useState(() => (history.state as HistoryState | null)?.agenda);
  const [place, setPlace] = useState(() => kept ?? { begin: firstBegin(), isOpen: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only at first
  useEffect(() => {
    if (!kept) arrive(place.begin);
  }, []);
  // A change of the address, such as of the filter, may leave the state behind.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the address changes
  useEffect(() => keep({ agenda: place }), [place, search]);
  useKeptScroll();
  return [place, (isOpen) => setPlace({ ...place, isOpen })];
}

/** Adds to what the history keeps of the page. */
function keep(more: HistoryState): void {
  history.replaceState({ ...history.state, ...more }, '');
}

/**
 * Scrolls to where the page was, and keeps where it is from then on. When a page is loaded again, the browser looks for
 * its place before the tasks have arrived, and gives up.
 */
function useKeptScroll(): void {
  useLayoutEffect(() => {
    const { scrolled } = (history.state ?? {}) as HistoryState;
    if (scrolled !== undefined) scrollTo(0, scrolled);
  }, []);
  useEffect(() => {
    let timer = 0;
    const keepNow = () => {
      clearTimeout(timer);
      timer = 0;
      keep({ scrolled: scrollY });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(keepNow, STILL_MS);
    };
    // A link leads away, to another entry of the history.
    const first = () => {
      if (timer !== 0) keepNow();
    };
    addEventListener('scroll', soon, { passive: true });
    addEventListener('click', first, true);
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', soon);
      removeEventListener('click', first, true);
    };
  }, []);
}
