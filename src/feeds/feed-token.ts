import { createHash, createHmac } from 'node:crypto';

/**
 * The secret of a feed's address: 192 bits, url-safe. It is derived from the service's key, so that the owner can be
 * shown the address again though the database keeps only its hash; a new generation of the feed gives a new one.
 */
export function feedToken(secretKey: string, feedId: string, generation: number): string {
  const digest = createHmac('sha256', secretKey).update(`feed/${feedId}/${generation}`).digest();
  return digest.subarray(0, 24).toString('base64url');
}

/** The hash that a token is looked up by. The token has full entropy, so a plain hash gives nothing away. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
