import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { type PageFilter, readFilter, withFilter } from './page-filter.js';

/** The filter in the address, the same object until it changes, and its setter. */
export function useFilter(): readonly [PageFilter, (next: PageFilter) => void] {
  const [search, setSearch] = useSearchParams();
  const words = withFilter(new URLSearchParams(), readFilter(search)).toString();
  // Much is derived from the filter, and other parts of the address change too.
  const filter = useMemo(() => readFilter(new URLSearchParams(words)), [words]);
  const setFilter = useCallback(
    (next: PageFilter) => setSearch((current) => withFilter(current, next), { replace: true }),
    [setSearch],
  );
  return [filter, setFilter];
}
