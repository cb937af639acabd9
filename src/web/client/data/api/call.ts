import type { Api } from '../../../../compose/api.js';
import { fetchJson } from './problem.js';

/** A JSON endpoint of the API, as its route is declared: `PATCH /api/tasks/{id}`. */
export type ApiName = keyof Api;

/** The response type of an endpoint. */
export type Answer<N extends ApiName> = Api[N]['answer'];

/** A value to send: read-only, and with undefined properties left out. */
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

/** A query value; what the service parses as a number may be sent as one. */
type Asked<T> = unknown extends T ? string | number | undefined : Sent<T>;

/** The body that an endpoint takes. */
export type SentBody<N extends ApiName> = Sent<Api[N]['body']>;

/** The query that an endpoint takes. */
export type SentQuery<N extends ApiName> = {
  readonly [Name in keyof Api[N]['query']]: Asked<Api[N]['query'][Name]>;
};

/** A body that is JSON already, such as the content of a file; the service validates it. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** A part of a request: forbidden where the endpoint takes none, optional where all its properties are. */
type Part<Name extends string, T> = [keyof T] extends [never]
  ? { readonly [N in Name]?: never }
  : Record<never, never> extends T
    ? { readonly [N in Name]?: T }
    : { readonly [N in Name]: T };

/** The body; an endpoint without one accepts an empty one. */
type Body<N extends ApiName> = [Api[N]['body']] extends [undefined]
  ? { readonly body?: Readonly<Record<string, never>> }
  : undefined extends Api[N]['body']
    ? { readonly body?: SentBody<N> }
    : { readonly body: SentBody<N> | JsonText };

type IfMatch<N extends ApiName> = [Api[N]['precondition']] extends [never]
  ? { readonly ifMatch?: never }
  : { readonly ifMatch: number };

/** A request: what the endpoint takes, and how to send it. `ifMatch` is the version that the change starts from. */
export type CallRequest<N extends ApiName> = Part<'params', Sent<Api[N]['params']>> &
  Part<'query', SentQuery<N>> &
  Body<N> &
  IfMatch<N> & {
    /** The language of the texts in the response. */
    readonly language: string;
    readonly signal?: AbortSignal;
    /** Whether the request is completed even if the page is closed. */
    readonly keepalive?: boolean;
    /** The unit that this request acts for, instead of the chosen one. */
    readonly actingUnit?: string;
  };

/** The request when the endpoint is not known. */
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
 * Calls an endpoint of the API, typed from the declaration of its route: `call('GET /api/units', { query: { county },
 * language })`. Undefined query values are left out, and a list is written with commas. Throws ApiProblem.
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
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
