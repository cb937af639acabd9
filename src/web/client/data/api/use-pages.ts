import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

const PAGE = 50;

/** Which part of a list to read: so many after an entry, from the first when none is named. */
export interface AskedPage {
  readonly limit: number;
  readonly after: string | undefined;
}

/** A list that the service gives page by page, each read on from the last entry of the one before. */
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
