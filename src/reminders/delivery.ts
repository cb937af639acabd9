import { randomInt } from 'node:crypto';
import { dateAt, type Instant } from '../calendar/iso-date.js';
import type { Database, Transaction } from '../database/database.js';
import { isUseful } from './mail.js';
import {
  claimMessage,
  failingRecipients,
  noteDelivery,
  type OutboxMessage,
  type Outcome,
  waitingMessages,
  writeOutcome,
} from './outbox.store.js';

const ZONE = 'Europe/Oslo';
const LEASE_MS = 5 * 60_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 6 * 3_600_000;
const GIVE_UP_AFTER_MS = 48 * 3_600_000;
const AT_ONCE = 100;

/** What a server has said to a message. */
export type Answer =
  | { readonly kind: 'accepted'; readonly text: string }
  /** Refused for this recipient for good (5xx after RCPT or DATA). */
  | { readonly kind: 'refused'; readonly text: string }
  /** Not now (4xx), or not from us as we are set up (5xx after MAIL FROM): another time. */
  | { readonly kind: 'deferred'; readonly text: string }
  /** The connection broke amid the message: whether the server has it, nobody knows. */
  | { readonly kind: 'lost'; readonly text: string }
  /** The server has not been asked: it cannot be reached, or does not let us in. */
  | { readonly kind: 'unavailable'; readonly text: string };

export type SendMessage = (message: OutboxMessage) => Promise<Answer>;

/**
 * Sends what waits, one after the other, so that a crash can repeat one at most. A message is claimed before it is sent;
 * when the process dies in between, the claim ends by itself and the message is sent again with the same Message-ID.
 * What has become of a message is written in one transaction with the claim of the next. Stops for this time when the
 * server is not to be had. Answers how many were accepted.
 */
export async function deliver(database: Database, send: SendMessage, clock: () => Instant): Promise<number> {
  let accepted = 0;
  const failing = await failingRecipients(database);
  const claimNext = claimer(clock);
  let message = await claimNext(database);
  while (message) {
    const settled: OutboxMessage = message;
    const isOfUse = isUseful(settled.content, dateAt(clock(), ZONE));
    const answer = isOfUse ? await send(settled) : null;
    const outcome: Outcome = answer
      ? outcomeOf(settled, answer, clock())
      : { status: 'lapsed', reason: 'what it is about is past', answer: settled.serverAnswer };
    const isBack = answer?.kind === 'accepted' && failing.has(`${settled.county} ${settled.recipient}`);
    message = await database.transaction().execute(async (transaction) => {
      const isOwn = await writeOutcome(transaction, settled, outcome, clock());
      if (isOwn && (answer?.kind === 'refused' || isBack))
        await noteDelivery(transaction, settled, isBack, clock());
      return answer?.kind === 'unavailable' || answer?.kind === 'lost' ? undefined : claimNext(transaction);
    });
    if (answer?.kind === 'accepted') accepted += 1;
  }
  return accepted;
}

/** Claims what waits, one message at a time; what somebody else has claimed first is passed over. */
function claimer(
  clock: () => Instant,
): (database: Database | Transaction) => Promise<OutboxMessage | undefined> {
  let waiting: OutboxMessage[] = [];
  return async (database) => {
    for (;;) {
      const now = clock();
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const message = await claimMessage(database, next, now, later(now, LEASE_MS));
        if (message) return message;
      }
      waiting = (await waitingMessages(database, now, AT_ONCE)).reverse();
      if (waiting.length === 0) return undefined;
    }
  };
}

/** What an answer means for a message: sent, failed, or another attempt after a growing, jittered delay up to 48 hours. */
export function outcomeOf(
  { attempts, createdAt, wasAsked }: OutboxMessage,
  { kind, text }: Answer,
  now: Instant,
): Outcome {
  if (kind === 'accepted') return { status: 'sent', answer: text };
  if (kind === 'refused') return { status: 'failed', reason: 'the address was refused', answer: text };
  if (kind !== 'unavailable' && Date.parse(now) - Date.parse(createdAt) > GIVE_UP_AFTER_MS)
    return { status: 'failed', reason: 'not accepted in 48 hours', answer: text };
  const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20));
  return {
    status: 'waiting',
    answer: text,
    wasAsked: wasAsked || kind !== 'unavailable',
    nextAttemptAt: later(now, Math.round(delay * (0.75 + randomInt(500) / 1000))),
  };
}

function later(now: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(now) + milliseconds).toISOString() as Instant;
}
