import { MemoryStore, type Options } from 'express-rate-limit';

/** Counts what each of many keys does in a window of time, and says which has done too much. */
export class MissCount {
  readonly #store = new MemoryStore();
  readonly #limit: number;

  constructor({ limit, windowMs }: { readonly limit: number; readonly windowMs: number }) {
    this.#limit = limit;
    this.#store.init({ windowMs } as Options);
  }

  async allows(key: string): Promise<boolean> {
    const counted = await this.#store.get(key);
    return (counted?.totalHits ?? 0) < this.#limit;
  }

  async count(key: string): Promise<void> {
    await this.#store.increment(key);
  }

  /** Stops the timer that forgets old keys. */
  stop(): void {
    this.#store.shutdown();
  }
}
