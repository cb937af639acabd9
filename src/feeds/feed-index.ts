import { LRUCache } from 'lru-cache';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { publishedStamps } from '../database/published-stamp.js';
import { repeatWork } from '../database/repeat-work.js';
import { DatabaseUnavailable } from '../database/unavailable.js';
import type { County } from '../framework/county.js';
import { inLanguage, type Language } from '../language/text.js';
import type { TaskWording } from '../task/wording.js';
import { ComponentCache } from './component-cache.js';
import type { ShownDay } from './entries/shown-day.js';
import type { Feed } from './feed.js';
import { feedByTokenHash } from './feed.store.js';
import type { FeedBytes, FeedEntry, Found } from './feed-entry.js';
import { FeedReadings } from './feed-readings.js';
import { tokenHash } from './feed-token.js';
import {
  type ContentContext,
  type FeedPresentation,
  PublishedCounty,
  presentationKey,
  presentationOf,
} from './published-county.js';
import { readPublishedStates } from './read-published-county.js';
import { type Coding, RepresentationCache } from './representation-cache.js';

/**
 * Options for a cache of at most this many entries. The limit is given as a size, with each entry of size one, because a
 * maximum number would make the cache allocate room for all entries: 80 ms and 10 MB at every start.
 */
const atMost = (maxSize: number) => ({ maxSize, sizeCalculation: () => 1 });

/** This many feeds are cached, and found without a query. */
const KNOWN_FEEDS = atMost(200_000);

const COMPONENT_BUDGET = 64 * 2 ** 20;
const REPRESENTATION_BUDGET = 96 * 2 ** 20;

/** Publishing or revoking by another process takes effect within this time. */
const STAMP_POLL_MS = 500;

/**
 * How long cached content is served while the database is unavailable: as long as readers are allowed to reuse it themselves
 * (`stale-if-error`).
 */
const STALE_MS = 24 * 60 * 60_000;

export interface FeedIndexContext {
  readonly database: Database;
  readonly counties: readonly County[];
  readonly wordingIn: (language: Language) => TaskWording;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly now: () => Instant;
  readonly onError: (error: unknown) => void;
}

/**
 * From token to content: token → feed → stamp of the county → cached content. An entry is valid as long as the county's stamp
 * is unchanged; stamps are read twice a second, and at once after a change by this instance. While the database is
 * unavailable, nothing can be published, and entries stay valid for a day.
 */
export class FeedIndex {
  readonly #context: FeedIndexContext;
  /** By token, not its hash: hashing it for every request would take a tenth of the response time. */
  readonly #entries = new LRUCache<string, FeedEntry>(KNOWN_FEEDS);
  /** Feeds that look alike share one presentation. */
  readonly #presentations = new LRUCache<string, FeedPresentation>(KNOWN_FEEDS);
  readonly #httpDates = new LRUCache<number, string>(atMost(10_000));
  readonly #counties = new Map<
    string,
    { readonly stamp: number; readonly loading: Promise<PublishedCounty> }
  >();
  readonly #components: ComponentCache;
  readonly #representations = new RepresentationCache(REPRESENTATION_BUDGET);
  readonly #stopReading: () => Promise<void>;
  #stamps: ReadonlyMap<string, number> = new Map();
  #stampsReadAt = performance.now();
  #isDatabaseAway = false;
  /** Who has fetched what, where it is not written down yet. */
  readonly readings: FeedReadings;

  constructor(context: FeedIndexContext) {
    this.#context = context;
    this.#components = new ComponentCache(context.baseUrl, COMPONENT_BUDGET);
    this.readings = new FeedReadings(context);
    this.#stopReading = repeatWork(STAMP_POLL_MS, () => this.readStamps(), context.onError);
  }

