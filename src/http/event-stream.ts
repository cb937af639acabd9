import type { Request, Response } from 'express';
import { DatabaseUnavailable } from '../database/unavailable.js';
import type { EventStream } from '../routing/route.js';

/** How long a browser waits before it reconnects after a stream has broken. */
const RETRY_MS = 2_000;

/** Often enough that no proxy takes the stream for dead. */
const HEARTBEAT_MS = 20_000;

/** A client with this much unread data is not reading; it is cut off, and reconnects from where it was. */
const MOST_UNREAD_BYTES = 2 ** 20;

/** What a client is told of, and whether it still may be. */
export interface SentStream {
  readonly stream: EventStream;
  /** Rejects when the caller may hear the events no longer. */
  readonly stillMay: () => Promise<unknown>;
  readonly heartbeatMs?: number;
}

/**
 * Responds with server-sent events (HTML Living Standard 9.2), neither compressed nor cached in between. At each heartbeat
 * the caller's permission is checked again; the stream of a caller who has lost it is closed.
 */
export function sendEvents(
  request: Request,
  response: Response,
  { stream, stillMay, heartbeatMs = HEARTBEAT_MS }: SentStream,
): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'private, no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // A client that left before this point has already emitted its close event.
  if (response.destroyed) return;
  response.flushHeaders();
  const write = (text: string) => {
    if (!response.writableEnded && !response.destroyed) response.write(text);
  };
  const beat = () => write(':\n\n');
  // While the database is unavailable the stream stays open, without events: if it ended, a new one would be refused.
  const unlessAway = (error: unknown) => (error instanceof DatabaseUnavailable ? beat() : end());
  const heartbeat = setInterval(() => void stillMay().then(beat, unlessAway), heartbeatMs);
  const end = () => {
    clearInterval(heartbeat);
    response.end();
  };
  let ended = () => {};
  response.on('close', () => {
    clearInterval(heartbeat);
    ended();
  });
  write(`retry: ${RETRY_MS}\n\n`);
  ended = stream.begin({
    send: ({ id, data }) => {
      write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
      if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    },
    end,
  });
}
