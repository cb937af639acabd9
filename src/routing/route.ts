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

/** What of HTTP itself a few routes need: those that sign people in and out, and those that are made for so many only. */
export interface Transport {
  /** The client's, as the trusted proxies tell it. */
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
  /** Gives the client a cookie, written as in Set-Cookie. */
  readonly setCookie: (cookie: string) => void;
}

/** A file as an answer. */
export interface FileAnswer {
  readonly contentType: string;
  readonly fileName: string;
  readonly content: string | Buffer;
  /** Whether a browser shows it or saves it; to be saved when left out. */
  readonly disposition?: 'inline' | 'attachment';
}

/** A file that is made only when the caller has not kept it already. */
export interface KeepableFile extends Omit<FileAnswer, 'content'> {
  /** Names the content, without quotes: equal for equal content. */
  readonly etag: string;
  /** Whether anybody may have it, and so caches that many share may keep it. */
  readonly isPublic: boolean;
  readonly content: () => Promise<string | Buffer>;
}

/** One event of a stream. */
export interface StreamEvent {
  /** Names how far a client has been told: it sends the last one when it comes back. */
  readonly id: string;
  readonly data: object;
}

/** Where the events of a stream go. */
export interface EventSink {
  readonly send: (event: StreamEvent) => void;
  /** Closes the stream; the client comes back by itself. */
  readonly end: () => void;
}

/** An answer that goes on: events as they happen, until one of the two leaves. */
export interface EventStream {
  /** Begins to tell; answers what is called once when the stream has closed. */
  readonly begin: (sink: EventSink) => () => void;
}

/** The largest body with a file in it that is read as a table or a calendar: 3 MB of file as Base64. */
export const FILE_BODY_LIMIT = 4 * 2 ** 20;

/** The response schema of a route that answers with a stream of events. */
export const eventStreamSchema = z.custom<EventStream>();

/** The response schema of a route that answers with a file. */
export const fileSchema = z.custom<FileAnswer>();

/** The response schema of a route that answers with a file that callers may keep. */
export const keepableFileSchema = z.custom<KeepableFile>();

/**
 * One address of the API: what goes in, what comes out. OpenAPI and Express are made from it; who may call it stands in
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
  /** The content types of the files that it answers with; of routes that answer with one. */
  readonly produces?: readonly string[];
  /** One event of the stream that it answers with; of routes that answer with one. */
  readonly events?: z.ZodType;
  /** The largest body that it takes, in bytes after inflating; a few kB from anybody and 256 kB from who has a role when left out. */
  readonly bodyLimit?: number;
  /** Whether its handler gets the bytes as they were sent, because reading them takes long; the parsed JSON when left out. */
  readonly bodyAs?: 'bytes';
  /** Whether putting its answer together costs much, so that what anybody may cost with it is bounded. */
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

/** A route that keeps, as types alone, what its declaration says to those who call it. */
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
