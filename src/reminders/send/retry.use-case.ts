import { recordAudit } from '../../access/audit/audit.store.js';
import { dateAt, type Instant } from '../../calendar/iso-date.js';
import { ZONE } from '../../calendar/zone.js';
import { findTasks } from '../../cycle/task.store.js';
import type { Database, Transaction } from '../../database/database.js';
import { findPerson } from '../../people/people.store.js';
import type { Caller } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { findUnit } from '../../units/unit.store.js';
import { tasksOfMessage } from '../ledger/ledger.store.js';
import { isUseful } from '../mail/mail.js';
import { findMessage, type OutboxMessage, retryMessage } from '../outbox/outbox.store.js';
import { isRequired } from '../recipients/recipient.js';
import { stateOfRecipient } from '../recipients/recipient-state.store.js';
import { type RetryRefusal, retryRefusalSentence } from './retry-refusal.js';

/** Which message of a county is to be sent again, and by whose will. */
interface Retry {
  readonly county: string;
  readonly id: string;
  readonly caller: Caller;
}

/**
 * Queues a failed message to be sent again, to its recipient's present address. Throws RequestProblem when the message does
 * not exist, has not failed or is no longer worth sending, or when its recipient no longer exists, has unsubscribed or is
 * paused.
 */
export async function retryFailed(
  database: Database,
  { county, id, caller }: Retry,
  now: Instant,
): Promise<OutboxMessage> {
  return database.transaction().execute(async (transaction) => {
    const message = await findMessage(transaction, county, id);
    if (!message) throw new RequestProblem('not-found', `No message has the id ${id}.`);
    if (!isUseful(message.content, dateAt(now, ZONE))) throw refused({ code: 'past' });
    const address = await addressOf(transaction, message.recipient);
    if (address === null) throw refused({ code: 'gone' });
    const state = await stateOfRecipient(transaction, county, message.recipient, address);
    if (state.pausedAt !== null) throw refused({ code: 'paused' });
    if (!state.subscribed && !(await isWhollyRequired(transaction, message)))
      throw refused({ code: 'unsubscribed' });
    if (!(await retryMessage(transaction, message, address, now))) throw refused({ code: 'not-failed' });
    const detail = { recipient: message.recipient, day: message.day };
    await recordAudit(transaction, { county, event: 'mail-retried', by: caller, about: id, detail }, now);
    const waiting = await findMessage(transaction, county, id);
    if (!waiting) throw new RangeError(`message ${id} disappeared within a transaction`);
    return waiting;
  });
}

const refused = (refusal: RetryRefusal) =>
  new RequestProblem('conflict', retryRefusalSentence(refusal), [], { refusal });

/** The recipient's present address; null when they, or their unit, no longer exist. */
async function addressOf(transaction: Transaction, recipient: string): Promise<string | null> {
  const [, kind, id = ''] = /^(person|unit):(.*)$/.exec(recipient) ?? [];
  const holder = kind === 'person' ? await findPerson(transaction, id) : await findUnit(transaction, id);
  if (!holder) return null;
  const unit = 'unitId' in holder ? await findUnit(transaction, holder.unitId) : holder;
  return unit && !unit.retired ? holder.address : null;
}

/** Whether a message holds only what its recipient gets even when unsubscribed. */
async function isWhollyRequired(transaction: Transaction, message: OutboxMessage): Promise<boolean> {
  const { county, id, recipient } = message;
  const tasks = await findTasks(transaction, county, await tasksOfMessage(transaction, county, id));
  return tasks.size > 0 && [...tasks.values()].every((task) => isRequired({ key: recipient }, task));
}
