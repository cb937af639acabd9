import { ipKeyGenerator } from 'express-rate-limit';
import { MissCount } from '../miss-count.js';

const WINDOW_MS = 15 * 60 * 1000;

/** How many links one network may have sent to one mailbox in a quarter of an hour. */
const BY_NETWORK = 5;

/** How many a mailbox is sent in a quarter of an hour, whoever asks: beyond it they are a nuisance. */
const TO_MAILBOX = 30;

/**
 * Counts the links that are asked for by mail. Each network has a share of its own of each mailbox, so that nobody uses
 * up the links of somebody who asks from elsewhere; only many networks together can.
 */
export class MailedLinks {
  readonly #byNetwork = new MissCount({ limit: BY_NETWORK, windowMs: WINDOW_MS });
  readonly #toMailbox = new MissCount({ limit: TO_MAILBOX, windowMs: WINDOW_MS });

  /** Whether one more is sent to a mailbox for whoever asks from an address; counts it if so. */
  async admit(client: string, mailbox: string): Promise<boolean> {
    const to = mailbox.toLowerCase();
    const from = `${ipKeyGenerator(client)} ${to}`;
    if (!((await this.#byNetwork.allows(from)) && (await this.#toMailbox.allows(to)))) return false;
    await Promise.all([this.#byNetwork.count(from), this.#toMailbox.count(to)]);
    return true;
  }
}
