import type { z } from 'zod';
import type { Language } from '../language/text.js';

/** Who may call a route. */
export type Access = 'anyone' | 'county-coordinator';

export interface RouteRequest<P, Q> {
  readonly params: P;
  readonly query: Q;
  /** The language that the caller reads, from `?language=` or Accept-Language. */
  readonly language: Language;
}

/** One address of the API, whole: who may call it, what goes in, what comes out. OpenAPI and Express are made from it. */
export interface Route {
  readonly method: 'get';
  /** With parameters in braces: `/api/cycles/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly response: z.ZodType;
  readonly handle: (request: RouteRequest<never, never>) => Promise<unknown>;
}

interface TypedRoute<P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>
  extends Omit<Route, 'params' | 'query' | 'response' | 'handle'> {
  readonly params?: P;
  readonly query?: Q;
  readonly response: R;
  readonly handle: (request: RouteRequest<z.output<P>, z.output<Q>>) => Promise<z.input<R>>;
}

/** Declares a route; its handler is typed from its schemas. */
export function route<P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
  declared: TypedRoute<P, Q, R>,
): Route {
  return declared as unknown as Route;
}
