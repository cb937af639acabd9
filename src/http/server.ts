import { createServer, type RequestListener, type Server } from 'node:http';
import type { FeedHandler } from '../feeds/feed-handler.js';

/** The HTTP server: feeds are answered ahead of the application, which takes everything else. */
export function createHttpServer(app: RequestListener, handleFeed: FeedHandler): Server {
  return createServer((request, response) => {
    if (!handleFeed(request, response)) app(request, response);
  });
}
