import { LRUCache } from 'lru-cache';

type Content = string | Buffer;

const MAX_BYTES = 2 ** 25;

/** Posters that have been made, by name, within a budget of bytes; each is made once, however many ask for it. */
export class PosterCache {
  readonly #made = new LRUCache<string, Content>({
    maxSize: MAX_BYTES,
    sizeCalculation: (content) => Buffer.byteLength(content) + 1,
  });
  readonly #underway = new Map<string, Promise<Content>>();

  /** Whether a poster is cached, or is already being made. */
  has(name: string): boolean {
    return this.#made.has(name) || this.#underway.has(name);
  }

  /** The poster of a name, made when it is not kept; throws what making it throws. */
  async poster(name: string, make: () => Promise<Content>): Promise<Content> {
    const known = this.#made.get(name) ?? this.#underway.get(name);
    if (known !== undefined) return known;
    const made = make();
    this.#underway.set(name, made);
    try {
      const content = await made;
      this.#made.set(name, content);
      return content;
    } finally {
      this.#underway.delete(name);
    }
  }
}
