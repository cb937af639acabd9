import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { repeatWork } from '../database/repeat-work.js';
import { type FeedReading, writeReadings } from './feed.store.js';
import type { FeedEntry } from './feed-entry.js';

const FLUSH_MS = 60_000;
/** Few enough, and with time enough between, that nobody waits for a write of them. */
const AT_ONCE = 25;
const PAUSE_MS = 5;

/** Who has fetched which feed and what it served, written down once a minute: a fetch waits for no write. */
export class FeedReadings {
  readonly #database: Database;
  readonly #onError: (error: unknown) => void;
  readonly #stopWriting: () => Promise<void>;
  /** By the feed's id. */
  readonly #unwritten = new Map<string, FeedEntry>();
  #isStopping = false;

  constructor({
    database,
    onError,
  }: { readonly database: Database; readonly onError: (error: unknown) => void }) {
    this.#database = database;
    this.#onError = onError;
    this.#stopWriting = repeatWork(FLUSH_MS, () => this.#write(), onError);
  }

  /** Notes that a client has fetched a feed, at a time in milliseconds. */
  noteFetch(entry: FeedEntry, at: number, client: string | undefined): void {
    entry.fetchedAt = at;
    entry.fetchedBy = client;
    if (!entry.isUnwritten) this.toWrite(entry);
  }

  /** Has a feed written down when it is next time to. */
  toWrite(entry: FeedEntry): void {
    entry.isUnwritten = true;
    this.#unwritten.set(entry.id, entry);
  }

  /** The last fetch of a feed that is not written down yet. */
  unwrittenFetch(id: string): Pick<FeedReading, 'fetchedAt' | 'fetchedBy'> | undefined {
    const entry = this.#unwritten.get(id);
    return entry && readingOf(entry);
  }

  /** Stops, once all of it is written down. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#stopWriting();
    await this.#write().catch(this.#onError);
  }

  /** Writes down what has been noted since the last time. */
  async #write(): Promise<void> {
    const entries = [...this.#unwritten.values()];
    for (let from = 0; from < entries.length; from += AT_ONCE) {
      const some = entries.slice(from, from + AT_ONCE);
      for (const entry of some) {
        this.#unwritten.delete(entry.id);
        entry.isUnwritten = false;
      }
      try {
        await writeReadings(this.#database, some.map(readingOf));
      } catch (error) {
        for (const entry of some) this.toWrite(entry);
        throw error;
      }
      if (!this.#isStopping) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

function readingOf({ county, id, fetchedAt, fetchedBy, content, modified }: FeedEntry): FeedReading {
  return {
    county,
    id,
    fetchedAt: fetchedAt === 0 ? null : (new Date(fetchedAt).toISOString() as Instant),
    fetchedBy: fetchedBy?.slice(0, 200) ?? null,
    contentEtag: content.etag,
    contentModified: new Date(modified).toISOString() as Instant,
  };
}
