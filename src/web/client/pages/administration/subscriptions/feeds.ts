import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FeedPatch, NewFeed } from '../../../../../feeds/feed.js';
import { type Answer, call } from '../../../data/api/call.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { useTexts } from '../../../data/language/use-texts.js';

/** A feed as the service shows it. */
export type Feed = Answer<'GET /api/feeds'>[number];

/** The feeds that the reader may manage. */
export function useFeeds(county: string): UseQueryResult<readonly Feed[]> {
  const { language } = useTexts();
  return useQuery({
    queryKey: countyKeys.feedsIn(county, language),
    queryFn: () => call('GET /api/feeds', { query: { county }, language }),
  });
}

export type FeedChange =
  | { readonly kind: 'make'; readonly feed: Omit<NewFeed, 'county'> }
  | { readonly kind: 'change'; readonly feed: Feed; readonly patch: FeedPatch }
  | { readonly kind: 'rotate' | 'revoke'; readonly feed: Feed };

/** Creates a feed, or changes its presentation, gives it a new address or revokes it, at the version that was shown. */
export function useChangeFeed(county: string) {
  const { language } = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: FeedChange) => {
      if (change.kind === 'make')
        return call('POST /api/feeds', { body: { county, ...change.feed }, language });
      const request = { params: { id: change.feed.id }, ifMatch: change.feed.version, language };
      switch (change.kind) {
        case 'change':
          return call('PATCH /api/feeds/{id}', { ...request, body: change.patch });
        case 'rotate':
          return call('POST /api/feeds/{id}/rotate', { ...request, body: {} });
        case 'revoke':
          return call('DELETE /api/feeds/{id}', request);
        default:
          return change satisfies never;
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: countyKeys.feeds(county) }),
  });
}
