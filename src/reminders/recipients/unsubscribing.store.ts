import type { Instant } from '../../calendar/iso-date.js';
import { findTasks } from '../../cycle/task.store.js';
import type { Transaction } from '../../database/database.js';
import { tasksOfMessage } from '../ledger/ledger.store.js';
import { isRequired } from './recipient.js';
import { setSubscribed } from './recipient-state.store.js';

/** Why a message lapses that its recipient wants no longer. */
const UNSUBSCRIBED = 'its recipient has unsubscribed';

/**
 * Writes that a recipient wants reminders no longer, and takes back what still waits to be sent to them; a message goes
 * out all the same when anything in it is what they get once unsubscribed, or when it is being sent just now. Index:
 * outbox_waiting.
 */
export async function unsubscribe(
  transaction: Transaction,
  county: string,
  recipient: string,
  now: Instant,
): Promise<void> {
  await setSubscribed(transaction, county, recipient, false, now);
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
