import { LRUCache } from 'lru-cache';
import { RequestProblem } from '../routing/problem.js';

type Content = string | Buffer;

const MAX_BYTES = 2 ** 26;

/** So many wait for their turn behind the one that is being made. */
const MOST_WAITING = 20;

/** Posters that have been made, by name, within a budget of bytes; they are made one at a time, however many ask. */
export class KeptPosters {
  readonly #made = new LRUCache<string, Content>({
    maxSize: MAX_BYTES,
    sizeCalculation: (content) => Buffer.byteLength(content) + 1,
  });
  readonly #underway = new Map<string, Promise<Content>>();
  #last: Promise<unknown> = Promise.resolve();

  /** Whether a poster is kept, or being made for somebody already. */
  has(name: string): boolean {
    return this.#made.has(name) || this.#underway.has(name);
  }

  /** The poster of a name, made when it is not kept; throws RequestProblem `busy` when too many wait for theirs. */
  async poster(name: string, make: () => Promise<Content>): Promise<Content> {
    const known = this.#made.get(name) ?? this.#underway.get(name);
    if (known !== undefined) return known;
    if (this.#underway.size > MOST_WAITING)
      throw new RequestProblem('busy', 'Many posters are being made; try again in a moment.');
    const made = this.#last.then(make);
    this.#underway.set(name, made);
    // One that could not be made must not keep the others from their turn.
    this.#last = made.catch(() => undefined);
    try {
      const content = await made;
      this.#made.set(name, content);
      return content;
    } finally {
      this.#underway.delete(name);
    }
  }
}
