import type { IsoDate } from '../../calendar/iso-date.js';
import { kindOfOccasion, type OccasionKind, type OccasionText } from './occasion.js';

/** Why something was never sent: it was past when it was looked at, or the day's message had gone and no other comes in time. */
export const LAPSE_REASONS = ['past', 'no-message-left'] as const;

export type LapseReason = (typeof LAPSE_REASONS)[number];

/** Something that a recipient has been owed once and is not owed again. */
export interface Settlement {
  readonly recipient: string;
  readonly taskId: string;
  /** Tells what is owed about the same task apart. */
  readonly occasion: OccasionText;
  /** The day of the task as the recipient is told it. */
  readonly start: IsoDate;
  /** What the recipient is told of the task, in short (see `gistOf`). */
  readonly gist: string;
  readonly outcome: 'owed' | 'lapsed';
  /** Why it has lapsed; null when it is owed. */
  readonly reason: LapseReason | null;
}

/** A recipient's wish to be reminded of a task again on a later day. */
export interface Snooze {
  readonly recipient: string;
  readonly taskId: string;
  readonly day: IsoDate;
}

/** What has been settled so far. */
export interface Ledger {
  /** Until when what is due has been worked out; null before the first time. */
  readonly settledThrough: IsoDate | null;
  /** Until when that was done with these very tasks and recipients; null when any of them may have changed since. */
  readonly knownThrough: IsoDate | null;
  /** What of a recipient's is settled, as `settlementKey` writes it. */
  readonly settledOf: (recipient: string) => ReadonlySet<string>;
  /** What recipients have been told of tasks that are not past. */
  readonly notified: Iterable<Pick<Settlement, 'recipient' | 'taskId' | 'start' | 'gist'>>;
  readonly snoozes: Iterable<Snooze>;
  /** What was owed in messages that have been taken back unsent. */
  readonly recalled: Iterable<Pick<Settlement, 'recipient' | 'taskId' | 'occasion'>>;
}

/** Names an occasion of a task among all that is settled of a recipient. */
export function settlementKey(taskId: string, occasion: OccasionText): string {
  return `${taskId} ${occasion}`;
}

/** Whether a message of an occasion says when the task is, so that the recipient is told when that is no longer so. */
const TELLS: Readonly<Record<OccasionKind, boolean>> = {
  lead: true,
  later: true,
  moved: true,
  changed: true,
  cancelled: true,
  overdue: false,
  digest: false,
  outlook: false,
};

const NOTHING: ReadonlySet<string> = new Set();

/** A ledger in memory: as it is read from the database, and as a simulation writes it day by day. */
export class MemoryLedger implements Ledger {
  readonly snoozes: readonly Snooze[];
  readonly recalled: Ledger['recalled'];
  readonly #settled = new Map<string, Set<string>>();
  readonly #notified = new Map<string, Settlement>();
  #settledThrough: IsoDate | null;
  #knownThrough: IsoDate | null;

  constructor({
    snoozes = [],
    recalled = [],
    settledThrough = null,
    knownThrough = null,
  }: Partial<Pick<Ledger, 'recalled' | 'settledThrough' | 'knownThrough'>> & {
    readonly snoozes?: readonly Snooze[];
  } = {}) {
    this.snoozes = snoozes;
    this.recalled = recalled;
    this.#settledThrough = settledThrough;
    this.#knownThrough = knownThrough;
  }

  get settledThrough(): IsoDate | null {
    return this.#settledThrough;
  }

  get knownThrough(): IsoDate | null {
    return this.#knownThrough;
  }

  get notified(): Iterable<Settlement> {
    return this.#notified.values();
  }

  settledOf(recipient: string): ReadonlySet<string> {
    return this.#settled.get(recipient) ?? NOTHING;
  }

  add(settlements: Iterable<Settlement>): void {
    for (const each of settlements) {
      const settled = this.#settled.get(each.recipient) ?? new Set();
      this.#settled.set(each.recipient, settled.add(settlementKey(each.taskId, each.occasion)));
      if (each.outcome === 'owed' && TELLS[kindOfOccasion(each.occasion)])
        this.#notified.set(`${each.recipient} ${each.taskId}`, each);
    }
  }

  /** Says until when what is due has been worked out, and whether the next look is at the same tasks and recipients. */
  settleThrough(through: IsoDate, next: 'unchanged' | 'changed'): void {
    this.#settledThrough = through;
    this.#knownThrough = next === 'unchanged' ? through : null;
  }
}
