import type { Instant, IsoDate } from '../calendar/iso-date.js';

/** Something that a recipient has been owed once and is not owed again. */
export interface Settlement {
  readonly recipient: string;
  /** Empty for what is about no single task. */
  readonly taskId: string;
  /** Tells what is owed about the same task apart: `lead:14:2026-12-01`, `overdue:2026-W41`, `cancelled`. */
  readonly occasion: string;
  /** The day of the task as the recipient is told it. */
  readonly start: IsoDate;
  readonly outcome: 'owed' | 'lapsed';
}

/** A recipient's wish to be reminded of a task again on a later day. */
export interface Snooze {
  readonly recipient: string;
  readonly taskId: string;
  readonly day: IsoDate;
}

/** What has been settled so far. */
export interface Ledger {
  /** When it was last written; null before the first time. */
  readonly settledAt: Instant | null;
  readonly settledThrough: IsoDate | null;
  readonly has: (recipient: string, taskId: string, occasion: string) => boolean;
  /** What recipients have been told of tasks that are not past. */
  readonly told: Iterable<Pick<Settlement, 'recipient' | 'taskId' | 'start'>>;
  readonly snoozes: Iterable<Snooze>;
}

/** A ledger in memory, as it is read from the database and as tests write it. */
export function ledgerOf(
  settlements: readonly Settlement[],
  snoozes: readonly Snooze[],
  settled: { readonly at: Instant; readonly through: IsoDate } | null,
): Ledger {
  const known = new Set(
    settlements.map(({ recipient, taskId, occasion }) => `${recipient} ${taskId} ${occasion}`),
  );
  const told = new Map<string, Settlement>();
  for (const each of settlements) {
    const tells = /^(lead|moved|later)/.test(each.occasion) && each.outcome === 'owed';
    if (tells) told.set(`${each.recipient} ${each.taskId}`, each);
  }
  return {
    settledAt: settled?.at ?? null,
    settledThrough: settled?.through ?? null,
    has: (recipient, taskId, occasion) => known.has(`${recipient} ${taskId} ${occasion}`),
    told: told.values(),
    snoozes,
  };
}
