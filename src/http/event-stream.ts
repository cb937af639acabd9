import type { Request, Response } from 'express';
import type { EventStream } from '../routing/route.js';

/** How long a browser waits before it comes back after a stream has broken. */
const RETRY_MS = 2_000;

/** Often enough that no proxy takes the stream for dead. */
const HEARTBEAT_MS = 20_000;

/** A client that has so much unread does not read; it comes back and is told from there. */
const MOST_UNREAD_BYTES = 2 ** 20;

/**
 * Answers with server-sent events (HTML Living Standard 9.2), neither compressed nor kept by anything in between. With
 * each heartbeat it is asked anew whether the caller still may hear them; who may not is cut off.
 */
export function sendEvents(
  request: Request,
  response: Response,
  stream: EventStream,
  stillMay: () => Promise<unknown>,
  heartbeatMs = HEARTBEAT_MS,
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
  response.flushHeaders();
  response.write(`retry: ${RETRY_MS}\n\n`);
  const heartbeat = setInterval(
    () =>
      void stillMay().then(
        () => response.write(':\n\n'),
        () => response.end(),
      ),
    heartbeatMs,
  );
  const ended = stream.begin({
    send: ({ id, data }) => {
      response.write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
      if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    },
    end: () => void response.end(),
  });
  response.on('close', () => {
    clearInterval(heartbeat);
    ended();
  });
}
