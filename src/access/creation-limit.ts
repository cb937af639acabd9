import { ipKeyGenerator } from 'express-rate-limit';
import { RequestProblem } from '../routing/problem.js';
import { MissCount } from './miss-count.js';

const WINDOW_MS = 15 * 60 * 1000;

/** Limits how much an address has made that is not kept yet; what is kept is not counted. */
export class CreationLimit {
  readonly #made: MissCount;

  constructor(limit: number) {
    this.#made = new MissCount({ limit, windowMs: WINDOW_MS });
  }

  /** Counts one more to be made; throws RequestProblem `too-many-requests` where that is one too many. */
  async admit(address: string): Promise<void> {
    const key = ipKeyGenerator(address);
    if (!(await this.#made.allows(key)))
      throw new RequestProblem('too-many-requests', 'Wait a quarter of an hour and try again.');
    await this.#made.count(key);
  }
}
