import type { IsoDate } from '../../calendar/iso-date.js';
import { kindOfOccasion, type OccasionKind, type OccasionText, readOccasion } from './occasion.js';

/** Why a reminder was never sent: the task was past by then, or the day's message had gone and no other comes in time. */
export const LAPSE_REASONS = ['past', 'no-message-left'] as const;

export type LapseReason = (typeof LAPSE_REASONS)[number];

/** A reminder that a recipient has been owed once and is not owed again. */
export interface Settlement {
  readonly recipient: string;
  readonly taskId: string;
  /** Distinguishes the reminders about the same task. */
  readonly occasion: OccasionText;
  /** The start of the task, as stated to the recipient. */
  readonly start: IsoDate;
  /** A hash of what the recipient is told about the task (see `gistOf`). */
  readonly gist: string;
  readonly outcome: 'owed' | 'lapsed';
  /** Why it lapsed; null when it is owed. */
  readonly reason: LapseReason | null;
}

/** A recipient's wish to be reminded of a task again on a later day. */
export interface Snooze {
  readonly recipient: string;
  readonly taskId: string;
  readonly day: IsoDate;
}

/** The settlements of a county so far. */
export interface Ledger {
  /** The day through which due reminders have been worked out; null before the first run. */
  readonly settledThrough: IsoDate | null;
  /** The day through which that was done with these very tasks and recipients; null when any may have changed since. */
  readonly knownThrough: IsoDate | null;
  /** The settled occasions of a recipient, as `settlementKey` writes them. */
  readonly settledOf: (recipient: string) => ReadonlySet<string>;
  /** What recipients have been notified of about tasks that are not past. */
  readonly notified: Iterable<Pick<Settlement, 'recipient' | 'taskId' | 'start' | 'gist'>>;
  /** Whether a recipient has been told of a task. */
  readonly hasTold: (recipient: string, taskId: string) => boolean;
  /** The last ISO week for which a recipient was owed a list of what comes or is late; undefined before the first. */
  readonly lastWeekOf: (recipient: string) => string | undefined;
  readonly snoozes: Iterable<Snooze>;
  /** What was owed in messages that have been recalled unsent. */
  readonly recalled: Iterable<Pick<Settlement, 'recipient' | 'taskId' | 'occasion'>>;
}

/** Identifies an occasion of a task among the settlements of a recipient. */
export function settlementKey(taskId: string, occasion: OccasionText): string {
  return `${taskId} ${occasion}`;
}

/** Whether a message for an occasion states the task's date, so that the recipient needs a correction when it changes. */
const TELLS: Readonly<Record<OccasionKind, boolean>> = {
  lead: true,
  later: true,
  weekly: true,
  moved: true,
  changed: true,
  cancelled: true,
  overdue: false,
  digest: false,
  outlook: false,
};

const NOTHING: ReadonlySet<string> = new Set();

/** A ledger in memory: read from the database, or filled day by day by a simulation. */
export class MemoryLedger implements Ledger {
  readonly snoozes: readonly Snooze[];
  readonly recalled: Ledger['recalled'];
  readonly #settled = new Map<string, Set<string>>();
  readonly #notified = new Map<string, Settlement>();
  readonly #lastWeeks = new Map<string, string>();
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

  hasTold(recipient: string, taskId: string): boolean {
    return this.#notified.has(`${recipient} ${taskId}`);
  }

  lastWeekOf(recipient: string): string | undefined {
    return this.#lastWeeks.get(recipient);
  }

  add(settlements: Iterable<Settlement>): void {
    for (const each of settlements) {
      const settled = this.#settled.get(each.recipient) ?? new Set();
      this.#settled.set(each.recipient, settled.add(settlementKey(each.taskId, each.occasion)));
      if (each.outcome !== 'owed') continue;
      if (TELLS[kindOfOccasion(each.occasion)]) this.#notified.set(`${each.recipient} ${each.taskId}`, each);
      this.#noteWeek(each);
    }
  }

  #noteWeek({ recipient, occasion }: Settlement): void {
    const kind = kindOfOccasion(occasion);
    if (kind !== 'weekly' && kind !== 'overdue') return;
    const read = readOccasion(occasion);
    if (!('week' in read)) return;
    if (read.week > (this.#lastWeeks.get(recipient) ?? '')) this.#lastWeeks.set(recipient, read.week);
  }

  /** Sets the day through which reminders are worked out, and whether the next run sees the same tasks and recipients. */
  settleThrough(through: IsoDate, next: 'unchanged' | 'changed'): void {
    this.#settledThrough = through;
    this.#knownThrough = next === 'unchanged' ? through : null;
  }
}
