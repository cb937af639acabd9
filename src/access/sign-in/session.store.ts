import type { Selectable } from 'kysely';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import type { AuthSessionsTable } from '../../database/tables.js';
import { readBrowserName } from './browser-name.js';
import type { SessionEntry } from './session.js';

const entryOf = (row: Selectable<AuthSessionsTable>, currentId: string): SessionEntry => ({
  id: row.id,
  ...readBrowserName(row.user_agent),
  startedAt: row.created_at,
  usedAt: row.updated_at,
  expiresAt: row.expires_at,
  current: row.id === currentId,
});

/** The active sessions of a user, the present one first, then the newest. Index: auth_sessions_of_user. */
export async function sessionsOf(
  database: Database,
  userId: string,
  currentId: string,
  now: Instant,
): Promise<SessionEntry[]> {
  const rows = await database
    .selectFrom('auth_sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => entryOf(row, currentId)).sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends a session of a user; undefined when the user has no session with that id. Index: primary key. */
export async function endSession(
  database: Database,
  userId: string,
  id: string,
  currentId: string,
): Promise<SessionEntry | undefined> {
  const row = await database
    .deleteFrom('auth_sessions')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirst();
  return row && entryOf(row, currentId);
}

/** Ends all sessions of a user but the present one; returns their number. Index: auth_sessions_of_user. */
export async function endOtherSessions(
  database: Database,
  userId: string,
  currentId: string,
): Promise<number> {
  const rows = await database
    .deleteFrom('auth_sessions')
    .where('user_id', '=', userId)
    .where('id', '<>', currentId)
    .returning('id')
    .execute();
  return rows.length;
}
