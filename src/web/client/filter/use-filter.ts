import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { type PageFilter, readFilter, withFilter } from './page-filter.js';

/** The filter in the address, and how to put another there. */
export function useFilter(): readonly [PageFilter, (next: PageFilter) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => readFilter(search), [search]);
  return [filter, (next) => setSearch((current) => withFilter(current, next), { replace: true })];
}
