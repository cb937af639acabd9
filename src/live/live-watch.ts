import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { RequestProblem } from '../routing/problem.js';
import type { EventSink, EventStream } from '../routing/route.js';
import { type CyclePoll, changesSince, pollCycles } from './cycle-poll.store.js';
import { type CycleVersion, eventIdOf, type LiveChange } from './live-event.js';
import { isBehind, pendingEvents, type StreamState, versionAfter } from './pending-events.js';
import { othersOf } from './presence.js';

/** Changes made by another instance are sent within this time; those of this instance at once. */
const POLL_EVERY_MS = 100;

/** How long to wait after a poll that failed. */
const POLL_AFTER_FAILURE_MS = 2_000;

/** The most streams one user may have open, over all windows and devices, and the most on one instance. */
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
  /** The watching user, who is not sent their own presence; null for automation. */
  readonly userId: string | null;
  /** The version last sent on an earlier stream; undefined when this is the first. */
  readonly version: CycleVersion | undefined;
}

interface OpenStream extends EventSink, Pick<Watcher, 'cycleId' | 'userId'> {
  version: StreamState['version'];
  present: StreamState['present'];
}

/**
 * Sends changes of cycles to those who watch them. The instance keeps only the state of each stream. While there are
 * streams, it polls the database ten times a second, in one query for all of them, and at once after a change of its own.
 */
export class LiveWatch {
  readonly #context: LiveWatchContext;
  readonly #streams = new Set<OpenStream>();
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> | undefined;
  #isPollRequested = false;

  constructor(context: LiveWatchContext) {
    this.#context = context;
  }

  /** A stream of the events of a cycle. Throws RequestProblem when there are too many streams. */
  watch(watcher: Watcher): EventStream {
    const ofUser = [...this.#streams].filter(({ userId }) => userId !== null && userId === watcher.userId);
    if (ofUser.length >= MOST_STREAMS_OF_USER)
      throw new RequestProblem('too-many-requests', 'You have this open in too many browser windows.');
    if (this.#streams.size >= MOST_STREAMS)
      throw new RequestProblem('busy', 'Too many people are following cycles at the moment.');
    return {
      begin: (sink) => {
        const stream: OpenStream = { ...watcher, ...sink, present: undefined };
        this.#streams.add(stream);
        this.poll();
        return () => void this.#streams.delete(stream);
      },
    };
  }

  /** Polls now, because something may have changed; when a poll is running, once more after it. */
  poll(): void {
    if (this.#streams.size === 0) return;
    this.#isPollRequested = true;
    this.#polling ??= this.#pollWhileRequested().finally(() => {
      this.#polling = undefined;
    });
  }

  /** Ends all streams and waits for the running poll. */
  async stop(): Promise<void> {
    for (const { end } of this.#streams) end();
    this.#streams.clear();
    clearTimeout(this.#timer);
    await this.#polling;
  }

  async #pollWhileRequested(): Promise<void> {
    clearTimeout(this.#timer);
    let pause = POLL_EVERY_MS;
    while (this.#isPollRequested) {
      this.#isPollRequested = false;
      try {
        await this.#pollOnce();
      } catch (error) {
        this.#context.onError(error);
        pause = POLL_AFTER_FAILURE_MS;
        break;
      }
    }
    if (this.#streams.size > 0) this.#timer = setTimeout(() => this.poll(), pause).unref();
  }

  async #pollOnce(): Promise<void> {
    const { database, now } = this.#context;
    const watched = [...new Set([...this.#streams].map(({ cycleId }) => cycleId))];
    if (watched.length === 0) return;
    const polls = await pollCycles(database, watched, now());
    const known = new Map<string, Promise<LiveChange[]>>();
    const changes = (cycleId: string, revision: number) => {
      const key = `${cycleId} ${revision}`;
      const read = known.get(key) ?? changesSince(database, cycleId, revision);
      known.set(key, read);
      return read;
    };
    for (const stream of this.#streams) {
      const poll = polls.get(stream.cycleId);
      if (poll) await sendPending(stream, poll, changes);
    }
  }
}

/** Sends a stream the events it has not had yet. */
async function sendPending(
  stream: OpenStream,
  poll: CyclePoll,
  changesOf: (cycleId: string, revision: number) => Promise<readonly LiveChange[]>,
): Promise<void> {
  const others = othersOf(poll.viewers, stream.userId);
  const { version } = stream;
  const changes = version && isBehind(stream, poll) ? await changesOf(stream.cycleId, version.revision) : [];
  for (const event of pendingEvents(stream, poll, others, changes)) {
    stream.version = versionAfter(stream.version, event);
    stream.send({ id: eventIdOf(stream.version), data: event });
  }
  stream.present = others;
}
