import { createServer, type RequestListener, type Server } from 'node:http';
import type { Logger } from 'pino';
import { type FindFeed, feedTokenIn, handleFeed } from '../feeds/feed-handler.js';
import type { Metrics } from './metrics.js';

/** The HTTP server: feeds are answered ahead of the application, which takes everything else. */
export function createHttpServer(
  app: RequestListener,
  findFeed: FindFeed,
  metrics: Metrics,
  log: Logger,
): Server {
  return createServer((request, response) => {
    const token = feedTokenIn(request.url ?? '');
    if (token === undefined) {
      app(request, response);
      return;
    }
    const start = process.hrtime.bigint();
    response.on('finish', () => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      metrics.observe(request.method ?? '', '/feeds/:token.ics', response.statusCode, seconds);
    });
    handleFeed(token, findFeed, request, response).catch((error: unknown) => {
      log.error({ err: error }, 'a feed could not be served');
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end();
    });
  });
}
