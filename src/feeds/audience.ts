import type { Feed } from './feed.js';

/** The owner of feeds shared by everybody who picks the same filter. */
export const EVERYBODY = 'everybody';

/** Who reads a feed: anyone, which limits it to public cycles, or those to whom the county has given its address. */
export type FeedAudience = 'anyone' | 'invited';

export function audienceOf({ owner }: Pick<Feed, 'owner'>): FeedAudience {
  return owner === EVERYBODY ? 'anyone' : 'invited';
}
