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

/** A ledger in memory: as it is read from the database, and as a simulation writes it day by day. */
export class MemoryLedger implements Ledger {
  readonly snoozes: readonly Snooze[];
  readonly #settled = new Set<string>();
  readonly #told = new Map<string, Settlement>();
  #last: { readonly at: Instant; readonly through: IsoDate } | null;

  constructor(
    snoozes: readonly Snooze[] = [],
    last: { readonly at: Instant; readonly through: IsoDate } | null = null,
  ) {
    this.snoozes = snoozes;
    this.#last = last;
  }

  get settledAt(): Instant | null {
    return this.#last?.at ?? null;
  }

  get settledThrough(): IsoDate | null {
    return this.#last?.through ?? null;
  }

  get told(): Iterable<Settlement> {
    return this.#told.values();
  }

  has(recipient: string, taskId: string, occasion: string): boolean {
    return this.#settled.has(`${recipient} ${taskId} ${occasion}`);
  }

  add(settlements: Iterable<Settlement>): void {
    for (const each of settlements) {
      this.#settled.add(`${each.recipient} ${each.taskId} ${each.occasion}`);
      const tells = /^(lead|moved|later)/.test(each.occasion) && each.outcome === 'owed';
      if (tells) this.#told.set(`${each.recipient} ${each.taskId}`, each);
    }
  }

  /** Says until when what is due has been worked out. */
  settleThrough(at: Instant, through: IsoDate): void {
    this.#last = { at, through };
  }
}
