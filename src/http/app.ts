import { constants } from 'node:zlib';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { permissionOf } from '../access/roles/permissions.js';
import type { Identify } from '../access/sign-in/identify.js';
import { DatabaseUnavailable } from '../database/unavailable.js';
import type { Route } from '../routing/route.js';
import { apiDescription } from './api-description.js';
import { docsRouter } from './docs.js';
import { expressHandler, expressPath } from './express-route.js';
import { signInLimit } from './limits.js';
import { type Metrics, metricsHandler } from './metrics.js';
import { methodNotAllowed, problemHandler, unknownAddress } from './problem-details.js';
import { PublicTurns } from './public-turns.js';
import { BodyBudget } from './request-body.js';
import { type TrustedProxies, trusts } from './trust-proxy.js';

/** A seventh smaller than the library's own quality of 4, for 10 ms instead of 3 of a cycle's view, not of the main thread's. */
const BROTLI_QUALITY = 8;

export interface AppParts {
  readonly routes: readonly Route[];
  /** The pages, mounted at the root. */
  readonly pages: readonly RequestHandler[];
  readonly identify: Identify;
  /** The handler of the provider's redirect back to `/api/auth`. */
  readonly authHandler: RequestHandler;
  readonly trustProxy: TrustedProxies;
  /** Resolves when the service can answer, rejects when it cannot. */
  readonly checkReady: () => Promise<void>;
  /** Called after each request that may have changed something. */
  readonly onChange: () => void;
  readonly metrics: Metrics;
  /** Counts a wrong token of an address; throws RequestProblem `too-many-requests` when it is one too many. */
  readonly onWrongToken: (address: string) => Promise<void>;
  readonly log: Logger;
}

/** The Express application: security headers, the API, its description, health and metrics, the pages. */
export function createApp(parts: AppParts): Express {
  const { routes, metrics, log } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trusts(parts.trustProxy));
  app.set('query parser', 'simple');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
  app.use(observed(metrics, log));
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } }));

  app.get('/openapi.json', apiDescription());
  app.use(docsRouter());
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    try {
      await parts.checkReady();
      response.json({ status: 'ready' });
    } catch (error) {
      // An unavailable database is reported once, by its condition.
      const isTold = error instanceof DatabaseUnavailable;
      if (!isTold) log.error({ err: error }, 'not ready');
      response
        .status(503)
        .set('Retry-After', '5')
        .json({ status: 'not ready', ...(isTold && { reason: error.message }) });
    }
  });
  app.get('/metrics', metricsHandler(metrics, parts.onWrongToken));

  app.use('/api/sign-in', signInLimit());
  app.use('/api/auth', signInLimit(), parts.authHandler);
  const bounds = { identify: parts.identify, budget: new BodyBudget(), turns: new PublicTurns() };
  const methodsOf = new Map<string, string[]>();
  for (const route of routes) {
    const path = expressPath(route);
    const method = route.method.toUpperCase();
    methodsOf.set(path, [...(methodsOf.get(path) ?? []), method]);
    app[route.method](
      path,
      ...(route.method === 'get' ? [] : [afterwards(parts.onChange)]),
      expressHandler(route, permissionOf(route), bounds),
    );
  }
  for (const [path, methods] of methodsOf) {
    // One handler of every method; app.all() makes one for each method there is, which takes most of the start.
    app
      .route(path)
      .all(methodNotAllowed(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))));
  }
  app.use(...parts.pages);
  app.use(unknownAddress);
  app.use(problemHandler((error) => log.error({ err: error }, 'a request failed')));
  return app;
}

/** Calls when a request has been answered with success. */
function afterwards(call: () => void): RequestHandler {
  return (_request, response, next) => {
    response.on('finish', () => {
      if (response.statusCode < 400) call();
    });
    next();
  };
}

/** Logs and measures each request by its route's pattern. */
function observed(metrics: Metrics, log: Logger): RequestHandler {
  return (request, response, next) => {
    const start = process.hrtime.bigint();
    response.on('finish', () => {
      // A stream lasts as long as somebody watches, which says nothing of the service.
      if (response.get('Content-Type')?.startsWith('text/event-stream')) return;
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      const route = typeof request.route?.path === 'string' ? request.route.path : 'other';
      metrics.observe(request.method, route, response.statusCode, seconds);
      log.debug({ method: request.method, route, status: response.statusCode, seconds }, 'answered');
    });
    next();
  };
}
