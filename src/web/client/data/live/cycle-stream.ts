import type { LiveEvent } from '../../../../live/live-event.js';
import { actingUnit } from '../api/acting-unit.js';
import { type LiveState, stateAfter, UNTOLD } from './live-state.js';

/** A stream that was refused is asked for anew after this long. */
const ASK_AGAIN_MS = 15_000;

/** A window that nobody sees gives its connection back after this long: a browser has but six of them for a host. */
const HIDDEN_MS = 30_000;

/** Time for the next page of the same cycle to take the stream over. */
const LINGER_MS = 1_000;

/**
 * What becomes of one cycle, as the service tells it. After a break the browser comes back by itself and says how far it
 * has been told; here stands when there is to be a stream at all.
 */
class CycleStream {
  readonly #listeners = new Set<() => void>();
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state = UNTOLD;

  constructor(readonly url: string) {
    document.addEventListener('visibilitychange', this.#onVisibility);
    addEventListener('online', this.#open);
    this.#open();
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Calls when the state is another. Answers what ends it; the stream ends with its last listener. */
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
      // A browser tries again after a break, but not after a refusal.
      const isRefused = source.readyState === EventSource.CLOSED;
      // Who is looking is not known any more.
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

/** The streams of a window by address: that of the cycle it shows, and while a task of another is opened over it, that one's too. */
const streams = new Map<string, CycleStream>();

/** The stream of a cycle, as the unit sees it that the reader speaks for. */
export function streamOf(cycleId: string): CycleStream {
  const unit = actingUnit();
  const query = unit === null ? '' : `?${new URLSearchParams({ 'acting-unit': unit })}`;
  const url = `/api/cycles/${encodeURIComponent(cycleId)}/events${query}`;
  const stream = streams.get(url) ?? new CycleStream(url);
  streams.set(url, stream);
  return stream;
}
