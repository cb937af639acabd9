import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import type { ApiTokensTable } from '../../database/tables.js';
import { DatabaseUnavailable } from '../../database/unavailable.js';
import type { TokenScope } from '../../routing/caller.js';
import type { ApiToken } from './token.js';
import { isTokenSecret, tokenHashOf } from './token-secret.js';

const MINUTE_MS = 60_000;

function tokenOf(row: Selectable<ApiTokensTable>): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: JSON.parse(row.scopes),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}

/** The tokens of a user that have not been revoked, newest first. Index: api_tokens_of_user. */
export async function tokensOf(database: Database, userId: string): Promise<ApiToken[]> {
  const rows = await database
    .selectFrom('api_tokens')
    .selectAll()
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(tokenOf);
}

/** A token that a user has asked for. */
export interface NewToken {
  readonly userId: string;
  /** What it is told by, which is not kept. */
  readonly secret: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: string;
}

/** Stores a token by the hash of its secret. */
export async function insertToken(
  database: Database,
  { userId, secret, name, scopes, expiresAt }: NewToken,
  now: Instant,
): Promise<ApiToken> {
  const row = await database
    .insertInto('api_tokens')
    .values({
      id: randomUUID(),
      user_id: userId,
      name,
      token_hash: tokenHashOf(secret),
      scopes: JSON.stringify(scopes),
      expires_at: expiresAt,
      created_at: now,
      last_used_at: null,
      revoked_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return tokenOf(row);
}

/** Revokes a token of a user; undefined when the user has no token with that id. */
export async function revokeToken(
  database: Database,
  userId: string,
  id: string,
  now: Instant,
): Promise<ApiToken | undefined> {
  const row = await database
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row && tokenOf(row);
}

/** The token of a secret and its owner, when it counts at this moment; notes its use, at most once a minute. */
export async function redeemToken(
  database: Database,
  secret: string,
  now: Instant,
): Promise<{ readonly userId: string; readonly scopes: readonly TokenScope[] } | undefined> {
  if (!isTokenSecret(secret)) return undefined;
  const row = await database
    .selectFrom('api_tokens')
    .selectAll()
    .where('token_hash', '=', tokenHashOf(secret))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.last_used_at === null || Date.parse(now) - Date.parse(row.last_used_at) > MINUTE_MS)
    await noteUse(database, row.id, now);
  return { userId: row.user_id, scopes: tokenOf(row).scopes };
}

/** Records when a token was used; requests that only read are allowed even when that cannot be written. Index: primary key. */
async function noteUse(database: Database, id: string, now: Instant): Promise<void> {
  try {
    await database.updateTable('api_tokens').set({ last_used_at: now }).where('id', '=', id).execute();
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
  }
}
