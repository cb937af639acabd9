import type { Instant } from '../../calendar/iso-date.js';
import type { Database, Transaction } from '../../database/database.js';
import { messageOf, type OutboxMessage, withContent } from './outbox.store.js';

/** A claim expires after this time. */
export const LEASE_MS = 5 * 60_000;

/** No message waits for longer until it is tried again. */
export const LONGEST_RETRY_MS = 6 * 3_600_000;

export function later(now: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(now) + milliseconds).toISOString() as Instant;
}

/** Nothing is put off so long: what says so was written by a clock that was ahead, and counts no more. */
const TOO_FAR_MS = 24 * 3_600_000;

/** A county's messages that wait and whose time has come, oldest first. Index: outbox_waiting. */
export async function waitingMessages(
  database: Database | Transaction,
  county: string,
  now: Instant,
  limit: number,
): Promise<OutboxMessage[]> {
  const tooFar = later(now, TOO_FAR_MS);
  const rows = await withContent(database)
    .where('outbox.county', '=', county)
    .where('status', '=', 'waiting')
    .where((eb) => eb.or([eb('next_attempt_at', '<=', now), eb('next_attempt_at', '>', tooFar)]))
    .where((eb) =>
      eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now), eb('leased_until', '>', tooFar)]),
    )
    .orderBy('next_attempt_at')
    .limit(limit)
    .execute();
  return rows.map(messageOf);
}

/** Claims a waiting message until the lease ends, as one that a server may be asked to take from now on; undefined when somebody else has had it since it was read. */
export async function claimMessage(
  database: Database | Transaction,
  message: OutboxMessage,
  now: Instant,
  leasedUntil: Instant,
): Promise<OutboxMessage | undefined> {
  const attempts = message.attempts + 1;
  const { numUpdatedRows } = await database
    .updateTable('outbox')
    .set({ leased_until: leasedUntil, attempts, asked: 1, updated_at: now })
    .where('county', '=', message.county)
    .where('id', '=', message.id)
    .where('status', '=', 'waiting')
    .where('attempts', '=', message.attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { ...message, attempts } : undefined;
}

/** Releases the claim on a message that no server has been asked to take, as if it had not been claimed. */
export async function releaseClaim(database: Database, message: OutboxMessage): Promise<void> {
  const { county, id, attempts, wasAsked } = message;
  await database
    .updateTable('outbox')
    .set({ leased_until: null, attempts: attempts - 1, asked: wasAsked ? 1 : 0 })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .where('attempts', '=', attempts)
    .execute();
}

/** The outcome of an attempt to send a message. */
export type Outcome =
  | { readonly status: 'sent'; readonly answer: string }
  | { readonly status: 'failed' | 'lapsed'; readonly reason: string; readonly answer: string | null }
  | {
      readonly status: 'waiting';
      readonly answer: string;
      readonly nextAttemptAt: Instant;
      /** Whether a server may have been asked to take it, in this attempt or before. */
      readonly wasAsked: boolean;
    };

/**
 * Writes the outcome of an attempt and releases the claim. Returns false, and writes nothing, when the claim has expired
 * and another instance has claimed the message since.
 */
export async function writeOutcome(
  transaction: Transaction,
  { county, id, attempts, nextAttemptAt }: OutboxMessage,
  outcome: Outcome,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('outbox')
    .set({
      status: outcome.status,
      reason: 'reason' in outcome ? outcome.reason : null,
      server_answer: outcome.answer,
      ...(outcome.status === 'waiting' && { asked: outcome.wasAsked ? 1 : 0 }),
      next_attempt_at: outcome.status === 'waiting' ? outcome.nextAttemptAt : nextAttemptAt,
      leased_until: null,
      updated_at: now,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .where('attempts', '=', attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
