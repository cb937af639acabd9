import { type Caller, isAtLeast, type TokenScope } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import type { Method } from '../../routing/route.js';
import type { Permission, Scope } from './permissions.js';

/**
 * Throws RequestProblem `unauthorized` when the caller has to sign in, and `forbidden` when the caller's role or token does
 * not suffice. Only the caller is considered, so that the response reveals nothing about what exists.
 */
export function checkRole(caller: Caller, [least, scope]: Permission, used: TokenScope): void {
  const { role, proof } = caller;
  if (proof.kind === 'token') {
    if (scope === 'session')
      throw new RequestProblem('forbidden', 'A token cannot do this: sign in instead.');
    if (!proof.scopes.includes(used))
      throw new RequestProblem('forbidden', `The token lacks the scope ${used}.`);
  }
  if (scope === 'session' && proof.kind === 'admin-token')
    throw new RequestProblem('forbidden', 'Automation cannot do this: sign in as a person.');
  if (isAtLeast(role, least) && !(scope === 'session' && proof.kind === 'none')) return;
  if (proof.kind === 'none')
    throw new RequestProblem('unauthorized', 'Sign in, or send a token as a bearer token.');
  throw new RequestProblem('forbidden', `This requires the role of ${least.replace('-', ' ')} or higher.`);
}

/** The scope of a token that a request uses. */
export function scopeUsed(method: Method, path: string): TokenScope {
  if (path.startsWith('/api/feeds')) return 'feeds';
  return method === 'get' ? 'read' : 'write';
}

/** What a request says of the county that it is about, before it has been looked at any closer. */
export interface Asked {
  readonly params: object;
  readonly query: object;
  readonly body?: unknown;
}

/**
 * Throws RequestProblem when the request is about another county than the caller's: `not-found`, as for an id that is
 * unknown, when an id says so, whether there is such a thing or not; `forbidden` when the request names the county itself.
 */
export function checkCounty({ county, role }: Caller, [, scope]: Permission, asked: Asked): void {
  if (county === null || role === 'anyone') return;
  const named = NAMED_COUNTY[scope];
  if (named && ![undefined, county].includes(textAt(asked, named))) {
    const errors = [{ pointer: `/${named.join('/')}`, detail: 'is not your county' }];
    throw new RequestProblem('forbidden', 'This belongs to another county.', errors);
  }
  if (isThing(scope)) {
    const id = textAt(asked, ['params', 'id']) ?? '';
    if (id.slice(0, 2) !== county) throw new RequestProblem('not-found', `No ${scope} has the id ${id}.`);
  }
}

const THINGS = ['cycle', 'task', 'unit', 'person', 'account', 'feed'] as const;

const isThing = (scope: Scope): scope is (typeof THINGS)[number] =>
  (THINGS as readonly string[]).includes(scope);

/** Where a request names a county. */
const NAMED_COUNTY: Partial<Record<Scope, readonly string[]>> = {
  query: ['query', 'county'],
  body: ['body', 'county'],
};

function textAt(asked: Asked, path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined,
    asked,
  );
  return typeof found === 'string' ? found : undefined;
}
