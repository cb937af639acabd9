import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import { repeatWork } from '../../database/repeat-work.js';
import { eraseExpired } from './expired.store.js';

const FORGET_EVERY_MS = 60_000;

interface ForgettingParts {
  readonly now: () => Instant;
  readonly onError: (error: unknown) => void;
}

/** Erases expired data at intervals while the service runs. Returns how to stop it. */
export function startErasingExpired(
  database: Database,
  { now, onError }: ForgettingParts,
  everyMs = FORGET_EVERY_MS,
): () => Promise<void> {
  return repeatWork(everyMs, () => eraseExpired(database, now()), onError);
}
