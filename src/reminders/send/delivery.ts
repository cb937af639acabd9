import { randomInt } from 'node:crypto';
import { dateAt, type Instant } from '../../calendar/iso-date.js';
import { ZONE } from '../../calendar/zone.js';
import type { Database, Transaction } from '../../database/database.js';
import { isUseful } from '../mail/mail.js';
import {
  claimMessage,
  LEASE_MS,
  LONGEST_RETRY_MS,
  later,
  type Outcome,
  releaseClaim,
  waitingMessages,
  writeOutcome,
} from '../outbox/claim.store.js';
import { type OutboxMessage, PAST } from '../outbox/outbox.store.js';
import { failingRecipients, noteDelivery } from '../recipients/recipient-state.store.js';

const FIRST_RETRY_MS = 60_000;
const GIVE_UP_AFTER_MS = 48 * 3_600_000;
const AT_ONCE = 100;

/** The server's answer to a message. */
export type SmtpAnswer =
  | { readonly kind: 'accepted'; readonly text: string }
  /** Refused permanently for this recipient (5xx after RCPT or DATA). */
  | { readonly kind: 'refused'; readonly text: string }
  /** To be retried: refused for now (4xx), or refused as the service is set up (5xx after MAIL FROM). */
  | { readonly kind: 'deferred'; readonly text: string }
  /** The connection broke during the message; whether the server has taken it is unknown. */
  | { readonly kind: 'lost'; readonly text: string }
  /** The server was not asked: it cannot be reached, or refuses the login. */
  | { readonly kind: 'unavailable'; readonly text: string };

/** Sends a message. `beforeTaken` is awaited before the last line goes out, after which the server may accept it. */
export type SendMessage = (message: OutboxMessage, beforeTaken: () => Promise<void>) => Promise<SmtpAnswer>;

/** A message that this process may send for a while, and whether it is still worth sending. */
interface Claim {
  readonly message: OutboxMessage;
  readonly isOfUse: boolean;
}

/** The result of a message that has not been written to the database yet. */
interface Result {
  readonly message: OutboxMessage;
  readonly answer: SmtpAnswer | null;
  readonly outcome: Outcome;
}

/** The result of sending the waiting messages of a county. */
export interface Delivery {
  /** How many messages were accepted. */
  readonly accepted: number;
  /** Whether the server was unavailable, which then holds for the other counties too. */
  readonly isServerAway: boolean;
}

/**
 * Sends the waiting messages of a county, one after the other:
 * 1. a message is claimed before it is sent; when the process dies, the claim expires and the message is sent again with
 *    the same Message-ID;
 * 2. while its head and body are being sent, the result of the previous message is written and the next is claimed, in one
 *    transaction;
 * 3. its last line waits for that: the server never holds two messages whose results are unwritten, so a crash repeats one
 *    at most;
 * 4. when the server is unavailable, the claim on the next message is released and delivery ends.
 */
export async function deliver(
  database: Database,
  county: string,
  send: SendMessage,
  clock: () => Instant,
): Promise<Delivery> {
  let accepted = 0;
  let isServerAway = false;
  const failing = await failingRecipients(database, county);
  const claimNext = claimer(county, clock);
  let claim = await claimNext(database);
  let last: Result | undefined;
  while (claim) {
    const { message, isOfUse }: Claim = claim;
    const before = last;
    const turnOver = once(() =>
      database.transaction().execute(async (transaction) => {
        if (before) await writeResult(transaction, before, failing, clock());
        return claimNext(transaction);
      }),
    );
    const answer = isOfUse ? await send(message, async () => void (await turnOver())) : null;
    const next = await turnOver();
    last = { message, answer, outcome: answer ? outcomeOf(message, answer, clock()) : pastOf(message) };
    if (answer?.kind === 'accepted') accepted += 1;
    if (answer?.kind === 'unavailable') isServerAway = true;
    claim = next;
    if (next && (answer?.kind === 'unavailable' || answer?.kind === 'lost')) {
      await releaseClaim(database, next.message);
      claim = undefined;
    }
  }
  const end = last;
  if (end)
    await database.transaction().execute((transaction) => writeResult(transaction, end, failing, clock()));
  return { accepted, isServerAway };
}

/** Runs the work on the first call, and returns the same promise on every call. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

/** Writes the result of a message, and what it implies for the recipient's address. */
async function writeResult(
  transaction: Transaction,
  { message, answer, outcome }: Result,
  failing: ReadonlySet<string>,
  now: Instant,
): Promise<void> {
  const isOwn = await writeOutcome(transaction, message, outcome, now);
  const isBack = answer?.kind === 'accepted' && failing.has(message.recipient);
  if (isOwn && (answer?.kind === 'refused' || isBack)) await noteDelivery(transaction, message, isBack, now);
}

/** Claims the waiting messages of a county one at a time; those that another instance has claimed are skipped. */
function claimer(
  county: string,
  clock: () => Instant,
): (database: Database | Transaction) => Promise<Claim | undefined> {
  let waiting: Claim[] = [];
  return async (database) => {
    for (;;) {
      const now = clock();
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const message = await claimMessage(database, next.message, now, later(now, LEASE_MS));
        if (message) return { ...next, message };
      }
      const today = dateAt(now, ZONE);
      waiting = (await waitingMessages(database, county, now, AT_ONCE))
        .map((message) => ({ message, isOfUse: isUseful(message.content, today) }))
        .reverse();
      if (waiting.length === 0) return undefined;
    }
  };
}

const pastOf = ({ serverAnswer }: OutboxMessage): Outcome => ({
  status: 'lapsed',
  reason: PAST,
  answer: serverAnswer,
});

/** The outcome of an answer: sent, failed, or another attempt after a growing, jittered delay, for up to 48 hours. */
export function outcomeOf(
  { attempts, waitingSince, wasAsked }: Pick<OutboxMessage, 'attempts' | 'waitingSince' | 'wasAsked'>,
  { kind, text }: SmtpAnswer,
  now: Instant,
): Outcome {
  if (kind === 'accepted') return { status: 'sent', answer: text };
  if (kind === 'refused') return { status: 'failed', reason: 'the address was refused', answer: text };
  if (kind !== 'unavailable' && Date.parse(now) - Date.parse(waitingSince) > GIVE_UP_AFTER_MS)
    return { status: 'failed', reason: 'not accepted in 48 hours', answer: text };
  const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20));
  return {
    status: 'waiting',
    answer: text,
    wasAsked: wasAsked || kind !== 'unavailable',
    nextAttemptAt: later(now, Math.round(delay * (0.75 + randomInt(500) / 1000))),
  };
}
