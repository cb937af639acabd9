import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import type { Cycle } from '../../src/cycle/cycle.js';
import type { TaskView } from '../../src/task/task-view.js';
import { CYCLE, serveTroubled, type TroubledService, until } from '../database/unavailable-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';
import { startPostgres } from '../postgres-server.js';
import { wholeHistory } from './whole-history.js';

const RESTARTS = 10;
const WRITERS = 8;
const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' };

/** Reads a stream of events until it ends; what was told last, and whether it has ended. */
function watch({ url }: TroubledService) {
  const heard = { text: '', isEnded: false };
  const stop = new AbortController();
  const read = async () => {
    const response = await fetch(`${url}/api/cycles/${CYCLE}/events`, { headers, signal: stop.signal });
    for await (const part of response.body as AsyncIterable<Uint8Array>) heard.text += Buffer.from(part);
    heard.isEnded = true;
  };
  const done = read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return { heard, stop: () => stop.abort(), done };
}

it(`PostgreSQL killed and started ${RESTARTS} times loses nothing acknowledged and no instance`, async () => {
  const server = await startPostgres();
  const operator = new pg.Client({ connectionString: `${server.address}/postgres` });
  await operator.connect();
  await operator.query('create database restarts');
  await operator.end();
  const address = `${server.address}/restarts`;
  const services = [await serveTroubled(address), await serveTroubled(address)];
  const pids = services.map(({ process }) => process.pid);
  const [first] = services as [TroubledService, ...TroubledService[]];
  const read = async <T>(path: string): Promise<T> => JSON.parse((await first.ask(path)).body) as T;
  const ids = (await read<TaskView[]>(`/api/cycles/${CYCLE}/tasks`)).slice(0, WRITERS).map(({ id }) => id);

  const statuses = new Map<string, number>();
  const acknowledged: string[] = [];
  let isOver = false;
  const seen = (what: string, { status, headers: said }: Response) => {
    const key = `${what} ${status}${status === 503 && said.get('Retry-After') === null ? ' at no time' : ''}`;
    statuses.set(key, (statuses.get(key) ?? 0) + 1);
  };
  const write = async (id: string, writer: number) => {
    let version = 1;
    for (let n = 0; !isOver; n += 1) {
      const title = `writer ${writer}, write ${n}`;
      const { url } = services[n % services.length] as TroubledService;
      const response = await fetch(`${url}/api/tasks/${id}`, {
        method: 'PATCH',
        headers: { ...headers, 'If-Match': `"${version}"` },
        body: JSON.stringify({ title }),
      });
      seen('write', response);
      const body = (await response.json()) as TaskView & { readonly current: TaskView };
      if (response.status === 412) version = body.current.version;
      else if (response.status === 200) {
        version = body.version;
        acknowledged.push(`${id} ${title}`);
      } else await setTimeout(20);
    }
  };
  const look = async ({ url, feedPath }: TroubledService) => {
    const feed = first.feedPath || feedPath;
    while (!isOver) {
      for (const path of ['/healthz', '/readyz', feed, `/api/cycles/${CYCLE}`, '/metrics']) {
        const response = await fetch(url + path, path === feed ? {} : { headers });
        seen(path === feed ? 'feed' : path, response);
        await response.arrayBuffer();
      }
      await setTimeout(20);
    }
  };
  // Each instance keeps the feed before the first restart.
  for (const { url } of services) expect((await fetch(url + first.feedPath)).status).toBe(200);
  const watching = services.map(watch);
  const work = Promise.all([...ids.map(write), ...services.map(look)]);
  try {
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      await setTimeout(400 + ((restart * 137) % 500));
      await server.kill(restart % 2 === 0 ? 'SIGQUIT' : 'SIGKILL');
      await setTimeout(200 + ((restart * 271) % 1300));
      await server.startAgain();
      const before = acknowledged.length;
      await Promise.all(services.map((service) => until(200, () => service.ask('/readyz'))));
      while (acknowledged.length < before + WRITERS) await setTimeout(20);
    }
    isOver = true;
    await work;

    expect(services.map(({ process: { pid, exitCode } }) => [pid, exitCode])).toEqual(
      pids.map((pid) => [pid, null]),
    );
    expect([...statuses.keys()].sort()).toEqual([
      '/api/cycles/39-2026-2027 200',
      '/api/cycles/39-2026-2027 503',
      '/healthz 200',
      '/metrics 200',
      '/readyz 200',
      '/readyz 503',
      'feed 200',
      'write 200',
      ...(statuses.has('write 412') ? ['write 412'] : []),
      'write 503',
    ]);
    const history = await wholeHistory(read, CYCLE);
    const recorded = history.flatMap(({ changes }) =>
      changes.map(
        ({ taskId, fields }) => `${taskId} ${(fields.title as { after: { nb: string } }).after.nb}`,
      ),
    );
    expect(new Set(recorded).size).toBe(recorded.length);
    expect(acknowledged.filter((write) => !new Set(recorded).has(write))).toEqual([]);
    const { revision } = await read<Cycle>(`/api/cycles/${CYCLE}`);
    expect(history.map((entry) => entry.revision)).toEqual(
      [...Array(revision).keys()].map((n) => revision - n),
    );
    // Who watched all along is told of the last change, on the stream that they had.
    for (const { heard } of watching)
      while (!heard.isEnded && !heard.text.includes(`id: ${revision}.`)) await setTimeout(20);
    expect(watching.map(({ heard }) => heard.isEnded)).toEqual([false, false]);
    for (const { told } of services) {
      expect(new Set(told())).toEqual(
        new Set(['50 The database cannot be reached.', '30 The database is available again.']),
      );
      expect(told().length).toBeLessThan(RESTARTS * 6);
    }
    process.stdout.write(
      `${JSON.stringify({ restarts: RESTARTS, acknowledged: acknowledged.length, ...Object.fromEntries(statuses), lines: services.map(({ told }) => told().length) })}\n`,
    );
  } finally {
    isOver = true;
    for (const { stop } of watching) stop();
    await Promise.all(watching.map(({ done }) => done));
    // They stop as cleanly while it is away.
    await server.kill('SIGKILL');
    const ends = await Promise.all(services.map(({ stop }) => stop()));
    await server.remove();
    expect(ends).toEqual(services.map(() => [0, null]));
  }
});
