import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { DatabaseCondition } from './condition.js';
import type { Database } from './database.js';
import type { DatabaseUnavailable } from './unavailable.js';

/** The shortest time between test writes: while they succeed, and while they fail. */
const PROBE_EVERY_MS = 10_000;
const PROBE_AGAIN_AFTER_MS = 2_000;

/**
 * After a failed write the disk counts as full until this much fits on it again: a row that replaces another often still
 * fits when nothing else does.
 */
const PADDING_BYTES = 256 * 1024;

interface Probe {
  readonly at: number;
  readonly outcome: Promise<void>;
  failed: boolean;
}

/** Whether a database can do what it is for. */
export class Readiness {
  readonly #database: Database;
  readonly #condition: DatabaseCondition;
  #probe: Probe | undefined;

  constructor(database: Database, condition: DatabaseCondition) {
    this.#database = database;
    this.#condition = condition;
  }

  /**
   * 1. Reads. 2. Writes, unless that was tried a moment ago. 3. Checks whether writes of others have failed. Throws
   * DatabaseUnavailable, or any other error of the database.
   */
  async check(): Promise<void> {
    await sql`select 1`.execute(this.#database);
    const now = performance.now();
    const wait = this.#trouble || this.#probe?.failed ? PROBE_AGAIN_AFTER_MS : PROBE_EVERY_MS;
    if (!this.#probe || now - this.#probe.at >= wait) this.#probe = this.#begin(now);
    await this.#probe.outcome;
    if (this.#trouble) throw this.#trouble;
  }

  get #trouble(): DatabaseUnavailable | undefined {
    return this.#condition.trouble('unwritable') ?? this.#condition.trouble('moved');
  }

  #begin(at: number): Probe {
    const probe: Probe = { at, outcome: this.#write(), failed: false };
    probe.outcome.catch(() => {
      probe.failed = true;
    });
    return probe;
  }

  async #write(): Promise<void> {
    const begunAt = performance.now();
    const isInTrouble = this.#condition.trouble('unwritable') !== undefined;
    await this.#upsert(isInTrouble ? randomBytes(PADDING_BYTES).toString('base64') : '');
    if (isInTrouble) await this.#upsert('');
    this.#condition.worked('unwritable', begunAt);
  }

  /** Index: primary key. */
  async #upsert(padding: string): Promise<void> {
    const probe = { probed_at: new Date().toISOString(), padding };
    await this.#database
      .insertInto('write_probe')
      .values({ id: 1, ...probe })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(probe))
      .execute();
  }
}
