import { randomUUID } from 'node:crypto';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import { repeatWork } from '../../database/repeat-work.js';
import { recordAudit, updateAuditCount } from '../audit/audit.store.js';

/** Ways that a sign-in can fail. */
export const FAILED_WAYS = ['mail', 'link', 'provider', 'token'] as const;

export type FailedWay = (typeof FAILED_WAYS)[number];

const WINDOW_MS = 15 * 60 * 1000;

/** How often counts that have grown are written. */
const WRITE_EVERY_MS = 5_000;

/** Failures are counted separately for this many addresses; those of further addresses are counted together. */
const MOST_ADDRESSES = 10_000;

interface Counted {
  readonly id: string;
  count: number;
  written: number;
}

export interface FailedSignInsParts {
  readonly database: Database;
  /** The county of the installation, since it is unknown who failed to sign in. */
  readonly county: string;
  readonly now: () => Instant;
  /** Called for each failure, for the metrics. */
  readonly onFailed: (way: FailedWay) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Records failed sign-ins: one row in the audit log for each way, client address and 15 minutes, with their count, so that
 * guessing does not fill it. The address itself is held only in memory, until the 15 minutes are over.
 */
export class FailedSignIns {
  readonly #parts: FailedSignInsParts;
  readonly #stopWriting: () => Promise<void>;
  #counted = new Map<string, Counted>();
  #window = 0;

  constructor(parts: FailedSignInsParts) {
    this.#parts = parts;
    this.#stopWriting = repeatWork(WRITE_EVERY_MS, () => this.#write(), parts.onError);
  }

  /** Counts one failure from the address of a client; the first of a quarter of an hour is written at once. */
  async count(way: FailedWay, address: string): Promise<void> {
    const { database, county, now, onFailed } = this.#parts;
    onFailed(way);
    await this.#beginWindow();
    const counted = this.#counted;
    const from = counted.size < MOST_ADDRESSES ? ipKeyGenerator(address) : '';
    const key = `${way} ${from}`;
    const known = counted.get(key);
    if (known) {
      known.count += 1;
      return;
    }
    const id = randomUUID();
    counted.set(key, { id, count: 1, written: 1 });
    const by = { name: 'unknown', personId: null };
    const detail = { way, count: '1' };
    try {
      await recordAudit(database, { id, county, event: 'sign-in-failed', by, detail }, now());
    } catch (error) {
      // The row was not written, so the next failure has to begin one.
      counted.delete(key);
      throw error;
    }
  }

  /** Writes the remaining counts, and stops. */
  async stop(): Promise<void> {
    await this.#stopWriting();
    await this.#write().catch(this.#parts.onError);
  }

  async #beginWindow(): Promise<void> {
    const window = Math.floor(Date.parse(this.#parts.now()) / WINDOW_MS);
    if (window === this.#window) return;
    const past = this.#counted;
    this.#window = window;
    this.#counted = new Map();
    await this.#write(past);
  }

  async #write(counted = this.#counted): Promise<void> {
    const { database, county } = this.#parts;
    for (const [key, each] of counted) {
      const { id, count } = each;
      if (count === each.written) continue;
      const way = key.slice(0, key.indexOf(' '));
      await updateAuditCount(database, { county, id, detail: { way, count: String(count) } });
      each.written = count;
    }
  }
}
