import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { RequestProblem } from '../routing/problem.js';
import type { EventSink, EventStream } from '../routing/route.js';
import { type CycleLook, changesSince, lookAtCycles } from './cycle-look.store.js';
import { eventIdOf, type LiveChange, type Told } from './live-event.js';
import { type Heard, isBehind, newsFor, toldAfter } from './news.js';
import { othersOf } from './presence.js';

/** What another instance has changed is told after this long at most; what this one has, at once. */
const LOOK_EVERY_MS = 100;

/** How long to wait after a look that failed. */
const LOOK_AFTER_FAILURE_MS = 2_000;

/** So many streams one person may have open, over all windows and devices, and all together on one instance. */
const MOST_STREAMS_OF_USER = 20;
const MOST_STREAMS = 2_000;

export interface LiveWatchContext {
  readonly database: Database;
  readonly now: () => Instant;
  readonly onError: (error: unknown) => void;
}

/** Somebody who watches a cycle. */
export interface Watcher {
  readonly cycleId: string;
  /** Who is not told of themselves; null for automation. */
  readonly userId: string | null;
  /** How far they have been told on an earlier stream; undefined when this is the first. */
  readonly told: Told | undefined;
}

interface OpenStream extends EventSink, Pick<Watcher, 'cycleId' | 'userId'> {
  told: Heard['told'];
  present: Heard['present'];
}

/**
 * Tells those who watch a cycle what becomes of it. The instance keeps nothing but how far each stream has been told: while
 * there are any, it looks at the database ten times a second, in one query for all of them, and at once after a change of
 * its own.
 */
export class LiveWatch {
  readonly #context: LiveWatchContext;
  readonly #streams = new Set<OpenStream>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #isAskedAgain = false;

  constructor(context: LiveWatchContext) {
    this.#context = context;
  }

  /** A stream of what becomes of a cycle. Throws RequestProblem when there are too many. */
  watch(watcher: Watcher): EventStream {
    const ofUser = [...this.#streams].filter(({ userId }) => userId !== null && userId === watcher.userId);
    if (ofUser.length >= MOST_STREAMS_OF_USER)
      throw new RequestProblem('too-many-requests', 'You watch in too many windows.');
    if (this.#streams.size >= MOST_STREAMS) throw new RequestProblem('busy', 'Too many are watching.');
    return {
      begin: (sink) => {
        const stream: OpenStream = { ...watcher, ...sink, present: undefined };
        this.#streams.add(stream);
        this.look();
        return () => void this.#streams.delete(stream);
      },
    };
  }

  /** Looks now, because something may have changed; once more when it is looking already. */
  look(): void {
    if (this.#streams.size === 0) return;
    this.#isAskedAgain = true;
    this.#looking ??= this.#lookUntilSeen().finally(() => {
      this.#looking = undefined;
    });
  }

  /** Ends all streams, and waits for the look that is under way. */
  async stop(): Promise<void> {
    for (const { end } of this.#streams) end();
    this.#streams.clear();
    clearTimeout(this.#timer);
    await this.#looking;
  }

  async #lookUntilSeen(): Promise<void> {
    clearTimeout(this.#timer);
    let pause = LOOK_EVERY_MS;
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      try {
        await this.#lookOnce();
      } catch (error) {
        this.#context.onError(error);
        pause = LOOK_AFTER_FAILURE_MS;
        break;
      }
    }
    if (this.#streams.size > 0) this.#timer = setTimeout(() => this.look(), pause).unref();
  }

  async #lookOnce(): Promise<void> {
    const { database, now } = this.#context;
    const watched = [...new Set([...this.#streams].map(({ cycleId }) => cycleId))];
    if (watched.length === 0) return;
    const looks = await lookAtCycles(database, watched, now());
    const known = new Map<string, Promise<LiveChange[]>>();
    const changes = (cycleId: string, revision: number) => {
      const key = `${cycleId} ${revision}`;
      const read = known.get(key) ?? changesSince(database, cycleId, revision);
      known.set(key, read);
      return read;
    };
    for (const stream of this.#streams) {
      const look = looks.get(stream.cycleId);
      if (look) await tell(stream, look, changes);
    }
  }
}

/** Sends a stream what it has not been told yet. */
async function tell(
  stream: OpenStream,
  look: CycleLook,
  changesOf: (cycleId: string, revision: number) => Promise<readonly LiveChange[]>,
): Promise<void> {
  const others = othersOf(look.looking, stream.userId);
  const { told } = stream;
  const changes = told && isBehind(stream, look) ? await changesOf(stream.cycleId, told.revision) : [];
  for (const event of newsFor(stream, look, others, changes)) {
    stream.told = toldAfter(stream.told, event);
    stream.send({ id: eventIdOf(stream.told), data: event });
  }
  stream.present = others;
}
