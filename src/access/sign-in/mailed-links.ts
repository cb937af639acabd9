import { ipKeyGenerator } from 'express-rate-limit';
import { MissCount } from '../miss-count.js';

const WINDOW_MS = 15 * 60 * 1000;

/** How many links one network may have sent to one mailbox in a quarter of an hour. */
const BY_NETWORK = 5;

/** The most links sent to one mailbox in 15 minutes, whoever requests them: more would be a nuisance. */
const TO_MAILBOX = 30;

/**
 * Counts the mailed links that are requested. Each client network has a separate limit for each mailbox, so that nobody can
 * exhaust the links of somebody who requests them from elsewhere; only many networks together can.
 */
export class MailedLinks {
  readonly #byNetwork = new MissCount({ limit: BY_NETWORK, windowMs: WINDOW_MS });
  readonly #toMailbox = new MissCount({ limit: TO_MAILBOX, windowMs: WINDOW_MS });

  /** Whether a client may have one more link sent to a mailbox; counts it if so. */
  async admit(client: string, mailbox: string): Promise<boolean> {
    const to = mailbox.toLowerCase();
    const from = `${ipKeyGenerator(client)} ${to}`;
    if (!((await this.#byNetwork.allows(from)) && (await this.#toMailbox.allows(to)))) return false;
    await Promise.all([this.#byNetwork.count(from), this.#toMailbox.count(to)]);
    return true;
  }
}
