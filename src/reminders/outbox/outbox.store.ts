import type { Selectable } from 'kysely';
import type { Instant, IsoDate } from '../../calendar/iso-date.js';
import { type Database, ROWS_PER_INSERT, type Transaction } from '../../database/database.js';
import type { OutboxContentTable, OutboxTable } from '../../database/tables.js';
import type { Settlement } from '../ledger/ledger.js';
import type { OccasionText } from '../ledger/occasion.js';
import type { MailContent } from '../mail/mail.js';

/** Why a message has lapsed that was still waiting when it was of no use any more. */
export const PAST = 'what it is about is past';

export const MESSAGE_KINDS = ['daily', 'correction', 'news'] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** One message owed to one recipient, and its status. */
export interface OutboxMessage {
  readonly id: string;
  readonly county: string;
  readonly recipient: string;
  readonly address: string;
  readonly day: IsoDate;
  readonly kind: MessageKind;
  /** Numbers the messages of a kind on one day: one, except for corrections that cannot wait until the next day. */
  readonly number: number;
  readonly content: MailContent;
  readonly status: OutboxTable['status'];
  /** Why it failed or lapsed. */
  readonly reason: string | null;
  readonly attempts: number;
  /** Whether a server may have been asked to take it, in the attempts before the present one. */
  readonly wasAsked: boolean;
  readonly nextAttemptAt: Instant;
  /** Since when it is tried: since it was composed, or was sent again by hand. */
  readonly waitingSince: Instant;
  readonly serverAnswer: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Messages joined with their content, which is in a table of its own. */
export function withContent(database: Database | Transaction) {
  return database
    .selectFrom('outbox')
    .innerJoin('outbox_content', (join) =>
      join.onRef('outbox_content.county', '=', 'outbox.county').onRef('outbox_content.id', '=', 'outbox.id'),
    )
    .selectAll('outbox')
    .select('outbox_content.content');
}

export function messageOf(row: Selectable<OutboxTable> & Pick<OutboxContentTable, 'content'>): OutboxMessage {
  return {
    id: row.id,
    county: row.county,
    recipient: row.recipient,
    address: row.address,
    day: row.day as IsoDate,
    kind: row.kind as MessageKind,
    number: row.number,
    content: JSON.parse(row.content) as MailContent,
    status: row.status,
    reason: row.reason,
    attempts: row.attempts,
    wasAsked: row.asked === 1,
    nextAttemptAt: row.next_attempt_at as Instant,
    waitingSince: row.waiting_since as Instant,
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
  let query = withContent(database).where('outbox.county', '=', county);
  if (status !== undefined) query = query.where('status', '=', status);
  if (after !== undefined)
    query = query.where((eb) => {
      const last = eb
        .selectFrom('outbox as last')
        .select('last.day')
        .where('last.county', '=', county)
        .where('last.id', '=', after);
      return eb.or([eb('day', '<', last), eb.and([eb('day', '=', last), eb('outbox.id', '>', after)])]);
    });
  const rows = await query.orderBy('day', 'desc').orderBy('outbox.id').limit(limit).execute();
  return rows.map(messageOf);
}

export type NewMessage = Pick<
  OutboxMessage,
  'id' | 'county' | 'recipient' | 'address' | 'day' | 'kind' | 'number' | 'content'
>;

/**
 * Puts messages into the outbox and returns the ids of the new ones. A recipient has one message a day, kind and number,
 * and one announcement a publication.
 */
export async function insertMessages(
  transaction: Transaction,
  messages: readonly NewMessage[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const rows = messages.map(
    ({ id, county, recipient, address, day, kind, number }): OutboxTable => ({
      county,
      id,
      recipient,
      address,
      day,
      kind,
      number,
      status: 'waiting',
      reason: null,
      attempts: 0,
      asked: 0,
      next_attempt_at: now,
      waiting_since: now,
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
  const contents = messages
    .filter(({ id }) => inserted.has(id))
    .map(({ county, id, content }) => ({ county, id, content: JSON.stringify(content) }));
  for (let from = 0; from < contents.length; from += ROWS_PER_INSERT) {
    await transaction
      .insertInto('outbox_content')
      .values(contents.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
  return inserted;
}

/**
 * Recalls the reminders and corrections of earlier days that no server has been asked to take. What they hold is owed again,
 * so that what is still useful goes out once, in one message; in the outbox they have lapsed. Returns what they held.
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
    .where('kind', 'in', ['daily', 'correction'])
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
    for (const { recipient, task_id, occasion } of rows)
      owed.push({ recipient, taskId: task_id, occasion: occasion as OccasionText });
  }
  return owed;
}

/**
 * Lets messages wait again that have lapsed later than now, as past: by a clock that was ahead. Index: outbox_waiting, for
 * those that have lapsed.
 */
export async function reopenMessages(transaction: Transaction, county: string, now: Instant): Promise<void> {
  await transaction
    .updateTable('outbox')
    .set({ status: 'waiting', reason: null, next_attempt_at: now, waiting_since: now, updated_at: now })
    .where('county', '=', county)
    .where('status', '=', 'lapsed')
    .where('reason', '=', PAST)
    .where('updated_at', '>', now)
    .execute();
}

/** How many corrections recipients have been owed on a day. Index: outbox_once, for those of a county. */
export async function correctionsOn(
  transaction: Transaction,
  county: string,
  day: IsoDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .selectFrom('outbox')
    .select(({ fn }) => ['recipient', fn.max('number').as('number')])
    .where('county', '=', county)
    .where('day', '=', day)
    .where('kind', '=', 'correction')
    .groupBy('recipient')
    .execute();
  return new Map(rows.map(({ recipient, number }) => [recipient, number]));
}

/** One message of a county. Index: primary key. */
export async function findMessage(
  database: Database | Transaction,
  county: string,
  id: string,
): Promise<OutboxMessage | undefined> {
  const row = await withContent(database)
    .where('outbox.county', '=', county)
    .where('outbox.id', '=', id)
    .executeTakeFirst();
  return row && messageOf(row);
}

/** Queues a failed message again, to the address given; false when it has not failed. */
export async function retryMessage(
  transaction: Transaction,
  { county, id }: Pick<OutboxMessage, 'county' | 'id'>,
  address: string,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('outbox')
    .set({
      status: 'waiting',
      reason: null,
      address,
      next_attempt_at: now,
      waiting_since: now,
      leased_until: null,
      updated_at: now,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '=', 'failed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
