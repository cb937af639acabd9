import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { sendEvents } from '../../src/http/event-stream.js';

/** A server of one stream, whose heart beats every few milliseconds. */
async function serve(stillMay: () => Promise<unknown>, onEnd = () => {}) {
  const app = express();
  app.get('/', (request, response) =>
    sendEvents(request, response, { stream: { begin: () => onEnd }, stillMay, heartbeatMs: 5 }),
  );
  const server = app.listen(0);
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

it('a stream beats while its caller may hear it, and ends when they may not any more', async () => {
  let beats = 0;
  let hasEnded = false;
  const server = await serve(
    async () => {
      beats += 1;
      if (beats > 3) throw new Error('the role is gone');
    },
    () => {
      hasEnded = true;
    },
  );
  expect(await (await fetch(server.url)).text()).toBe(`retry: 2000\n\n${':\n\n'.repeat(3)}`);
  await expect.poll(() => hasEnded).toBe(true);
  await server.stop();
});

it('a stream is told that its reader has left', async () => {
  let hasEnded = false;
  const server = await serve(
    async () => undefined,
    () => {
      hasEnded = true;
    },
  );
  const leaving = new AbortController();
  await fetch(server.url, { signal: leaving.signal });
  leaving.abort();
  await expect.poll(() => hasEnded).toBe(true);
  await server.stop();
});

it('a stream begins for nobody who left while being let in', async () => {
  let hasBegun = false;
  const left: Promise<void>[] = [];
  const app = express();
  app.get('/', (request, response) => {
    const sent = once(response, 'close').then(() =>
      sendEvents(request, response, {
        stream: {
          begin: () => {
            hasBegun = true;
            return () => {};
          },
        },
        stillMay: async () => undefined,
        heartbeatMs: 5,
      }),
    );
    left.push(sent);
  });
  const server = app.listen(0);
  await once(server, 'listening');
  const leaving = new AbortController();
  const asked = fetch(`http://localhost:${(server.address() as AddressInfo).port}/`, {
    signal: leaving.signal,
  });
  await expect.poll(() => left.length).toBe(1);
  leaving.abort();
  await expect(asked).rejects.toThrow();
  await Promise.all(left);
  expect(hasBegun).toBe(false);
  server.close();
});

it('a stream is only announced to who asks for its head', async () => {
  const server = await serve(async () => undefined);
  const response = await fetch(server.url, { method: 'HEAD' });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  await server.stop();
});
