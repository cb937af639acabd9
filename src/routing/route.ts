import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Language } from '../language/text.js';
import type { Caller } from './caller.js';

export type { Caller } from './caller.js';

export type Method = 'get' | 'post' | 'patch' | 'delete';

export interface RouteRequest<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The language that the caller reads, from `?language=` or Accept-Language. */
  readonly language: Language;
  readonly caller: Caller;
  /** The version that the caller's change starts from; of routes with `precondition` only. */
  readonly ifMatch: number;
  readonly transport: Transport;
}

/** The parts of HTTP that a few routes need: those that sign people in and out, and those with limits for each client. */
export interface Transport {
  /** The client's address, as given by the trusted proxies. */
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
  /** Gives the client a cookie, written as in Set-Cookie. */
  readonly setCookie: (cookie: string) => void;
}

/** A file as a response. */
export interface FileResponse {
  readonly contentType: string;
  readonly fileName: string;
  readonly content: string | Buffer;
  /** Whether a browser shows it or saves it; to be saved when left out. */
  readonly disposition?: 'inline' | 'attachment';
}

/** A file that is made only when the caller has not cached it. */
export interface CacheableFile extends Omit<FileResponse, 'content'> {
  /** Identifies the content, without quotes: equal for equal content. */
  readonly etag: string;
  /** Whether anybody may read it, so that shared caches may store it. */
  readonly isPublic: boolean;
  readonly content: () => Promise<string | Buffer>;
}

/** JSON that has been written already. */
export interface JsonBytes {
  readonly bytes: Uint8Array;
  /** As the header ETag says it. */
  readonly etag: string;
}

/** One event of a stream. */
export interface StreamEvent {
  /** Identifies what the client has received: it sends the last id when it reconnects. */
  readonly id: string;
  readonly data: object;
}

/** Where the events of a stream go. */
export interface EventSink {
  readonly send: (event: StreamEvent) => void;
  /** Closes the stream; the client reconnects by itself. */
  readonly end: () => void;
}

/** A response that stays open: events as they happen, until either side closes it. */
export interface EventStream {
  /** Begins sending; returns a function that is called once when the stream has closed. */
  readonly begin: (sink: EventSink) => () => void;
}

/** The largest body with a file in it that is read as a table or a calendar: 3 MB of file as Base64. */
export const FILE_BODY_LIMIT = 4 * 2 ** 20;

/** The response schema of a route that responds with a stream of events. */
export const eventStreamSchema = z.custom<EventStream>();

/** The response schema of a route that responds with a file. */
export const fileSchema = z.custom<FileResponse>();

/** The response schema of a route that responds with a file that callers may cache. */
export const cacheableFileSchema = z.custom<CacheableFile>();

/**
 * One route of the API: what goes in and what comes out. OpenAPI and Express are made from it; who may call it is in
 * access/roles/permissions.ts.
 */
export interface Route {
  readonly method: Method;
  /** With parameters in braces: `/api/cycles/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** Whether the caller must say with If-Match which version the change starts from. */
  readonly precondition?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** The content types of its files, for a route that responds with a file. */
  readonly produces?: readonly string[];
  /** The schema of its events, for a route that responds with a stream. */
  readonly events?: z.ZodType;
  /** The largest body that it accepts, in bytes after inflating; by default a few kB from anyone and 256 kB from callers with a role. */
  readonly bodyLimit?: number;
  /** Whether its handler gets the bytes as they were sent, because reading them takes long; the parsed JSON when left out. */
  readonly bodyAs?: 'bytes';
  /** Whether its handler gives JsonBytes, because writing them takes long; a value to be written as JSON when left out. */
  readonly answerAs?: 'bytes';
  /** Whether its response is expensive to build, so that its use by anonymous callers is limited. */
  readonly isDear?: true;
  /** 200 when left out. */
  readonly status?: 201;
  /** The version that the answer's ETag carries. */
  readonly versionOf?: (answer: never) => number;
  readonly handle: (request: RouteRequest<never, never, never>) => Promise<unknown>;
}

/** The schema of the parameters or query of a route that declares none. */
type None = z.ZodObject<Record<never, never>>;

/** The schemas of a route, as it is declared; `X` is `true` for one with a precondition. */
interface DeclaredRoute<
  M extends Method,
  L extends string,
  X extends true,
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  R extends z.ZodType,
> extends Omit<
    Route,
    'method' | 'path' | 'precondition' | 'params' | 'query' | 'body' | 'response' | 'handle' | 'versionOf'
  > {
  readonly method: M;
  readonly path: L;
  readonly precondition?: X;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  readonly versionOf?: (answer: z.input<R>) => number;
  readonly handle: (request: RouteRequest<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>;
}

/** A route that preserves the types of its declaration for its callers. */
export interface TypedRoute<
  M extends Method,
  L extends string,
  X extends true,
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  R extends z.ZodType,
> extends Route {
  readonly method: M;
  readonly path: L;
  /** Never there: it carries the types. `precondition` is never and `body` undefined for a route that declares none. */
  readonly called?: {
    readonly precondition: X;
    readonly params: z.input<P>;
    readonly query: z.input<Q>;
    readonly body: z.input<B>;
    readonly answer: z.output<R>;
  };
}

/** Declares a route; its handler is typed from its schemas, and so is whoever calls it (see ../compose/api.ts). */
export function route<
  const M extends Method,
  const L extends string,
  R extends z.ZodType,
  X extends true = never,
  P extends z.ZodObject = None,
  Q extends z.ZodObject = None,
  B extends z.ZodType = z.ZodUndefined,
>(declared: DeclaredRoute<M, L, X, P, Q, B, R>): TypedRoute<M, L, X, P, Q, B, R> {
  return declared as unknown as TypedRoute<M, L, X, P, Q, B, R>;
}

/** Whether a request need not have a body, although one of this form may be sent. */
export function mayBeLeftOut(body: z.ZodType): boolean {
  return body.safeParse(undefined).success;
}

/** The entity tag of a version (RFC 9110 8.8.3). */
export function etagOf(version: number): string {
  return `"${version}"`;
}
