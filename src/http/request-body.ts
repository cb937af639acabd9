import type { IncomingHttpHeaders } from 'node:http';
import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Permission } from '../access/roles/permissions.js';
import { RequestProblem } from '../routing/problem.js';
import { mayBeLeftOut, type Route } from '../routing/route.js';
import { parseJson } from './parse-json.js';

/** What a body may be sent as; a change of a task is a merge patch (RFC 7396). */
export const BODY_TYPES = ['application/json', 'application/merge-patch+json'];

const KILOBYTE = 1024;

/** Of a route that anybody may call: an address, the token of a link, the filter of a feed. */
const ANONYMOUS_LIMIT = 8 * KILOBYTE;

/** Of a caller with a role: the longest description is 10,000 characters. */
const DEFAULT_LIMIT = 256 * KILOBYTE;

/** How many bytes of large bodies may be worked on at once: one whole cycle, or sixteen files. */
const LARGE_BODIES_BUDGET = 64 * KILOBYTE * KILOBYTE;

/** How long a client may go on sending after a refusal, so that it gets to read the refusal. */
const MOST_UNREAD = 4 * KILOBYTE * KILOBYTE;

/** Reads the body of a request, once it is known that its caller may send one. */
export type ReadBody = (request: Request, response: Response) => Promise<unknown>;

/** Room in memory for large bodies, shared by all routes; whoever finds none is asked to come again. */
export class BodyBudget {
  #free = LARGE_BODIES_BUDGET;

  /**
   * Reads a route's body and does with it what is to be done. Throws RequestProblem `busy` when it may be large and there
   * is no room for it.
   */
  async within<T>(
    { bodyLimit = 0 }: Pick<Route, 'bodyLimit'>,
    { headers }: Pick<Request, 'headers'>,
    work: () => Promise<T>,
  ): Promise<T> {
    const bytes = Math.min(bodyLimit, announced(headers));
    if (bytes <= DEFAULT_LIMIT) return work();
    if (bytes > this.#free)
      throw new RequestProblem('busy', 'The server is busy reading files; try again in a moment.');
    this.#free -= bytes;
    try {
      return await work();
    } finally {
      this.#free += bytes;
    }
  }
}

/** How many bytes a request says that its body has; any number when it does not say, or what it inflates to. */
function announced(headers: IncomingHttpHeaders): number {
  const { 'content-length': length, 'content-encoding': coding = 'identity' } = headers;
  return length !== undefined && coding === 'identity' ? Number(length) : Number.POSITIVE_INFINITY;
}

/**
 * The reader of a route's bodies: as many bytes as the route takes from the callers that it is for, counted after
 * inflating, and from anybody nothing compressed. Gives the parsed JSON, bounded in depth and number of values; the bytes
 * themselves where the route reads them elsewhere; undefined for an empty body that may be left out. Throws RequestProblem
 * `unsupported-media-type`, `too-large` or `invalid-request`.
 */
export function bodyReader(route: Route, [least]: Permission): ReadBody {
  const { body: schema } = route;
  if (!schema) return async () => undefined;
  const limit = route.bodyLimit ?? (least === 'anyone' ? ANONYMOUS_LIMIT : DEFAULT_LIMIT);
  const inflate = least !== 'anyone';
  const parser = express.raw({ limit, inflate, type: BODY_TYPES });
  return async (request, response) => {
    const isEmpty = request.is(BODY_TYPES) === null || request.headers['content-length'] === '0';
    if (isEmpty && mayBeLeftOut(schema)) return undefined;
    if (!request.is(BODY_TYPES))
      throw new RequestProblem('unsupported-media-type', `Send the body as ${BODY_TYPES.join(' or ')}.`);
    await run(parser, request, response);
    const bytes: Buffer = request.body;
    // Nobody else reads it, and it would stay as long as the request.
    request.body = undefined;
    return route.bodyAs === 'bytes' ? bytes : parseJson(bytes);
  };
}

function run(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    handler(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
}

/** Lets a client that has been refused before its body was read finish sending a little of it, and ends it beyond that. */
export function limitUnreadBody(request: Request): void {
  if (request.complete || request.readableEnded) return;
  let unread = 0;
  request.on('data', (chunk: Buffer) => {
    unread += chunk.length;
    if (unread > MOST_UNREAD) request.socket.destroy();
  });
}
