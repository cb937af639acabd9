import type { DatabaseUnavailable, UnavailableReason } from './unavailable.js';

/** A change in the condition of the database, reported once however many requests it affects. */
export type ConditionEvent =
  | { readonly kind: 'unavailable'; readonly error: DatabaseUnavailable }
  | {
      readonly kind: 'available';
      readonly reason: UnavailableReason;
      /** How many times something was not done. */
      readonly failures: number;
      readonly seconds: number;
    }
  /** An idle connection was lost; no query failed, and the next one gets a new connection. */
  | { readonly kind: 'connection-lost'; readonly detail: string };

interface Trouble {
  readonly error: DatabaseUnavailable;
  readonly since: number;
  last: number;
  failures: number;
}

/** The condition of a process's database: why it is unavailable, since when, and in how many failures. */
export class DatabaseCondition {
  readonly #tell: (event: ConditionEvent) => void;
  readonly #troubles = new Map<UnavailableReason, Trouble>();
  #hasLostConnection = false;

  constructor(tell: (event: ConditionEvent) => void = () => undefined) {
    this.#tell = tell;
  }

  /** The present trouble with this reason; undefined when none is known. */
  trouble(reason: UnavailableReason): DatabaseUnavailable | undefined {
    return this.#troubles.get(reason)?.error;
  }

  /** Notes a failure; the first one is reported. */
  failed(error: DatabaseUnavailable): void {
    const now = performance.now();
    const trouble = this.#troubles.get(error.reason);
    if (trouble) {
      trouble.failures += 1;
      trouble.last = now;
      return;
    }
    this.#troubles.set(error.reason, { error, since: now, last: now, failures: 1 });
    this.#tell({ kind: 'unavailable', error });
  }

  /** Notes that an idle connection was lost, with the driver's message; of several in a row only the first is reported. */
  connectionLost(detail: string): void {
    if (this.#hasLostConnection) return;
    this.#hasLostConnection = true;
    this.#tell({ kind: 'connection-lost', detail });
  }

  /**
   * Notes a success, which shows that a trouble is over; `begunAt` is its start by `performance.now()`. A success that began
   * before the last failure proves nothing. The end is reported unless the trouble was met only once.
   */
  worked(reason: UnavailableReason, begunAt: number): void {
    if (reason === 'away') this.#hasLostConnection = false;
    const trouble = this.#troubles.get(reason);
    if (!trouble || begunAt < trouble.last) return;
    this.#troubles.delete(reason);
    const { failures, since } = trouble;
    if (failures > 1 || reason === 'moved' || reason === 'unwritable')
      this.#tell({
        kind: 'available',
        reason,
        failures,
        seconds: Math.round((performance.now() - since) / 1000),
      });
  }
}
