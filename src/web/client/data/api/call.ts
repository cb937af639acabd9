import type { Api } from '../../../../compose/api.js';
import { fetchJson } from './problem.js';

/** An address of the API that answers with JSON, as its route is declared: `PATCH /api/tasks/{id}`. */
export type ApiName = keyof Api;

/** What the service answers at an address. */
export type Answer<N extends ApiName> = Api[N]['answer'];

/** A value as it may be sent: whoever sends it does not change it, and what is undefined is left out. */
type Sent<T> = unknown extends T
  ? unknown
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Element)[]
      ? readonly Sent<Element>[]
      : {
          readonly [Name in keyof T]:
            | Sent<T[Name]>
            | (Record<never, never> extends Pick<T, Name> ? undefined : never);
        };

/** A value of a query; what the service makes a number of may be sent as one. */
type Asked<T> = unknown extends T ? string | number | undefined : Sent<T>;

/** The body that an address takes. */
export type SentBody<N extends ApiName> = Sent<Api[N]['body']>;

/** The query that an address takes. */
export type SentQuery<N extends ApiName> = {
  readonly [Name in keyof Api[N]['query']]: Asked<Api[N]['query'][Name]>;
};

/** A body that stands written as JSON already, such as in a file; the service says whether it can be used. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** A part of a request: none where the address takes none, and one that may be left out where all in it may. */
type Part<Name extends string, T> = [keyof T] extends [never]
  ? { readonly [N in Name]?: never }
  : Record<never, never> extends T
    ? { readonly [N in Name]?: T }
    : { readonly [N in Name]: T };

/** The body; to one that takes none an empty one may be sent. */
type Body<N extends ApiName> = [Api[N]['body']] extends [undefined]
  ? { readonly body?: Readonly<Record<string, never>> }
  : undefined extends Api[N]['body']
    ? { readonly body?: SentBody<N> }
    : { readonly body: SentBody<N> | JsonText };

type IfMatch<N extends ApiName> = [Api[N]['precondition']] extends [never]
  ? { readonly ifMatch?: never }
  : { readonly ifMatch: number };

/** A request: what the address takes, and how it is sent. `ifMatch` is the version that the change starts from. */
export type CallRequest<N extends ApiName> = Part<'params', Sent<Api[N]['params']>> &
  Part<'query', SentQuery<N>> &
  Body<N> &
  IfMatch<N> & {
    /** The language of the texts in the answer. */
    readonly language: string;
    readonly signal?: AbortSignal;
    /** Whether it is sent even when the page is left meanwhile. */
    readonly keepalive?: boolean;
    /** The unit that this one request speaks for, instead of the one chosen. */
    readonly actingUnit?: string;
  };

/** The same when the address is not known. */
interface AnyRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: object;
  readonly ifMatch?: number;
  readonly language: string;
  readonly signal?: AbortSignal;
  readonly keepalive?: boolean;
  readonly actingUnit?: string;
}

/**
 * Calls an address of the API, typed from the declaration of its route: `call('GET /api/units', { query: { county }, language })`.
 * What is undefined in a query is left out, and a list is written with commas. Throws ApiProblem.
 */
export async function call<N extends ApiName>(name: N, request: CallRequest<N>): Promise<Answer<N>> {
  const { params = {}, query = {}, body, ifMatch, language, actingUnit, ...init } = request as AnyRequest;
  const [method = '', path = ''] = name.split(' ');
  const answer = await fetchJson(`${filled(path, params)}${written(query)}`, language, {
    ...init,
    method,
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
      ...(actingUnit !== undefined && { 'Acting-Unit': actingUnit }),
    },
    ...(body && { body: body instanceof JsonText ? body.text : JSON.stringify(body) }),
  });
  return answer as Answer<N>;
}

function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

function written(query: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
