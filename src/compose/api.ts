import type { CacheableFile, EventStream, FileResponse } from '../routing/route.js';
import type { accessRoutes } from './access-routes.js';
import type { serviceRoutes } from './service-routes.js';

type Declared = ReturnType<typeof serviceRoutes | typeof accessRoutes>[number];

/** The name of a route, such as `GET /api/cycles/{id}`, when it responds with JSON; never when with a file or a stream. */
type NameOf<R extends Declared> = NonNullable<R['called']>['answer'] extends
  | FileResponse
  | CacheableFile
  | EventStream
  ? never
  : R['path'] extends `/api/${string}`
    ? `${Uppercase<R['method']>} ${R['path']}`
    : never;

/**
 * What the routes declare to those who call them, by method and path: `Api['GET /api/cycles/{id}']['answer']`. A type alone:
 * the page imports it, and nothing of the service comes along.
 */
export type Api = { [R in Declared as NameOf<R>]: NonNullable<R['called']> };
