import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FeedPatch, NewFeed, Feed as StoredFeed } from '../../../../../feeds/feed.js';
import { fetchJson } from '../../../data/api/problem.js';
import { removed, sent } from '../../../data/api/sent.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** A feed as the service shows it. */
export type Feed = Omit<StoredFeed, 'ownerId' | 'tokenGeneration'> & {
  readonly url: string;
  readonly subscribePage: string;
  /** What it shows, in words, a phrase for each part of its filter. */
  readonly shows: readonly string[];
};

const pathOf = ({ id }: Feed) => `/api/feeds/${encodeURIComponent(id)}`;

/** The feeds that the reader has to do with. */
export function useFeeds(county: string): UseQueryResult<readonly Feed[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: ['feeds', county, language],
    queryFn: () => fetchJson<readonly Feed[]>(`/api/feeds?county=${encodeURIComponent(county)}`, language),
  });
}

export type FeedChange =
  | { readonly kind: 'make'; readonly feed: Omit<NewFeed, 'county'> }
  | { readonly kind: 'change'; readonly feed: Feed; readonly patch: FeedPatch }
  | { readonly kind: 'rotate' | 'revoke'; readonly feed: Feed };

/** Makes a feed, changes its look, gives it a new address, or revokes it: from the version that was looked at. */
export function useChangeFeed(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  const requestOf = (change: FeedChange): [string, RequestInit] => {
    switch (change.kind) {
      case 'make':
        return ['/api/feeds', sent('POST', { county, ...change.feed })];
      case 'change':
        return [pathOf(change.feed), sent('PATCH', change.patch, change.feed.version)];
      case 'rotate':
        return [`${pathOf(change.feed)}/rotate`, sent('POST', {}, change.feed.version)];
      case 'revoke':
        return [pathOf(change.feed), removed(change.feed.version)];
      default:
        return change satisfies never;
    }
  };
  return useMutation({
    mutationFn: (change: FeedChange) => {
      const [path, init] = requestOf(change);
      return fetchJson<Feed>(path, language, init);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['feeds', county] }),
  });
}
