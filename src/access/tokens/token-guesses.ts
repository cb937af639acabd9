import { ipKeyGenerator } from 'express-rate-limit';
import { RequestProblem } from '../../routing/problem.js';
import { MissCount } from '../miss-count.js';

/** How many tokens that do not count an address may send in a quarter of an hour. */
const MOST_GUESSES = { limit: 30, windowMs: 15 * 60 * 1000 };

/** Limits how often a client address sends an invalid token; valid tokens are neither counted nor refused. */
export class TokenGuesses {
  readonly #misses = new MissCount(MOST_GUESSES);

  /** Counts a token that does not count; throws RequestProblem `too-many-requests` when the address has sent too many. */
  async count(address: string): Promise<void> {
    const key = ipKeyGenerator(address);
    if (!(await this.#misses.allows(key)))
      throw new RequestProblem('too-many-requests', 'Wait a quarter of an hour and try again.');
    await this.#misses.count(key);
  }

  stop(): void {
    this.#misses.stop();
  }
}
