import { ipKeyGenerator } from 'express-rate-limit';
import { MissCount } from '../access/miss-count.js';
import { RequestProblem } from '../routing/problem.js';

/** The most expensive responses prepared at once for callers who are not signed in: all use the same thread. */
const MOST_AT_ONCE = 1;

/** The most further requests that may wait for their turn. */
const MOST_WAITING = 200;

/** What one address may ask for: a school, with all its teachers behind it, opens the page a thousand times after a mail. */
const PER_ADDRESS = { limit: 3_000, windowMs: 15 * 60 * 1000 };

/** Limits what anonymous callers can cost with requests whose responses are built for each: how many at once, and from one address. */
export class PublicTurns {
  readonly #asked = new MissCount(PER_ADDRESS);
  readonly #waiting: (() => void)[] = [];
  #underway = 0;

  /** Puts an answer together when its turn has come. Throws RequestProblem `too-many-requests` or `busy`. */
  async take<T>(address: string, make: () => Promise<T>): Promise<T> {
    const key = ipKeyGenerator(address);
    if (!(await this.#asked.allows(key)))
      throw new RequestProblem('too-many-requests', 'Wait a quarter of an hour and try again.');
    await this.#asked.count(key);
    await this.#turn();
    try {
      return await make();
    } finally {
      const next = this.#waiting.shift();
      // Other requests and the health check come in between.
      if (next) setImmediate(next);
      else this.#underway -= 1;
    }
  }

  async #turn(): Promise<void> {
    if (this.#underway < MOST_AT_ONCE) {
      this.#underway += 1;
      return;
    }
    if (this.#waiting.length >= MOST_WAITING)
      throw new RequestProblem('busy', 'The server is busy; try again in a moment.');
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
