import type { LiveEvent } from '../../src/live/live-event.js';
import { CYCLE } from '../browser/page-service.js';

/** A stream of a cycle's events, as a browser listens to it. */
export interface Listener {
  /** Everything that was told so far, and the id of the last of it. */
  readonly heard: LiveEvent[];
  readonly lastId: () => string;
  /** The next event of a kind that was not taken yet, from the first on. */
  readonly next: <K extends LiveEvent['kind']>(kind: K) => Promise<Extract<LiveEvent, { kind: K }>>;
  /** Resolves when the service has ended the stream. */
  readonly ended: Promise<void>;
  readonly headers: Headers;
  readonly leave: () => void;
}

/** Listens to the events of a cycle; fails when the service refuses. */
export async function listen(url: string, headers: Record<string, string>, cycle = CYCLE): Promise<Listener> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/cycles/${cycle}/events`, { headers, signal: leaving.signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  const heard: LiveEvent[] = [];
  const waiting = new Set<() => void>();
  const taken = new Set<LiveEvent>();
  let lastId = '';
  const read = async (body: ReadableStream<Uint8Array>) => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of body) {
      const blocks = (text + decoder.decode(bytes, { stream: true })).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, data] = /^data: (.*)$/m.exec(block) ?? [];
        if (data === undefined) continue;
        lastId = /^id: (.*)$/m.exec(block)?.[1] ?? lastId;
        heard.push(JSON.parse(data));
        for (const look of waiting) look();
      }
    }
  };
  const ended = read(response.body).catch(() => undefined);
  const next: Listener['next'] = (kind) =>
    new Promise((resolve) => {
      const look = () => {
        const found = heard.find((event) => event.kind === kind && !taken.has(event));
        if (!found) return;
        taken.add(found);
        waiting.delete(look);
        resolve(found as never);
      };
      waiting.add(look);
      look();
    });
  return {
    heard,
    lastId: () => lastId,
    next,
    ended,
    headers: response.headers,
    leave: () => leaving.abort(),
  };
}
