import type { Instant, IsoDate } from '../calendar/iso-date.js';
import { type Database, ROWS_PER_INSERT, type Transaction } from '../database/database.js';
import { type Ledger, MemoryLedger, type Settlement, type Snooze } from './ledger.js';

/** Reads what has been settled of tasks from a day on, and of what is about no single day. Index: primary key. */
export async function readLedger(
  database: Database | Transaction,
  county: string,
  from: IsoDate,
): Promise<Ledger> {
  const run = await database
    .selectFrom('reminder_runs')
    .selectAll()
    .where('county', '=', county)
    .executeTakeFirst();
  const rows = await database
    .selectFrom('reminder_ledger')
    .select(['recipient', 'task_id', 'occasion', 'start', 'outcome'])
    .where('county', '=', county)
    .where((eb) => eb.or([eb('start', '>=', from), eb('settled_at', '>=', from)]))
    .orderBy('settled_at')
    .execute();
  const snoozes = await database.selectFrom('snoozes').selectAll().where('county', '=', county).execute();
  const last =
    run?.settled_at && run.settled_through
      ? { at: run.settled_at as Instant, through: run.settled_through as IsoDate }
      : null;
  const ledger = new MemoryLedger(
    snoozes.map(
      ({ recipient, task_id, day }): Snooze => ({ recipient, taskId: task_id, day: day as IsoDate }),
    ),
    last,
  );
  ledger.add(
    rows.map(({ recipient, task_id, occasion, start, outcome }) => ({
      recipient,
      taskId: task_id,
      occasion,
      start: start as IsoDate,
      outcome,
    })),
  );
  return ledger;
}

/** Takes the one row of a county that whoever works out what is due must hold; others wait until this transaction ends. */
export async function lockRun(transaction: Transaction, county: string): Promise<void> {
  await transaction
    .insertInto('reminder_runs')
    .values({ county, settled_at: null, settled_through: null })
    .onConflict((conflict) => conflict.column('county').doUpdateSet({ county }))
    .execute();
}

/** Writes until when what is due has been worked out. */
export async function writeRun(
  transaction: Transaction,
  county: string,
  settled: { readonly at: Instant; readonly through: IsoDate },
): Promise<void> {
  await transaction
    .updateTable('reminder_runs')
    .set({ settled_at: settled.at, settled_through: settled.through })
    .where('county', '=', county)
    .execute();
}

/** Writes what has been settled, each with the message that settles it. */
export async function writeSettlements(
  transaction: Transaction,
  county: string,
  settlements: readonly { readonly settlement: Settlement; readonly outboxId: string | null }[],
  now: Instant,
): Promise<void> {
  const rows = settlements.map(
    ({ settlement: { recipient, taskId, occasion, start, outcome }, outboxId }) => ({
      county,
      recipient,
      task_id: taskId,
      occasion,
      start,
      outcome,
      outbox_id: outboxId,
      settled_at: now,
    }),
  );
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await transaction
      .insertInto('reminder_ledger')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** A recipient's wish to be reminded of a task again on a day. */
export async function addSnooze(
  database: Database,
  county: string,
  { recipient, taskId, day }: Snooze,
): Promise<void> {
  await database
    .insertInto('snoozes')
    .values({ county, recipient, task_id: taskId, day })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes whether a recipient wants reminders. */
export async function setSubscribed(
  database: Database,
  county: string,
  recipient: string,
  isSubscribed: boolean,
  now: Instant,
): Promise<void> {
  const subscribed = isSubscribed ? 1 : 0;
  await database
    .insertInto('recipient_states')
    .values({ county, recipient, subscribed, failures: 0, paused_at: null, changed_at: now })
    .onConflict((conflict) =>
      conflict.columns(['county', 'recipient']).doUpdateSet({ subscribed, changed_at: now }),
    )
    .execute();
}
