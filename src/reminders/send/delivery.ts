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

/** Sends a message. `beforeTaken` is done before its last line goes out, with which the server may take it. */
export type SendMessage = (message: OutboxMessage, beforeTaken: () => Promise<void>) => Promise<Answer>;

/** A message that is this process's to send for a while, and whether it is still of use. */
interface Claim {
  readonly message: OutboxMessage;
  readonly isOfUse: boolean;
}

/** What has become of a message, while it is not written yet. */
interface Result {
  readonly message: OutboxMessage;
  readonly answer: Answer | null;
  readonly outcome: Outcome;
}

/** What has come of sending what waits. */
export interface Delivery {
  /** How many messages were accepted. */
  readonly accepted: number;
  /** Whether the server was not to be had: it is not for anybody else either. */
  readonly isServerAway: boolean;
}

/**
 * Sends what waits in a county, one after the other:
 * 1. a message is claimed before it is sent; when the process dies, the claim ends by itself and the message is sent again
 *    with the same Message-ID;
 * 2. while its head and body are under way, what has become of the one before is written, and the next is claimed, in one
 *    transaction;
 * 3. its last line waits for that: a server never has two messages of which nothing is written, so a crash repeats one at most;
 * 4. when the server is not to be had, the next is given back and this time is over.
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

/** Does something when first asked, and answers the same ever after. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

/** Writes what has become of a message, and what that says about its address. */
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

/** Claims what waits in a county, one message at a time; what somebody else has claimed first is passed over. */
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

/** What an answer means for a message: sent, failed, or another attempt after a growing, jittered delay up to 48 hours. */
export function outcomeOf(
  { attempts, waitingSince, wasAsked }: Pick<OutboxMessage, 'attempts' | 'waitingSince' | 'wasAsked'>,
  { kind, text }: Answer,
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
