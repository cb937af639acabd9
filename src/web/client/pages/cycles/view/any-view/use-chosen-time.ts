import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { type ChosenTime, readChosenTime, timeWords, withChosenTime } from './chosen-time.js';
import type { SchoolYearSpan } from './zoom.js';

/** The time chosen in the address, and its setter; null removes it. */
export function useChosenTime(schoolYear: SchoolYearSpan): readonly [ChosenTime, (next: ChosenTime) => void] {
  return useTimeInAddress(schoolYear, readChosenTime, withChosenTime);
}

/** What one function reads of the time in the address, the same object until that changes, and a setter that writes it with another. */
export function useTimeInAddress<T>(
  schoolYear: SchoolYearSpan,
  read: (search: URLSearchParams, schoolYear: SchoolYearSpan) => T,
  write: (search: URLSearchParams, next: T) => URLSearchParams,
): readonly [T, (next: T) => void] {
  const [search, setSearch] = useSearchParams();
  const words = timeWords(search);
  // Much is derived from it, and other parts of the address change too.
  const value = useMemo(() => read(new URLSearchParams(words), schoolYear), [read, words, schoolYear]);
  const set = useCallback(
    // What the history keeps of the page, such as where a list begins, outlasts a change of its address.
    (next: T) => setSearch((current) => write(current, next), { replace: true, state: history.state }),
    [write, setSearch],
  );
  return [value, set];
}
