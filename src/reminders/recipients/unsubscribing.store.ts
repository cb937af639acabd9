import type { Instant } from '../../calendar/iso-date.js';
import { findTasks } from '../../cycle/task.store.js';
import type { Transaction } from '../../database/database.js';
import { tasksOfMessage } from '../ledger/ledger.store.js';
import { isRequired } from './recipient.js';
import { setSubscribed } from './recipient-state.store.js';

/** The reason stored for a message that lapses because its recipient has unsubscribed. */
const UNSUBSCRIBED = 'its recipient has unsubscribed';

/**
 * Unsubscribes a recipient and lapses the messages waiting for them, except those being sent and those with anything that
 * the recipient gets even when unsubscribed. Index: outbox_waiting.
 */
export async function unsubscribe(
  transaction: Transaction,
  county: string,
  recipient: string,
  now: Instant,
): Promise<void> {
  await setSubscribed(transaction, { county, recipient }, false, now);
  const waiting = await transaction
    .selectFrom('outbox')
    .select('id')
    .where('county', '=', county)
    .where('status', '=', 'waiting')
    .where('recipient', '=', recipient)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .execute();
  for (const { id } of waiting) {
    const tasks = await findTasks(transaction, county, await tasksOfMessage(transaction, county, id));
    if ([...tasks.values()].some((task) => isRequired({ key: recipient }, task))) continue;
    await transaction
      .updateTable('outbox')
      .set({ status: 'lapsed', reason: UNSUBSCRIBED, updated_at: now })
      .where('county', '=', county)
      .where('id', '=', id)
      .where('status', '=', 'waiting')
      .execute();
  }
}
