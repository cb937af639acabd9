import { createServer, type RequestListener, type Server } from 'node:http';
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
  const server = createServer({ ...PATIENCE, ...patience }, (request, response) => {
    if (!handleFeed(request, response)) app(request, response);
  });
  server.maxConnections = maxConnections;
  return server;
}
