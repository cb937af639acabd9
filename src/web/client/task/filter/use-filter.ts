import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { type PageFilter, readFilter, withFilter } from './page-filter.js';

/** The filter in the address, the same object while it says the same, and how to put another there. */
export function useFilter(): readonly [PageFilter, (next: PageFilter) => void] {
  const [search, setSearch] = useSearchParams();
  const words = withFilter(new URLSearchParams(), readFilter(search)).toString();
  // Much is worked out from the filter, and the address holds more than it.
  const filter = useMemo(() => readFilter(new URLSearchParams(words)), [words]);
  const setFilter = useCallback(
    (next: PageFilter) => setSearch((current) => withFilter(current, next), { replace: true }),
    [setSearch],
  );
  return [filter, setFilter];
}