  /** Reads the counties' stamps; from then on what has changed is served. */
  async readStamps(): Promise<void> {
    const begunAt = performance.now();
    const read = await publishedStamps(this.#context.database).catch((error: unknown) => {
      this.#isDatabaseAway = error instanceof DatabaseUnavailable;
      throw error;
    });
    this.#isDatabaseAway = false;
    this.#stampsReadAt = begunAt;
    // Queries may finish out of order; a stamp never goes back.
    this.#stamps = new Map(
      [...read].map(([county, stamp]) => [county, Math.max(stamp, this.#stampOf(county))]),
    );
  }

  /** Stops: ends what has begun, and writes down what feeds served and to whom. The database is not asked afterwards. */
  async stop(): Promise<void> {
    await Promise.all([this.#stopReading(), this.readings.stop()]);
  }

  /** The entry of a token when it is still valid; undefined when the database has to be queried. */
  current(token: string): FeedEntry | undefined {
    const entry = this.#entries.get(token);
    if (!entry) return undefined;
    if (this.#isDatabaseAway) return this.#staleEntry(token);
    if (entry.stamp !== this.#stampOf(entry.county)) return undefined;
    return entry.content.until === null || this.#context.now() < entry.content.until ? entry : undefined;
  }

  /** The entry of a token as it was when the database could be asked, unless that is too long ago. */
  #staleEntry(token: string): FeedEntry | undefined {
    return performance.now() - this.#stampsReadAt < STALE_MS ? this.#entries.get(token) : undefined;
  }

  /** Whether a token has led to a feed before, even if it now has to be looked up again. */
  knows(token: string): boolean {
    return this.#entries.has(token);
  }

  /**
   * Finds the feed of a token, which the database knows only by its hash. Throws DatabaseUnavailable when the database is
   * unavailable and nothing is cached for the token.
   */
  async find(token: string): Promise<Found> {
    const current = this.current(token);
    if (current) return { kind: 'found', entry: current };
    try {
      return await this.#lookUp(token);
    } catch (error) {
      const entry = error instanceof DatabaseUnavailable ? this.#staleEntry(token) : undefined;
      if (!entry) throw error;
      return { kind: 'found', entry };
    }
  }

  async #lookUp(token: string): Promise<Found> {
    // Before the feed is read: what changes meanwhile raises the stamp, and the entry does not count for long.
    const stamps = this.#stamps;
    const found = await feedByTokenHash(this.#context.database, tokenHash(token));
    if (!found) return { kind: 'unknown' };
    const { feed, isOld, contentEtag, contentModified } = found;
    if (feed.revokedAt !== null || isOld) {
      this.#entries.delete(token);
      return { kind: 'revoked' };
    }
    const stamp = stamps.get(feed.county) ?? 0;
    const county = await this.#countySince(feed.county, stamp);
    const presentation = this.#sharedPresentation(feed);
    const content = county.contentOf(
      presentation,
      this.#contentContext(feed.county, presentation),
      this.#context.now(),
    );
    const known = this.#entries.get(token);
    const before = known
      ? { etag: known.content.etag, modified: known.modified }
      : { etag: contentEtag, modified: contentModified === null ? undefined : Date.parse(contentModified) };
    const modified =
      before.etag === content.etag && before.modified !== undefined
        ? before.modified
        : this.#laterThan(before.modified);
    const entry: FeedEntry = known ?? {
      county: feed.county,
      id: feed.id,
      presentation,
      stamp,
      content,
      modified,
      lastModified: '',
      fetchedAt: 0,
      fetchedBy: undefined,
      isUnwritten: false,
    };
    entry.presentation = presentation;
    entry.stamp = stamp;
    entry.content = content;
    entry.modified = modified;
    entry.lastModified = this.#httpDate(modified);
    if (before.etag !== content.etag) this.readings.toWrite(entry);
    // A token cut out of an address would keep the whole address.
    if (!known) this.#entries.set(Buffer.from(token).toString('latin1'), entry);
    return { kind: 'found', entry };
  }

  /** The bytes of a feed in a coding, when they are cached. */
  keptBytes({ content }: FeedEntry, coding: Coding): Buffer | undefined {
    return this.#representations.kept(content.etag, coding);
  }

  /** The bytes of a feed in a coding, with the content they encode, which may be newer than the entry's. */
  async bytes({ county, presentation, stamp }: FeedEntry, coding: Coding): Promise<FeedBytes> {
    const published = await this.#countySince(county, stamp);
    const [context, now] = [this.#contentContext(county, presentation), this.#context.now()];
    const content = published.contentOf(presentation, context, now);
    const make = () => published.bytesOf(presentation, context, now);
    return { content, bytes: await this.#representations.bytes(content.etag, coding, make) };
  }

  /** What a feed of a county shows in the next two weeks, day by day; it need not exist. */
  async comingDays({
    county,
    presentation,
  }: Pick<FeedEntry, 'county' | 'presentation'>): Promise<ShownDay[]> {
    const published = await this.#countySince(county, this.#stampOf(county));
    const { wording } = this.#contentContext(county, presentation);
    return published.comingDays(presentation, wording, this.#context.now());
  }

  #stampOf(county: string): number {
    return this.#stamps.get(county) ?? 0;
  }

  /** Now in whole seconds, but always later than before: clients compare seconds. */
  #laterThan(before: number | undefined): number {
    const second = Math.floor(Date.parse(this.#context.now()) / 1000) * 1000;
    return Math.max(second, before === undefined ? 0 : before + 1000);
  }

  /** An HTTP date (RFC 9110 5.6.7); feeds that changed together share it. */
  #httpDate(time: number): string {
    const known = this.#httpDates.get(time);
    if (known !== undefined) return known;
    const made = new Date(time).toUTCString();
    this.#httpDates.set(time, made);
    return made;
  }

  #sharedPresentation(feed: Feed): FeedPresentation {
    const presentation = presentationOf(feed);
    const key = presentationKey(presentation);
    const shared = this.#presentations.get(key) ?? presentation;
    this.#presentations.set(key, shared);
    return shared;
  }

  /** The published state of a county, at a stamp or a later one. */
  #countySince(county: string, stamp: number): Promise<PublishedCounty> {
    const known = this.#counties.get(county);
    if (known && known.stamp >= stamp) return known.loading;
    const loading = readPublishedStates(this.#context.database, county).then(
      (states) => new PublishedCounty(states),
    );
    const kept = { stamp, loading };
    this.#counties.set(county, kept);
    loading.catch(() => {
      if (this.#counties.get(county) === kept) this.#counties.delete(county);
    });
    return loading;
  }

  #contentContext(number: string, { language }: FeedPresentation): ContentContext {
    const county = this.#context.counties.find((each) => each.number === number);
    if (!county) throw new Error(`a feed belongs to county ${number}, which is not in data/counties.yaml`);
    return {
      components: this.#components,
      wording: this.#context.wordingIn(language),
      countyName: inLanguage(county.name, language),
    };
  }
}
