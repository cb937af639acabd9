import type { Selectable } from 'kysely';
import type { Instant, IsoDate } from '../calendar/iso-date.js';
import { type Database, ROWS_PER_INSERT, type Transaction } from '../database/database.js';
import type { OutboxTable } from '../database/tables.js';
import type { Settlement } from './ledger.js';
import type { MailContent } from './mail.js';
import { raiseRecipientStamp } from './stamps.store.js';

/** One message owed to one recipient, and what has become of it. */
export interface OutboxMessage {
  readonly id: string;
  readonly county: string;
  readonly recipient: string;
  readonly address: string;
  readonly day: IsoDate;
  readonly kind: 'daily' | 'correction';
  readonly content: MailContent;
  readonly status: OutboxTable['status'];
  /** Why it failed or lapsed. */
  readonly reason: string | null;
  readonly attempts: number;
  /** Whether a server may have been asked to take it, in the attempts before the present one. */
  readonly wasAsked: boolean;
  readonly nextAttemptAt: Instant;
  readonly serverAnswer: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

function messageOf(row: Selectable<OutboxTable>): OutboxMessage {
  return {
    id: row.id,
    county: row.county,
    recipient: row.recipient,
    address: row.address,
    day: row.day as IsoDate,
    kind: row.kind,
    content: JSON.parse(row.content) as MailContent,
    status: row.status,
    reason: row.reason,
    attempts: row.attempts,
    wasAsked: row.asked === 1,
    nextAttemptAt: row.next_attempt_at as Instant,
    serverAnswer: row.server_answer,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
  };
}

/** Which messages are read: those after one, in the order in which they are read. */
export interface OutboxSelection {
  readonly status?: OutboxMessage['status'] | undefined;
  readonly after?: string | undefined;
  readonly limit?: number;
}

/**
 * The messages of a county, newest first, those of a day by id; none when the one to read on from is not there. Index:
 * primary key.
 */
export async function outboxOf(
  database: Database,
  county: string,
  { status, after, limit = 500 }: OutboxSelection = {},
): Promise<OutboxMessage[]> {
  let query = database.selectFrom('outbox').selectAll().where('county', '=', county);
  if (status !== undefined) query = query.where('status', '=', status);
  if (after !== undefined)
    query = query.where((eb) => {
      const last = eb
        .selectFrom('outbox as last')
        .select('last.day')
        .where('last.county', '=', county)
        .where('last.id', '=', after);
      return eb.or([eb('day', '<', last), eb.and([eb('day', '=', last), eb('id', '>', after)])]);
    });
  const rows = await query.orderBy('day', 'desc').orderBy('id').limit(limit).execute();
  return rows.map(messageOf);
}

export type NewMessage = Pick<
  OutboxMessage,
  'id' | 'county' | 'recipient' | 'address' | 'day' | 'kind' | 'content'
>;

/** Puts messages into the outbox; answers the ids of those that are new: one a recipient, day and kind. */
export async function insertMessages(
  transaction: Transaction,
  messages: readonly NewMessage[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const rows = messages.map(
    ({ id, county, recipient, address, day, kind, content }): OutboxTable => ({
      county,
      id,
      recipient,
      address,
      day,
      kind,
      content: JSON.stringify(content),
      status: 'waiting',
      reason: null,
      attempts: 0,
      asked: 0,
      next_attempt_at: now,
      leased_until: null,
      server_answer: null,
      created_at: now,
      updated_at: now,
    }),
  );
  const inserted = new Set<string>();
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const some = await transaction
      .insertInto('outbox')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    for (const { id } of some) inserted.add(id);
  }
  return inserted;
}

/**
 * Takes back the daily messages of earlier days that no server has been asked to take: what they owe is owed anew, so
 * that what is still useful goes out once, in one message. They stand in the outbox as lapsed. Answers what they owed.
 */
export async function recallMessages(
  transaction: Transaction,
  county: string,
  today: IsoDate,
  now: Instant,
): Promise<Pick<Settlement, 'recipient' | 'taskId' | 'occasion'>[]> {
  const recalled = await transaction
    .updateTable('outbox')
    .set({ status: 'lapsed', reason: 'not sent on its day: owed anew while it is of use', updated_at: now })
    .where('county', '=', county)
    .where('kind', '=', 'daily')
    .where('status', '=', 'waiting')
    .where('asked', '=', 0)
    .where('leased_until', 'is', null)
    .where('day', '<', today)
    .returning('id')
    .execute();
  const owed: Pick<Settlement, 'recipient' | 'taskId' | 'occasion'>[] = [];
  for (let from = 0; from < recalled.length; from += ROWS_PER_INSERT) {
    const ids = recalled.slice(from, from + ROWS_PER_INSERT).map(({ id }) => id);
    const rows = await transaction
      .deleteFrom('reminder_ledger')
      .where('county', '=', county)
      .where('outbox_id', 'in', ids)
      .returning(['recipient', 'task_id', 'occasion'])
      .execute();
    for (const { recipient, task_id, occasion } of rows) owed.push({ recipient, taskId: task_id, occasion });
  }
  return owed;
}

/** What the outbox holds, for whoever watches the service. */
export interface OutboxFigures {
  readonly messages: Readonly<Record<OutboxMessage['status'], number>>;
  /** When the message that has waited longest was composed; null when none waits. */
  readonly oldestWaiting: Instant | null;
  readonly pausedAddresses: number;
}

/** Counts what the outbox holds. Indexes: outbox_waiting, which holds the statuses, and for what waits the rows. */
export async function outboxFigures(database: Database): Promise<OutboxFigures> {
  const rows = await database
    .selectFrom('outbox')
    .select(({ fn }) => ['status', fn.countAll().as('messages')])
    .groupBy('status')
    .execute();
  const oldest = await database
    .selectFrom('outbox')
    .select(({ fn }) => fn.min('created_at').as('at'))
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  const paused = await database
    .selectFrom('recipient_states')
    .select(({ fn }) => fn.countAll().as('addresses'))
    .where('paused_at', 'is not', null)
    .executeTakeFirst();
  const none = { waiting: 0, sent: 0, failed: 0, lapsed: 0 };
  return {
    messages: {
      ...none,
      ...Object.fromEntries(rows.map(({ status, messages }) => [status, Number(messages)])),
    },
    oldestWaiting: (oldest?.at ?? null) as Instant | null,
    pausedAddresses: Number(paused?.addresses ?? 0),
  };
}

/** Messages that wait and whose time has come, oldest first, whatever the county. Index: outbox_waiting. */
export async function waitingMessages(
  database: Database | Transaction,
  now: Instant,
  limit: number,
): Promise<OutboxMessage[]> {
  const rows = await database
    .selectFrom('outbox')
    .selectAll()
    .where('status', '=', 'waiting')
    .where('next_attempt_at', '<=', now)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
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

/** What has become of an attempt to send a message. */
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
 * Writes what has become of an attempt, and gives the claim back. False, and nothing is written, when the claim has ended
 * and somebody else has taken the message since.
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

/** An address is paused after so many failures in a row. */
const FAILURES_UNTIL_PAUSED = 3;

/** Recipients whose mail has come back, `{county} {recipient}`. */
export async function failingRecipients(database: Database): Promise<Set<string>> {
  const rows = await database
    .selectFrom('recipient_states')
    .select(['county', 'recipient'])
    .where('failures', '>', 0)
    .execute();
  return new Set(rows.map(({ county, recipient }) => `${county} ${recipient}`));
}

/** Counts a failure of an address, or that mail reaches it again. */
export async function noteDelivery(
  transaction: Transaction,
  { county, recipient, address }: OutboxMessage,
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
