import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

const PAGE = 50;

/** Which page of a list to read: how many entries, and after which one; from the start when none is given. */
export interface AskedPage {
  readonly limit: number;
  readonly after: string | undefined;
}

/** A list that is read page by page, each starting after the last entry of the one before. */
export function usePages<T extends { readonly id: string }>(
  queryKey: QueryKey,
  read: (page: AskedPage) => Promise<readonly T[]>,
) {
  return useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam }) => read({ limit: PAGE, after: pageParam === '' ? undefined : pageParam }),
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
    select: ({ pages }) => pages.flat(),
  });
}
