import type { LiveEvent } from '../../../../live/live-event.js';
import { actingUnit } from '../api/acting-unit.js';
import { type LiveState, NOTHING_KNOWN, stateAfter } from './live-state.js';

/** How long to wait before asking again for a stream that was refused. */
const ASK_AGAIN_MS = 15_000;

/** A hidden window closes its connection after this long: a browser has only six per host over HTTP/1.1. */
const HIDDEN_MS = 30_000;

/** Time for the next page of the same cycle to take over the stream. */
const LINGER_MS = 1_000;

/**
 * The event stream of one cycle. The browser itself reconnects after a break, and says which event it received last; this
 * class decides when there is to be a stream at all.
 */
class CycleStream {
  readonly #listeners = new Set<() => void>();
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state = NOTHING_KNOWN;

  constructor(readonly url: string) {
    document.addEventListener('visibilitychange', this.#onVisibility);
    addEventListener('online', this.#open);
    this.#open();
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Calls the listener when the state changes. Returns what removes it; the stream closes after its last listener. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      setTimeout(() => {
        if (this.#listeners.size === 0) this.close();
      }, LINGER_MS);
    };
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    removeEventListener('online', this.#open);
    this.#disconnect();
    if (streams.get(this.url) === this) streams.delete(this.url);
  }

  readonly #open = () => {
    this.#disconnect();
    const source = new EventSource(this.url);
    source.onmessage = ({ data }) => this.#become(stateAfter(this.#state, JSON.parse(data) as LiveEvent));
    source.onerror = () => {
      // A browser reconnects after a break, but not after a refusal.
      const isRefused = source.readyState === EventSource.CLOSED;
      // Who is viewing is no longer known.
      this.#become({ ...this.#state, present: [], isRefused });
      if (isRefused) this.#after(ASK_AGAIN_MS, this.#open);
    };
    this.#source = source;
  };

  readonly #onVisibility = () => {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'hidden') this.#after(HIDDEN_MS, () => this.#disconnect());
    else if (this.#source?.readyState !== EventSource.OPEN) this.#open();
  };

  #become(state: LiveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #after(milliseconds: number, work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, milliseconds);
  }

  #disconnect(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }
}

/** The streams of a window by address: of the cycle it shows, and of another's while a task of that is open over it. */
const streams = new Map<string, CycleStream>();

/** The stream of a cycle, as seen by the unit that the reader acts for. */
export function streamOf(cycleId: string): CycleStream {
  const unit = actingUnit();
  const query = unit === null ? '' : `?${new URLSearchParams({ 'acting-unit': unit })}`;
  const url = `/api/cycles/${encodeURIComponent(cycleId)}/events${query}`;
  const stream = streams.get(url) ?? new CycleStream(url);
  streams.set(url, stream);
  return stream;
}
