import { createHash, createHmac } from 'node:crypto';

/**
 * The secret of a feed's address: 192 bits, url-safe. It is derived from the service's key, so that the owner can be
 * shown the address again although the database stores only its hash. A new generation of the feed gives a new token.
 */
export function feedToken(secretKey: string, feedId: string, generation: number): string {
  const digest = createHmac('sha256', secretKey).update(`feed/${feedId}/${generation}`).digest();
  return digest.subarray(0, 24).toString('base64url');
}

/** The hash by which a token is looked up. The token has full entropy, so a plain hash reveals nothing. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
