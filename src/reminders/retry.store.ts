import { recordAudit } from '../access/audit.store.js';
import { dateAt, type Instant } from '../calendar/iso-date.js';
import type { Database, Transaction } from '../database/database.js';
import type { Caller } from '../routing/caller.js';
import { RequestProblem } from '../routing/problem.js';
import { findUnit } from '../units/unit.store.js';
import { isUseful } from './mail.js';
import { findMessage, type OutboxMessage, retryMessage } from './outbox.store.js';
import { findPerson } from './people.store.js';

const ZONE = 'Europe/Oslo';

/** Which message of a county is to be sent again, and by whose will. */
interface Retry {
  readonly county: string;
  readonly id: string;
  readonly caller: Caller;
}

/**
 * Lets a message that has failed be sent again, to the address that its recipient has by now. Throws RequestProblem when
 * there is no such message, when it has not failed, is of no use any more, or has nobody to go to.
 */
export async function retryFailed(
  database: Database,
  { county, id, caller }: Retry,
  now: Instant,
): Promise<OutboxMessage> {
  return database.transaction().execute(async (transaction) => {
    const message = await findMessage(transaction, county, id);
    if (!message) throw new RequestProblem('not-found', `There is no message ${id}.`);
    if (!isUseful(message.content, dateAt(now, ZONE)))
      throw new RequestProblem('conflict', 'What the message is about is past.');
    const address = await addressOf(transaction, message.recipient);
    if (address === null) throw new RequestProblem('conflict', 'Its recipient has no address any more.');
    if (!(await retryMessage(transaction, message, address, now)))
      throw new RequestProblem('conflict', `The message has not failed: it is ${message.status}.`);
    const detail = { recipient: message.recipient, day: message.day };
    await recordAudit(transaction, { county, event: 'mail-retried', by: caller, about: id, detail }, now);
    const waiting = await findMessage(transaction, county, id);
    if (!waiting) throw new RangeError(`message ${id} has gone within a transaction`);
    return waiting;
  });
}

async function addressOf(transaction: Transaction, recipient: string): Promise<string | null> {
  const [, kind, id = ''] = /^(person|unit):(.*)$/.exec(recipient) ?? [];
  if (kind === 'person') return (await findPerson(transaction, id))?.address ?? null;
  return (await findUnit(transaction, id))?.address ?? null;
}
