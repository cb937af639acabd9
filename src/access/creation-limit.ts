import { ipKeyGenerator } from 'express-rate-limit';
import { RequestProblem } from '../routing/problem.js';
import { MissCount } from './miss-count.js';

const WINDOW_MS = 15 * 60 * 1000;

/** Limits how many new things a client address may have created in 15 minutes; reuse of existing ones is not counted. */
export class CreationLimit {
  readonly #made: MissCount;

  constructor(limit: number) {
    this.#made = new MissCount({ limit, windowMs: WINDOW_MS });
  }

  /** Counts one more creation; throws RequestProblem `too-many-requests` when it exceeds the limit. */
  async admit(address: string): Promise<void> {
    const key = ipKeyGenerator(address);
    if (!(await this.#made.allows(key)))
      throw new RequestProblem('too-many-requests', 'Wait a quarter of an hour and try again.');
    await this.#made.count(key);
  }
}
