import type { Selectable } from 'kysely';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database, Transaction } from '../../database/database.js';
import { raiseRecipientStamp } from '../../database/recipient-stamp.js';
import type { RecipientStatesTable } from '../../database/tables.js';

/** Whether reminders reach a recipient. */
export interface RecipientState {
  readonly subscribed: boolean;
  /** Since when nothing is sent, because the address has refused mail; null when it is not paused. */
  readonly pausedAt: Instant | null;
}

/** A recipient's choices about reminders; the defaults when there is no row. A pause applies to one address. */
function stateOf(row: Selectable<RecipientStatesTable> | undefined, address: string): RecipientState {
  if (!row) return { subscribed: true, pausedAt: null };
  const pausedAt = row.address === address ? (row.paused_at as Instant | null) : null;
  return { subscribed: row.subscribed === 1, pausedAt };
}

/** Reads how people of a county stand to reminders. Index: primary key. */
export async function statesOfPeople(
  database: Database,
  county: string,
): Promise<(person: { readonly id: string; readonly address: string }) => RecipientState> {
  const rows = await database
    .selectFrom('recipient_states')
    .selectAll()
    .where('county', '=', county)
    .where('recipient', 'like', 'person:%')
    .execute();
  const byKey = new Map(rows.map((row) => [row.recipient, row]));
  return ({ id, address }) => stateOf(byKey.get(`person:${id}`), address);
}

/** Reads the state of one recipient at an address. Index: primary key. */
export async function stateOfRecipient(
  database: Database | Transaction,
  county: string,
  recipient: string,
  address: string,
): Promise<RecipientState> {
  const row = await database
    .selectFrom('recipient_states')
    .selectAll()
    .where('county', '=', county)
    .where('recipient', '=', recipient)
    .executeTakeFirst();
  return stateOf(row, address);
}

/** Writes whether a recipient wants reminders, by their county and key. */
export async function setSubscribed(
  transaction: Transaction,
  { county, recipient }: { readonly county: string; readonly recipient: string },
  isSubscribed: boolean,
  now: Instant,
): Promise<void> {
  const subscribed = isSubscribed ? 1 : 0;
  const row = { county, recipient, address: '', subscribed, failures: 0, paused_at: null, changed_at: now };
  await transaction
    .insertInto('recipient_states')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['county', 'recipient']).doUpdateSet({ subscribed, changed_at: now }),
    )
    .execute();
  await raiseRecipientStamp(transaction, county);
}

/** Sends to an address again that has refused mail; its refusals count from none. */
export async function liftPause(
  transaction: Transaction,
  county: string,
  recipient: string,
  now: Instant,
): Promise<void> {
  await transaction
    .updateTable('recipient_states')
    .set({ failures: 0, paused_at: null, changed_at: now })
    .where('county', '=', county)
    .where('recipient', '=', recipient)
    .execute();
  await raiseRecipientStamp(transaction, county);
}

/** An address is paused after this many refusals in a row. */
const FAILURES_UNTIL_PAUSED = 3;

/** Recipients of a county whose mail has been refused. Index: primary key. */
export async function failingRecipients(database: Database, county: string): Promise<Set<string>> {
  const rows = await database
    .selectFrom('recipient_states')
    .select('recipient')
    .where('county', '=', county)
    .where('failures', '>', 0)
    .execute();
  return new Set(rows.map(({ recipient }) => recipient));
}

/** Counts a failure of an address, or that mail reaches it again. */
export async function noteDelivery(
  transaction: Transaction,
  {
    county,
    recipient,
    address,
  }: { readonly county: string; readonly recipient: string; readonly address: string },
  isDelivered: boolean,
  now: Instant,
): Promise<void> {
  if (isDelivered) {
    await transaction
      .updateTable('recipient_states')
      .set({ failures: 0 })
      .where('county', '=', county)
      .where('recipient', '=', recipient)
      .where('failures', '>', 0)
      .execute();
    return;
  }
  const { failures } = await transaction
    .insertInto('recipient_states')
    .values({ county, recipient, address, subscribed: 1, failures: 1, paused_at: null, changed_at: now })
    .onConflict((conflict) =>
      conflict.columns(['county', 'recipient']).doUpdateSet((eb) => ({
        failures: eb
          .case()
          .when('recipient_states.address', '=', address)
          .then(eb('recipient_states.failures', '+', 1))
          .else(1)
          .end(),
        address,
      })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow();
  const isPaused = failures >= FAILURES_UNTIL_PAUSED;
  await transaction
    .updateTable('recipient_states')
    .set({ paused_at: isPaused ? now : null })
    .where('county', '=', county)
    .where('recipient', '=', recipient)
    .execute();
  if (isPaused) await raiseRecipientStamp(transaction, county);
}
