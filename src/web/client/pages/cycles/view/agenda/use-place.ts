import { useEffect, useState } from 'react';
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
}

/**
 * The place of the list, and a function that shows or hides what is earlier. It is kept with the page's entry in the
 * browser's history, so that the page is as long as it was when the reader comes back, and the browser finds where they
 * were. `arrive` is called at first when the reader comes by a link instead.
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
  useEffect(() => history.replaceState({ ...history.state, agenda: place }, ''), [place, search]);
  return [place, (isOpen) => setPlace({ ...place, isOpen })];
}
