import type { DatabaseUnavailable, UnavailableReason } from './unavailable.js';

/** What becomes of the database, told once however many requests it concerns. */
export type ConditionEvent =
  | { readonly kind: 'unavailable'; readonly error: DatabaseUnavailable }
  | {
      readonly kind: 'available';
      readonly reason: UnavailableReason;
      /** How many times something was not done. */
      readonly failures: number;
      readonly seconds: number;
    }
  /** A connection that nothing used was lost; nobody has noticed, and the next one who asks gets another. */
  | { readonly kind: 'connection-lost'; readonly detail: string };

interface Trouble {
  readonly error: DatabaseUnavailable;
  readonly since: number;
  last: number;
  failures: number;
}

/** How the database of a process is: what keeps it from working, since when, and how often that was met. */
export class DatabaseCondition {
  readonly #tell: (event: ConditionEvent) => void;
  readonly #troubles = new Map<UnavailableReason, Trouble>();
  #hasLostConnection = false;

  constructor(tell: (event: ConditionEvent) => void = () => undefined) {
    this.#tell = tell;
  }

  /** What keeps the database from working for this reason, as far as is known. */
  trouble(reason: UnavailableReason): DatabaseUnavailable | undefined {
    return this.#troubles.get(reason)?.error;
  }

  /** Notes that something was not done; told when it is the first. */
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

  /** Notes that a connection was lost while nothing used it, in the driver's words; of several in a row the first is told. */
  connectionLost(detail: string): void {
    if (this.#hasLostConnection) return;
    this.#hasLostConnection = true;
    this.#tell({ kind: 'connection-lost', detail });
  }

  /**
   * Notes that something was done, which shows that a trouble is over; `begunAt` is when, by `performance.now()`. What
   * had begun before the last failure shows nothing. Told unless the trouble was met only once.
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
