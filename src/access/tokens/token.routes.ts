import { z } from 'zod';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import type { Caller } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { route } from '../../routing/route.js';
import { recordAudit } from '../audit/audit.store.js';
import { apiTokenSchema, newTokenSchema } from './token.js';
import { insertToken, revokeToken, tokensOf } from './token.store.js';
import { newTokenSecret } from './token-secret.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The routes by which people make tokens for their programs. */
export function tokenRoutes({ database, now }: { readonly database: Database; readonly now: () => Instant }) {
  const userOf = ({ proof }: Caller): string => {
    if (proof.kind !== 'session') throw new RangeError('only callers who have signed in reach this route');
    return proof.userId;
  };
  const view = <T extends { readonly scopes: readonly unknown[] }>(token: T) => ({
    ...token,
    scopes: [...token.scopes] as T['scopes'][number][],
  });
  return [
    route({
      method: 'get',
      path: '/api/tokens',
      summary: 'List the caller’s personal tokens, without their secrets',
      response: z.array(apiTokenSchema),
      handle: async ({ caller }) => (await tokensOf(database, userOf(caller))).map(view),
    }),
    route({
      method: 'post',
      path: '/api/tokens',
      summary: 'Create a personal token; its secret is shown only once',
      body: newTokenSchema,
      response: apiTokenSchema.extend({ secret: z.string() }),
      status: 201,
      handle: async ({ body: { name, scopes, days }, caller }) => {
        const secret = newTokenSecret();
        const at = now();
        const expiresAt = new Date(Date.parse(at) + days * DAY_MS).toISOString();
        const token = await insertToken(
          database,
          { userId: userOf(caller), secret, name, scopes, expiresAt },
          at,
        );
        await record(caller, 'token-created', token.id, { name, scopes: scopes.join(' ') });
        return { ...view(token), secret };
      },
    }),
    route({
      method: 'delete',
      path: '/api/tokens/{id}',
      summary: 'Revoke a personal token permanently',
      params: z.object({ id: z.string() }),
      response: apiTokenSchema,
      handle: async ({ params: { id }, caller }) => {
        const token = await revokeToken(database, userOf(caller), id, now());
        if (!token) throw new RequestProblem('not-found', `No token has the id ${id}.`);
        await record(caller, 'token-revoked', token.id, { name: token.name });
        return view(token);
      },
    }),
  ] as const;

  async function record(
    caller: Caller,
    event: 'token-created' | 'token-revoked',
    about: string,
    detail: Record<string, string>,
  ) {
    if (caller.county === null) return;
    await recordAudit(database, { county: caller.county, event, by: caller, about, detail }, now());
  }
}
