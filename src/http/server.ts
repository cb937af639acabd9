import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FeedHandler } from '../feeds/feed-handler.js';

/** How long connections may take, in milliseconds: a client that is slower than this, or idle, holds one for nothing. */
const PATIENCE = {
  /** For the head of a request, and before the first. */
  headersTimeout: 10_000,
  /** For a whole request: the largest file over a slow line. */
  requestTimeout: 120_000,
  /** Between requests. */
  keepAliveTimeout: 60_000,
  /** How often it is looked at. */
  connectionsCheckingInterval: 2_000,
};

/** The most pipelined requests that wait on one connection; browsers and calendars pipeline none. */
const MOST_SENT_AHEAD = 100;

/**
 * Handles pipelined requests of a connection (RFC 9112 9.3.2) one at a time, with a turn for other work in between: thousands
 * can arrive in one turn of the event loop. A connection that pipelines too many is closed.
 */
function oneAfterTheOther(answer: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, (() => void)[]>();
  return (request, response) => {
    const { socket } = request;
    const begin = () => {
      if (socket.destroyed) return;
      response.once('close', () => {
        const next = waiting.get(socket)?.shift();
        if (next) setImmediate(next);
        else waiting.delete(socket);
      });
      answer(request, response);
    };
    const behind = waiting.get(socket);
    if (behind === undefined) {
      waiting.set(socket, []);
      begin();
    } else if (behind.length < MOST_SENT_AHEAD) behind.push(begin);
    else socket.destroy();
  };
}

/**
 * The HTTP server: feeds are answered ahead of the application, which takes everything else. Slow and idle connections are
 * closed, and so are those beyond `maxConnections`.
 */
export function createHttpServer(
  app: RequestListener,
  handleFeed: FeedHandler,
  maxConnections: number,
  patience: Partial<typeof PATIENCE> = {},
): Server {
  const answer: RequestListener = (request, response) => {
    if (!handleFeed(request, response)) app(request, response);
  };
  const server = createServer({ ...PATIENCE, ...patience }, oneAfterTheOther(answer));
  server.maxConnections = maxConnections;
  return server;
}
