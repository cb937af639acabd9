import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { askInBytes, inTurns, tally } from './asking.js';
import { ADMIN_TOKEN, CYCLE, underAttack } from './watched-service.js';

const IDLE = 2_000;
const TASK = `/api/tasks/${CYCLE}-skolestart`;

/** What anybody may read. */
const OPEN_TO_ALL = [
  '/openapi.json',
  `/api/cycles/${CYCLE}/view?state=published`,
  '/api/framework',
  '/',
  `/api/cycles/${CYCLE}`,
];

/** What has become of connections: how many are open. */
class Connections {
  readonly #sockets: Socket[] = [];
  #closed = 0;
  received = '';

  async open(url: string, count: number, sent = ''): Promise<void> {
    const { hostname: host, port } = new URL(url);
    await inTurns([...Array(count).keys()], 100, async (index) => {
      const socket = connect({ host, port: Number(port), localAddress: `127.0.5.${1 + (index % 200)}` });
      socket.on('error', () => undefined);
      socket.on('data', (part) => {
        if (this.received.length < 100_000) this.received += part;
      });
      socket.on('close', () => {
        this.#closed += 1;
      });
      this.#sockets.push(socket);
      await once(socket, 'connect');
      if (sent !== '') socket.write(sent);
    });
  }

  get openOnes(): number {
    return this.#sockets.length - this.#closed;
  }

  /** Sends a piece on every connection that is still open. */
  send(piece: string): void {
    for (const socket of this.#sockets) if (socket.writable) socket.write(piece);
  }

  end(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

underAttack('connections that are held open', (target) => {
  it(`and idle, ${IDLE} of them, and slow ones, are closed in time, while everybody else is served`, async () => {
    const { service } = target;
    const { url } = service;
    const [silent, idle, slowHeads, slowBodies, slowWriters] = Array.from(
      { length: 5 },
      () => new Connections(),
    ) as [Connections, Connections, Connections, Connections, Connections];
    const all = [silent, idle, slowHeads, slowBodies, slowWriters];
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    const head = (path: string, more = '') =>
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n${more}\r\n{`;
    let isDribbling = true;
    try {
      await silent.open(url, IDLE / 2);
      await idle.open(url, IDLE / 2, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
      await slowHeads.open(url, 100, 'GET /healthz HTTP/1.1\r\nHost: x\r\n');
      await slowBodies.open(url, 50, head('/api/sign-in/mail'));
      await slowWriters.open(url, 50, head(`${TASK}/comments`, `Authorization: Bearer ${ADMIN_TOKEN}\r\n`));
      const dribbling = (async () => {
        while (isDribbling) {
          slowHeads.send('X');
          slowBodies.send(' ');
          slowWriters.send(' ');
          await wait(1_000);
        }
      })();

      // Meanwhile others go on, over connections of their own.
      const answers = await inTurns([...Array(400).keys()], 8, (index) =>
        service.ask('GET', OPEN_TO_ALL[index % OPEN_TO_ALL.length] as string, {
          from: `127.0.6.${1 + (index % 100)}`,
        }),
      );
      expect(tally(answers)).toEqual({ 200: answers.length });

      await wait(Math.max(0, 15_000 - (performance.now() - began)));
      expect(slowHeads.openOnes, 'whose head does not come, after 15 s').toBe(0);
      expect(silent.openOnes, 'which send nothing, after 15 s').toBe(0);
      const later = await inTurns([...Array(200).keys()], 4, (index) =>
        service.ask('GET', OPEN_TO_ALL[index % OPEN_TO_ALL.length] as string, {
          from: `127.0.6.${1 + (index % 100)}`,
        }),
      );
      expect(tally(later)).toEqual({ 200: later.length });
      while (seconds() < 68 && idle.openOnes > 0) await wait(500);
      expect(idle.openOnes, `which are idle, after ${Math.round(seconds())} s`).toBe(0);
      isDribbling = false;
      await dribbling;
    } finally {
      isDribbling = false;
      for (const connections of all) connections.end();
    }
  });

  it('are not many streams that nobody reads', async () => {
    const { service } = target;
    const streams = new Connections();
    const request = `GET /api/cycles/${CYCLE}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ADMIN_TOKEN}\r\n\r\n`;
    try {
      await streams.open(service.url, 300, request);
      for (let n = 0; n < 20; n += 1) {
        const { status } = await service.ask('GET', `/api/cycles/${CYCLE}`);
        expect(status).toBe(200);
      }
      expect(streams.received).toContain('text/event-stream');
    } finally {
      streams.end();
    }
  });

  it('are given nonsense and go on with the next', async () => {
    const { service } = target;
    const nonsense = [
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'GET / HTTP/9.9\r\n\r\n',
      `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(20_000)}\r\n`,
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      'POST /api/sign-in/mail HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nFFFFFFFFFFFFFFFF\r\n',
      'POST /api/sign-in/mail HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 999999999\r\nContent-Type: application/json\r\n\r\n',
      'GET /healthz HTTP/1.1\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
      'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET http://other.example/api/framework HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      '\r\n'.repeat(10_000),
    ];
    // Some of it is the beginning of something that may still come, and waited for.
    const answers = await Promise.all(
      nonsense.map((bytes) =>
        askInBytes(service.url, Buffer.from(bytes, 'latin1'), { milliseconds: 15_000 }),
      ),
    );
    expect(Object.keys(tally(answers)).filter((status) => Number(status) >= 500)).toEqual([]);
    expect((await service.ask('GET', '/healthz')).status).toBe(200);
  });

  it('cost next to nothing for what is the same for everybody', async () => {
    const { service } = target;
    for (const coding of ['identity', 'gzip', 'br']) {
      const answers = await inTurns([...Array(200).keys()], 8, () =>
        service.ask('GET', '/openapi.json', { headers: { 'Accept-Encoding': coding } }),
      );
      expect(tally(answers)).toEqual({ 200: answers.length });
      // The first is made; the others wait for nothing but their turn.
      const later = answers.slice(50).map(({ milliseconds }) => milliseconds);
      later.sort((a, b) => a - b);
      expect(later[Math.floor(later.length / 2)]).toBeLessThan(100);
    }
  });
});
