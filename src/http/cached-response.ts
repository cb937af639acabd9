import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { CODINGS, RepresentationCache } from '../feeds/representation-cache.js';

/** More than all codings of the description of the API take. */
const BUDGET = 8 * 2 ** 20;

/**
 * Responds with content that is the same for everybody while the program runs: built on the first request, encoded once per
 * coding, with an ETag so that clients can reuse it.
 */
export function cachedResponse(contentType: string, make: () => string): RequestHandler {
  const cache = new RepresentationCache(BUDGET);
  let content: { readonly bytes: Buffer; readonly etag: string } | undefined;
  return async (request, response) => {
    if (content === undefined) {
      const bytes = Buffer.from(make());
      content = { bytes, etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22) };
    }
    const { bytes, etag } = content;
    const accepted = request.acceptsEncodings([...CODINGS]);
    const coding = CODINGS.find((each) => each === accepted) ?? 'identity';
    response
      .set('ETag', `"${etag}-${coding}"`)
      .set('Cache-Control', 'no-cache')
      .vary('Accept-Encoding')
      .type(contentType);
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    if (coding !== 'identity') response.set('Content-Encoding', coding);
    response.send(await cache.bytes(etag, coding, () => bytes));
  };
}
