import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { createHttpServer } from '../../src/http/server.js';

let server: Server;
const sockets: Socket[] = [];

/** Closes what is slow or idle at once. */
const IMPATIENT = {
  headersTimeout: 200,
  requestTimeout: 400,
  keepAliveTimeout: 100,
  connectionsCheckingInterval: 50,
};

/** Closes nothing but what has been answered, however slow the machine is. */
const PATIENT = { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 100 };

/** A server that gives away what it has been sent once it has all of it. */
async function listen(maxConnections: number, patience: Partial<typeof IMPATIENT>): Promise<number> {
  server = createHttpServer(
    (request, response) =>
      void text(request).then(
        (sent) => response.end(`got ${sent}`),
        () => response.destroy(),
      ),
    () => false,
    maxConnections,
    patience,
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Connects, sends, and goes on sending `drip`; resolves with what came back when the server has closed the connection. */
async function closedWith(port: number, sent: string, drip?: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.write(sent);
  const dripping = setInterval(() => void (drip && socket.writable && socket.write(drip)), 20);
  // The server resets a connection of which it has not read all; what it has said before that is there all the same.
  socket.on('error', () => undefined);
  const received: Buffer[] = [];
  socket.on('data', (chunk) => received.push(chunk));
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(dripping);
  return Buffer.concat(received).toString();
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
  await once(server, 'close');
});

it.each([
  ['says nothing', IMPATIENT, '', undefined, 'HTTP/1.1 408'],
  ['takes too long for its headers', IMPATIENT, 'GET / HTTP/1.1\r\n', 'X-More: 1\r\n', 'HTTP/1.1 408'],
  [
    'takes too long for its body',
    IMPATIENT,
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n',
    'x',
    'HTTP/1.1 408',
  ],
  [
    'has been answered and asks for nothing more',
    PATIENT,
    'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    undefined,
    'got ',
  ],
])('a connection that %s is closed', async (_what, patience, sent, drip, expected) => {
  expect(await closedWith(await listen(10, patience), sent, drip)).toContain(expected);
});

it('a connection too many is closed, and the others go on', async () => {
  const port = await listen(1, PATIENT);
  const first = connect(port, '127.0.0.1');
  sockets.push(first);
  await once(server, 'connection');
  expect(await closedWith(port, '')).toBe('');
  first.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(String(await once(first, 'data'))).toContain('HTTP/1.1 200');
});

const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

it('requests that are sent ahead are answered in their order', async () => {
  const port = await listen(10, PATIENT);
  const answers = await closedWith(port, GET.repeat(50));
  expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(50);
});

it('others are answered between requests that are sent ahead, and who sends too many is cut off', async () => {
  let answered = 0;
  server = createHttpServer(
    (request, response) => {
      answered += 1;
      request.resume();
      response.end(String(answered));
    },
    () => false,
    10,
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ahead = connect(port, '127.0.0.1');
  const other = connect(port, '127.0.0.1');
  sockets.push(ahead, other);
  ahead.on('error', () => undefined);
  ahead.resume();
  await Promise.all([once(ahead, 'connect'), once(other, 'connect')]);
  ahead.write(GET.repeat(90));
  other.write(GET);
  const [first] = await once(other, 'data');
  expect(Number(/\d+$/.exec(String(first))?.[0])).toBeLessThan(10);
  ahead.write(GET.repeat(1000));
  await new Promise((resolve) => ahead.once('close', resolve));
});
