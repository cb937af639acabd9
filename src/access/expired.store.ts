import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { forgetPresence } from '../live/presence.store.js';

/** Forgets the sessions and one-time links that have ended, and who looked at a task and does no longer. */
export async function forgetExpired(database: Database, now: Instant): Promise<void> {
  for (const table of ['auth_sessions', 'auth_verifications'] as const)
    await database.deleteFrom(table).where('expires_at', '<', now).execute();
  await forgetPresence(database, now);
}
