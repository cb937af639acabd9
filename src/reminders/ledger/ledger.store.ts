import type { Instant, IsoDate } from '../../calendar/iso-date.js';
import { type Database, ROWS_PER_INSERT, type Transaction } from '../../database/database.js';
import { raiseRecipientStamp } from '../../database/recipient-stamp.js';
import { type Ledger, MemoryLedger, type Settlement, type Snooze } from './ledger.js';
import type { OccasionText } from './occasion.js';

/**
 * Reads the settlements of tasks that start on or after a day, and those settled on or after it. `knownThrough` and
 * `recalled` are passed on to the ledger. Indexes: ledger_by_start, ledger_by_settled.
 */
export async function readLedger(
  database: Database | Transaction,
  county: string,
  from: IsoDate,
  { knownThrough, recalled }: Pick<Ledger, 'knownThrough' | 'recalled'>,
): Promise<Ledger> {
  const run = await database
    .selectFrom('reminder_runs')
    .selectAll()
    .where('county', '=', county)
    .executeTakeFirst();
  const rows = await database
    .selectFrom('reminder_ledger')
    .select(['recipient', 'task_id', 'occasion', 'start', 'told', 'outcome', 'reason'])
    .where('county', '=', county)
    .where((eb) => eb.or([eb('start', '>=', from), eb('settled_at', '>=', from)]))
    .orderBy('settled_at')
    .execute();
  const snoozes = await database.selectFrom('snoozes').selectAll().where('county', '=', county).execute();
  const ledger = new MemoryLedger({
    snoozes: snoozes.map(
      ({ recipient, task_id, day }): Snooze => ({ recipient, taskId: task_id, day: day as IsoDate }),
    ),
    recalled,
    settledThrough: (run?.settled_through ?? null) as IsoDate | null,
    knownThrough,
  });
  ledger.add(
    rows.map(({ recipient, task_id, occasion, start, told, outcome, reason }) => ({
      recipient,
      taskId: task_id,
      occasion: occasion as OccasionText,
      start: start as IsoDate,
      gist: told,
      outcome,
      reason,
    })),
  );
  return ledger;
}

/**
 * Locks the county's row in reminder_runs, which a run must hold; others wait until this transaction ends. Returns the day
 * through which due reminders have been worked out, null before the first run.
 */
export async function lockRun(transaction: Transaction, county: string): Promise<IsoDate | null> {
  const { settled_through } = await transaction
    .insertInto('reminder_runs')
    .values({ county, settled_through: null })
    .onConflict((conflict) => conflict.column('county').doUpdateSet({ county }))
    .returning('settled_through')
    .executeTakeFirstOrThrow();
  return settled_through as IsoDate | null;
}

/** Deletes what lapsed after the present moment, because the clock was ahead then. Index: ledger_lapsed. */
export async function forgetLapsed(transaction: Transaction, county: string, now: Instant): Promise<void> {
  await transaction
    .deleteFrom('reminder_ledger')
    .where('county', '=', county)
    .where('outcome', '=', 'lapsed')
    .where('settled_at', '>', now)
    .execute();
}

/** Records the day through which due reminders have been worked out. */
export async function writeRun(transaction: Transaction, county: string, through: IsoDate): Promise<void> {
  await transaction
    .updateTable('reminder_runs')
    .set({ settled_through: through })
    .where('county', '=', county)
    .execute();
}

/** Writes settlements, each with the message that settles it; null for one that lapsed. */
export async function writeSettlements(
  transaction: Transaction,
  county: string,
  settlements: readonly { readonly settlement: Settlement; readonly outboxId: string | null }[],
  now: Instant,
): Promise<void> {
  const rows = settlements.map(
    ({ settlement: { recipient, taskId, occasion, start, gist, outcome, reason }, outboxId }) => ({
      county,
      recipient,
      task_id: taskId,
      occasion,
      start,
      told: gist,
      outcome,
      reason,
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

/** The ids of the tasks that a message is about. Index: ledger_of_message. */
export async function tasksOfMessage(
  transaction: Transaction,
  county: string,
  outboxId: string,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('reminder_ledger')
    .select('task_id')
    .distinct()
    .where('county', '=', county)
    .where('outbox_id', '=', outboxId)
    .execute();
  return rows.map(({ task_id }) => task_id);
}

/** The lapsed settlements of a county, newest first. Index: ledger_lapsed. */
export async function lapsedOf(
  database: Database,
  county: string,
  limit: number,
): Promise<(Pick<Settlement, 'recipient' | 'taskId' | 'occasion' | 'start' | 'reason'> & { at: Instant })[]> {
  const rows = await database
    .selectFrom('reminder_ledger')
    .select(['recipient', 'task_id', 'occasion', 'start', 'reason', 'settled_at'])
    .where('county', '=', county)
    .where('outcome', '=', 'lapsed')
    .orderBy('settled_at', 'desc')
    .orderBy('recipient')
    .orderBy('occasion')
    .limit(limit)
    .execute();
  return rows.map(({ task_id: taskId, settled_at, start, occasion, ...row }) => ({
    ...row,
    taskId,
    occasion: occasion as OccasionText,
    start: start as IsoDate,
    at: settled_at as Instant,
  }));
}

/** Saves a recipient's wish to be reminded of a task again on a day. */
export async function addSnooze(
  database: Database,
  county: string,
  { recipient, taskId, day }: Snooze,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('snoozes')
      .values({ county, recipient, task_id: taskId, day })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await raiseRecipientStamp(transaction, county);
  });
}
