import type { IncomingMessage, ServerResponse } from 'node:http';
import Negotiator from 'negotiator';
import { DatabaseUnavailable } from '../database/unavailable.js';
import { contentDisposition } from '../routing/content-disposition.js';
import type { FeedBytes, FeedEntry } from './feed-entry.js';
import type { FeedIndex } from './feed-index.js';
import { CODINGS, type Coding } from './representation-cache.js';

const FEED_PATH = /^\/feeds\/([\w-]{1,64})\.ics(?:\?|$)/;

/**
 * The headers of every response: the address is a secret, not to be indexed or passed on (ICAL.md H7); whoever knows it may
 * read the calendar from any page, such as an intranet's (the Fetch standard, 3.3).
 */
const EVERY = [
  'X-Robots-Tag',
  'noindex',
  'Referrer-Policy',
  'no-referrer',
  'X-Content-Type-Options',
  'nosniff',
  'Access-Control-Allow-Origin',
  '*',
];

const METHODS = 'GET, HEAD, OPTIONS';

/** What a page elsewhere is told before it fetches with validators, and that it may read the ETag of the answer. */
const PREFLIGHT = [
  'Allow',
  METHODS,
  'Access-Control-Allow-Methods',
  'GET, HEAD',
  'Access-Control-Allow-Headers',
  'If-None-Match, If-Modified-Since',
  'Access-Control-Max-Age',
  '86400',
];
const READABLE = ['Access-Control-Expose-Headers', 'ETag'];

/** The headers that 200 and 304 share (ICAL.md H4). */
const CACHING = (['private', 'public'] as const).map((who) => [
  'Cache-Control',
  `${who}, max-age=300, stale-if-error=86400`,
  'Vary',
  'Accept-Encoding',
  ...READABLE,
]);
const cachingOf = ({ isPublic }: FeedEntry['content']): readonly string[] => CACHING[isPublic ? 1 : 0] ?? [];

/** Responds to a request for a feed before Express sees it; false when the address is not that of a feed. */
export type FeedHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The clients that have asked for too many unknown addresses. */
export interface Misses {
  readonly allows: (client: string) => Promise<boolean>;
  readonly count: (client: string) => Promise<void>;
}

/** A request and what it is answered with. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export interface FeedHandlerParts {
  readonly index: FeedIndex;
  /** Counts the unknown addresses that a client requests. */
  readonly misses: Misses;
  /** The client's address, as given by the trusted proxies. */
  readonly clientOf: (request: IncomingMessage) => string;
  readonly onAnswer: (status: number) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Serves GET, HEAD and OPTIONS of feeds as ICAL.md H1–H7 ask: no redirect, no cookie, strong validators, 304 for unchanged
 * content, codings by quality. OPTIONS says the same of every address, known or not. Cached content is served without waiting for anything and without counting the client.
 */
