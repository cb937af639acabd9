import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import { CODINGS, RepresentationCache } from '../feeds/representation-cache.js';

/** The OpenAPI description of the API, which the build writes. */
export const API_DESCRIPTION = fileURLToPath(new URL('../../dist/openapi.json', import.meta.url));

/** More than all codings of the description take. */
const BUDGET = 8 * 2 ** 20;

interface Description {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** Responds with the description: read on the first request, encoded once per coding, with an ETag so that clients can reuse it. */
export function apiDescription(): RequestHandler {
  const cache = new RepresentationCache(BUDGET);
  let description: Promise<Description> | undefined;
  return async (request, response) => {
    description ??= readDescription();
    description.catch(() => {
      description = undefined;
    });
    const { bytes, etag } = await description;
    const accepted = request.acceptsEncodings([...CODINGS]);
    const coding = CODINGS.find((each) => each === accepted) ?? 'identity';
    response
      .set('ETag', `"${etag}-${coding}"`)
      .set('Cache-Control', 'no-cache')
      .vary('Accept-Encoding')
      .type('application/json');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    if (coding !== 'identity') response.set('Content-Encoding', coding);
    response.send(await cache.bytes(etag, coding, () => bytes));
  };
}

async function readDescription(): Promise<Description> {
  const bytes = await readFile(API_DESCRIPTION);
  return { bytes, etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22) };
}
