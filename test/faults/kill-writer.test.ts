import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import type { Cycle } from '../../src/cycle/cycle.js';
import type { TaskView } from '../../src/task/task-view.js';
import { cleanEnvironment, MAIN } from '../cli/run-arshjul.js';
import { onEachDatabase } from '../database/databases.js';
import { wholeHistory } from './whole-history.js';

const KILLS = 50;
const ADMIN_TOKEN = 'a-token-only-for-this-test';
const CYCLE = '39-2026-2027';
const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' };

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
}

async function start(address: string): Promise<Running> {
  const service = spawn(process.execPath, [MAIN, 'serve'], {
    env: cleanEnvironment({
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      DATABASE_URL: address,
      SECRET_KEY: 'a-key-only-for-this-test-0123456789',
      SCHOOL_YEAR: '2026/2027',
      ADMIN_TOKEN,
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of service.stdout as AsyncIterable<Buffer>) {
    printed += chunk.toString();
    const url = /^listening (http:\S+)$/m.exec(printed)?.[1];
    if (url) return { process: service, url };
  }
  throw new Error(`the service did not start: ${printed}`);
}

const read = async <T>(url: string): Promise<T> => (await fetch(url, { headers })).json() as Promise<T>;

onEachDatabase('killed in the middle of a stream of writes', (createDatabase) => {
  it(`keeps every acknowledged write and no half-applied one, ${KILLS} times`, async () => {
    const database = await createDatabase();
    let service = await start(database.address);
    const tasks = await read<TaskView[]>(`${service.url}/api/cycles/${CYCLE}/tasks`);
    const ids = tasks.slice(0, 6).map(({ id }) => id);
    const acknowledged = new Map<string, number>(ids.map((id) => [id, 1]));
    let written = 0;
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { url } = service;
        let noteWrite = () => {};
        const begun = new Promise<void>((resolve) => {
          noteWrite = resolve;
        });
        const writers = ids.map(async (id) => {
          let version = acknowledged.get(id) as number;
          try {
            for (;;) {
              const response = await fetch(`${url}/api/tasks/${id}`, {
                method: 'PATCH',
                headers: { ...headers, 'If-Match': `"${version}"` },
                body: JSON.stringify({ title: `${id} ${version + 1}` }),
              });
              // An unacknowledged write of the last round may have been kept: then go on from there.
              if (response.status === 412)
                version = ((await response.json()) as { current: TaskView }).current.version;
              else if (response.status === 200) {
                version = ((await response.json()) as TaskView).version;
                acknowledged.set(id, version);
                written += 1;
                noteWrite();
              } else throw new Error(`status ${response.status}`);
            }
          } catch (error) {
            // The connection breaks when the service is killed; anything else is a fault.
            if (!(error instanceof TypeError)) throw error;
          }
        });
        // In the middle of the stream, however long a slow machine takes for the first write.
        await Promise.race([begun, Promise.all(writers)]);
        await new Promise((resolve) => setTimeout(resolve, 20 + ((kill * 37) % 150)));
        const exited = once(service.process, 'exit');
        service.process.kill('SIGKILL');
        await Promise.all([...writers, exited]);

        service = await start(database.address);
        const [cycle, history] = await Promise.all([
          read<Cycle>(`${service.url}/api/cycles/${CYCLE}`),
          wholeHistory((path) => read(service.url + path), CYCLE),
        ]);
        expect(history[0]?.revision).toBe(cycle.revision);
        expect(history.map(({ revision }) => revision)).toEqual(
          [...Array(cycle.revision).keys()].map((n) => cycle.revision - n),
        );
        for (const id of ids) {
          const task = await read<TaskView>(`${service.url}/api/tasks/${id}`);
          const known = acknowledged.get(id) as number;
          expect(task.version).toBeGreaterThanOrEqual(known);
          expect(task.version).toBeLessThanOrEqual(known + 1);
          if (task.version > 1) expect(task.title).toBe(`${id} ${task.version}`);
          expect(history.filter(({ changes }) => changes.some(({ taskId }) => taskId === id))).toHaveLength(
            task.version - 1,
          );
          acknowledged.set(id, task.version);
        }
      }
      expect(written).toBeGreaterThan(KILLS);
    } finally {
      service.process.kill('SIGKILL');
      await once(service.process, 'exit').catch(() => undefined);
      await database.drop();
    }
  });
});