export function feedHandler({ index, misses, clientOf, onAnswer, onError }: FeedHandlerParts): FeedHandler {
  const answer = (response: ServerResponse, status: number, headers: string[], body?: Buffer | string) => {
    response.writeHead(status, [...EVERY, ...headers]);
    response.end(body);
    onAnswer(status);
  };
  const plain = ({ request, response }: Exchange, status: number, text: string, more: string[] = []) => {
    const length = String(Buffer.byteLength(text));
    const headers = ['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', length, ...more];
    answer(response, status, headers, request.method === 'HEAD' ? undefined : text);
  };

  const serveBytes = (
    { request, response }: Exchange,
    { lastModified }: FeedEntry,
    coding: Coding,
    { content, bytes }: FeedBytes,
  ) => {
    const headers = [
      ...cachingOf(content),
      'ETag',
      content.tags[coding],
      'Last-Modified',
      lastModified,
      'Content-Type',
      'text/calendar; charset=utf-8',
      'Content-Length',
      String(bytes.length),
      'Content-Disposition',
      disposition(content.fileName),
    ];
    if (coding !== 'identity') headers.push('Content-Encoding', coding);
    answer(response, 200, headers, request.method === 'HEAD' ? undefined : bytes);
  };

  /** Responds with a found feed; returns a promise only when its bytes have to be built. */
  const serve = (exchange: Exchange, entry: FeedEntry): Promise<void> | undefined => {
    const { request, response } = exchange;
    index.readings.noteFetch(entry, Date.now(), request.headers['user-agent']);
    const coding = codingFor(request.headers['accept-encoding']);
    if (isUnchanged(request, entry, coding)) {
      answer(response, 304, [
        ...cachingOf(entry.content),
        'ETag',
        entry.content.tags[coding],
        'Last-Modified',
        entry.lastModified,
      ]);
      return undefined;
    }
    const kept = index.keptBytes(entry, coding);
    if (kept) {
      serveBytes(exchange, entry, coding, { content: entry.content, bytes: kept });
      return undefined;
    }
    return index.bytes(entry, coding).then((made) => serveBytes(exchange, entry, coding, made));
  };

  const findAndServe = async (exchange: Exchange, token: string): Promise<void> => {
    const never = ['Cache-Control', 'no-store'];
    const client = clientOf(exchange.request);
    // A token that has led to a feed before is not a guess, even when others guess from the same client address.
    if (!index.knows(token) && !(await misses.allows(client))) {
      plain(exchange, 429, 'Too many unknown calendars.\n', [...never, 'Retry-After', '900']);
      return;
    }
    const found = await index.find(token);
    if (found.kind === 'found') return serve(exchange, found.entry);
    if (found.kind === 'unknown') await misses.count(client);
    if (found.kind === 'revoked') plain(exchange, 410, 'This calendar is no longer shared.\n', never);
    else plain(exchange, 404, 'No calendar has this address.\n', never);
  };

  const failed = (response: ServerResponse) => (error: unknown) => {
    onError(error);
    if (error instanceof DatabaseUnavailable && !response.headersSent) {
      const later = [
        'Content-Type',
        'text/plain; charset=utf-8',
        'Cache-Control',
        'no-store',
        'Retry-After',
        '30',
      ];
      answer(response, 503, later, 'The calendar is temporarily unavailable.\n');
    } else if (!response.headersSent)
      answer(response, 500, ['Content-Type', 'text/plain; charset=utf-8'], 'Something went wrong.\n');
    else response.end();
  };

  return (request, response) => {
    const token = FEED_PATH.exec(request.url ?? '')?.[1];
    if (token === undefined) return false;
    if (request.method === 'OPTIONS') {
      answer(response, 204, PREFLIGHT);
      return true;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      plain({ request, response }, 405, 'Use GET or HEAD.\n', ['Allow', METHODS]);
      return true;
    }
    const current = index.current(token);
    const exchange = { request, response };
    const pending = current ? serve(exchange, current) : findAndServe(exchange, token);
    pending?.catch(failed(response));
    return true;
  };
}

/**
 * If-None-Match wins over If-Modified-Since (RFC 9110 13.2.2); lists and `*` count, and so does a weak tag (13.1.2). The
 * tag of any coding will do: each is of the same content.
 */
function isUnchanged(
  { headers }: IncomingMessage,
  { content: { tags }, modified }: FeedEntry,
  coding: Coding,
): boolean {
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined) {
    if (noneMatch === tags[coding]) return true;
    const known: readonly string[] = ['*', ...Object.values(tags)];
    return noneMatch.split(',').some((tag) => known.includes(tag.trim().replace(/^W\//, '')));
  }
  const since = headers['if-modified-since'];
  return since !== undefined && modified <= Date.parse(since);
}

/** An option of negotiator 1 that its types lack: which coding to prefer among those of equal quality. */
interface CodingNegotiator {
  encoding(
    available: readonly string[],
    options?: { readonly preferred: readonly string[] },
  ): string | undefined;
}

const codings = new Map<string, Coding>();

/** The best coding by the qualities of Accept-Encoding (RFC 9110 12.5.3). Few different headers come from many clients. */
function codingFor(accept: string | undefined): Coding {
  if (accept === undefined) return 'identity';
  const known = codings.get(accept);
  if (known) return known;
  const negotiator: CodingNegotiator = new Negotiator({ headers: { 'accept-encoding': accept } });
  const chosen = negotiator.encoding(CODINGS, { preferred: CODINGS });
  const coding = CODINGS.find((each) => each === chosen) ?? 'identity';
  if (codings.size < 1000) codings.set(accept, coding);
  return coding;
}

const dispositions = new Map<string, string>();

/** The Content-Disposition of a file name, made once: a county has few. */
function disposition(fileName: string): string {
  const known = dispositions.get(fileName);
  if (known !== undefined) return known;
  const made = contentDisposition(fileName, 'inline');
  if (dispositions.size < 1000) dispositions.set(fileName, made);
  return made;
}
