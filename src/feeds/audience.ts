import type { Feed } from './feed.js';

/** The owner of feeds that all who pick the same filter share. */
export const EVERYBODY = 'everybody';

/** Who reads a feed: anyone, of cycles that are open to anyone, or those to whom the county gave its address. */
export type FeedAudience = 'anyone' | 'invited';

export function audienceOf({ owner }: Pick<Feed, 'owner'>): FeedAudience {
  return owner === EVERYBODY ? 'anyone' : 'invited';
}
