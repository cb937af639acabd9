import { randomUUID } from 'node:crypto';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import type { Feed, NewFeed } from './feed.js';
import { insertFeed, rotateFeed } from './feed.store.js';
import { feedToken, tokenHash } from './feed-token.js';

export interface FeedAddresses {
  readonly secretKey: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

/** The sequence of a new feed: as of feeds from before there was one, so that feeds that look alike share their content. */
export const FIRST_SEQUENCE = 1;

/** Makes a feed and stores it with the hash of its token. */
export async function createFeed(
  database: Database,
  secretKey: string,
  wanted: NewFeed & {
    readonly name: string;
    readonly owner: string;
    readonly ownerId?: string | null;
    readonly id?: string;
  },
  now: Instant,
): Promise<Feed> {
  const feed: Feed = {
    ...wanted,
    ownerId: wanted.ownerId ?? null,
    sequence: FIRST_SEQUENCE,
    id: wanted.id ?? `${wanted.county}-${randomUUID()}`,
    tokenGeneration: 1,
    version: 1,
    createdAt: now,
    revokedAt: null,
    lastFetchedAt: null,
    lastFetchedBy: null,
  };
  await insertFeed(database, feed, hashOf(secretKey)(feed));
  return feed;
}

/** Gives a feed a new address; undefined when it has been changed since the version given. */
export function giveNewAddress(database: Database, secretKey: string, feed: Feed): Promise<Feed | undefined> {
  return rotateFeed(database, feed, hashOf(secretKey));
}

const hashOf =
  (secretKey: string) =>
  ({ id, tokenGeneration }: Feed): string =>
    tokenHash(feedToken(secretKey, id, tokenGeneration));

/** The address that a feed is subscribed to by. */
export function feedUrl(addresses: FeedAddresses, feed: Feed): string {
  return `${addresses.baseUrl}/feeds/${tokenOf(addresses, feed)}.ics`;
}

/** The page that explains how to subscribe to a feed. */
export function subscribeUrl(addresses: FeedAddresses, feed: Feed): string {
  return `${addresses.baseUrl}/subscribe/${tokenOf(addresses, feed)}`;
}

function tokenOf({ secretKey }: FeedAddresses, { id, tokenGeneration }: Feed): string {
  return feedToken(secretKey, id, tokenGeneration);
}
