import type { FeedContent, FeedPresentation } from './published-county.js';

/** What is known of the feed of a token. */
export interface FeedEntry {
  readonly county: string;
  readonly id: string;
  presentation: FeedPresentation;
  /** The stamp of the county at which the content was made. */
  stamp: number;
  content: FeedContent;
  /** When the content was last seen to change: the time in milliseconds, in whole seconds, and as an HTTP date. */
  modified: number;
  lastModified: string;
  fetchedAt: number;
  fetchedBy: string | undefined;
  /** Whether it stands among those to be written down. */
  isUnwritten: boolean;
}

/** Bytes, and the content that they are of. */
export interface FeedBytes {
  readonly content: FeedContent;
  readonly bytes: Buffer;
}

export type Found =
  | { readonly kind: 'found'; readonly entry: FeedEntry }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unknown' };
