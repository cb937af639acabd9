import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';

/** Forgets the sessions and one-time links that have ended. */
export async function forgetExpired(database: Database, now: Instant): Promise<void> {
  for (const table of ['auth_sessions', 'auth_verifications'] as const)
    await database.deleteFrom(table).where('expires_at', '<', now).execute();
}
