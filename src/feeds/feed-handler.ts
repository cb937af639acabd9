import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentDisposition } from '../routing/content-disposition.js';
import type { FeedBody } from './feed-body.js';

/** What became of a token: its feed's body and file name, or why there is none. */
export type FeedAnswer =
  | { readonly kind: 'found'; readonly body: FeedBody; readonly fileName: string }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unknown' };

export type FindFeed = (token: string) => Promise<FeedAnswer>;

const FEED_PATH = /^\/feeds\/([\w-]{1,64})\.ics$/;

/** The token of a feed's address, or undefined for any other path. */
export function feedTokenIn(url: string): string | undefined {
  return FEED_PATH.exec(url.split('?', 1)[0] ?? '')?.[1];
}

/**
 * Answers GET and HEAD of a feed's address as ICAL.md H1–H7 ask: no redirect, no cookie, strong validators, 304 for
 * an unchanged body, and headers that keep the secret address to itself.
 */
export async function handleFeed(
  token: string,
  find: FindFeed,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('X-Robots-Tag', 'noindex');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return plain(response, request, 405, 'Method not allowed');
  }
  const answer = await find(token);
  if (answer.kind !== 'found') {
    response.setHeader('Cache-Control', 'no-store');
    return answer.kind === 'revoked'
      ? plain(response, request, 410, 'This calendar is no longer shared')
      : plain(response, request, 404, 'There is no such calendar');
  }
  const { body, fileName } = answer;
  response.setHeader('ETag', body.etag);
  if (body.lastModified !== null) response.setHeader('Last-Modified', body.lastModified);
  response.setHeader('Cache-Control', 'private, max-age=300, stale-if-error=86400');
  response.setHeader('Vary', 'Accept-Encoding');
  if (isUnchanged(request, body)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body.text));
  response.setHeader('Content-Disposition', contentDisposition(fileName, 'inline'));
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body.text);
}

/** If-None-Match wins over If-Modified-Since (RFC 9110 13.2.2); lists and `*` count, and so does a weak tag (8.8.3.2). */
function isUnchanged({ headers }: IncomingMessage, { etag, lastModified }: FeedBody): boolean {
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined) {
    const tags = noneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.includes('*') || tags.includes(etag);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return lastModified !== null && !Number.isNaN(since) && Date.parse(lastModified) <= since;
}

function plain(response: ServerResponse, request: IncomingMessage, status: number, message: string): void {
  const text = `${message}\n`;
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
