import { useInfiniteQuery } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.js';
import { fetchJson } from './problem.js';

const PAGE = 50;

/** A list that the service gives page by page, each read on from the last entry of the one before. */
export function usePages<T extends { readonly id: string }>(
  path: '/api/audit' | '/api/outbox',
  which: Readonly<Record<string, string>>,
) {
  const { language } = useTexts();
  return useInfiniteQuery({
    queryKey: [path, which],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const chosen = Object.entries(which).filter(([, value]) => value !== '');
      const after = pageParam === '' ? [] : [['after', pageParam]];
      const query = new URLSearchParams([...chosen, ['limit', String(PAGE)], ...after]);
      return fetchJson<readonly T[]>(`${path}?${query}`, language);
    },
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
    select: ({ pages }) => pages.flat(),
  });
}
