import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import type { OutboxMessage } from './outbox.store.js';

/** What the outbox holds, for monitoring. */
export interface OutboxFigures {
  readonly messages: Readonly<Record<OutboxMessage['status'], number>>;
  /** Since when the message that has waited longest waits; null when none does. */
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
    .select(({ fn }) => fn.min('waiting_since').as('at'))
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
