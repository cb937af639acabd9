import { LRUCache } from 'lru-cache';

/** Things that have been made, by name, within a budget of bytes; each is made once, however many ask for it. */
export class KeptOnce<Made extends NonNullable<unknown>> {
  readonly #kept: LRUCache<string, Made>;
  readonly #underway = new Map<string, Promise<Made>>();

  /** `bytesOf` gives the size of one thing. */
  constructor(maxBytes: number, bytesOf: (made: Made) => number) {
    this.#kept = new LRUCache({ maxSize: maxBytes, sizeCalculation: (made) => bytesOf(made) + 1 });
  }

  /** Whether a thing is kept, or is already being made. */
  has(name: string): boolean {
    return this.#kept.has(name) || this.#underway.has(name);
  }

  /** The thing of a name, made when it is not kept; throws what making it throws. */
  async get(name: string, make: () => Promise<Made>): Promise<Made> {
    const known = this.#kept.get(name) ?? this.#underway.get(name);
    if (known !== undefined) return known;
    const making = make();
    this.#underway.set(name, making);
    try {
      const made = await making;
      this.#kept.set(name, made);
      return made;
    } finally {
      this.#underway.delete(name);
    }
  }
}
