import type { UseQueryResult } from '@tanstack/react-query';

type Data<T extends readonly UseQueryResult[]> = {
  readonly [K in keyof T]: T[K] extends UseQueryResult<infer D> ? D : never;
};

/** Several queries as one: pending while one is, failed when one has failed without data, else the data of all. */
export type Together<T extends readonly UseQueryResult[]> =
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly state: 'here'; readonly data: Data<T> };

export function together<const T extends readonly UseQueryResult[]>(queries: T): Together<T> {
  const failed = queries.find(({ isLoadingError }) => isLoadingError);
  if (failed?.error) {
    const retry = () => {
      for (const query of queries) if (query.isLoadingError) void query.refetch();
    };
    return { state: 'failed', error: failed.error, retry };
  }
  if (queries.some(({ data }) => data === undefined)) return { state: 'pending' };
  return { state: 'here', data: queries.map(({ data }) => data) as Data<T> };
}
