import { expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { readConfig } from '../../src/compose/config.js';
import { startService } from '../../src/compose/service.js';
import type { Cycle } from '../../src/cycle/cycle.js';
import type { TaskView } from '../../src/task/task-view.js';
import { onEachDatabase } from '../database/databases.js';
import { wholeHistory } from './whole-history.js';

const WRITERS = 20;
const SECONDS = 10;
const ADMIN_TOKEN = 'a-token-only-for-this-test';
const CYCLE = '39-2026-2027';

onEachDatabase(`${WRITERS} writers on one cycle for ${SECONDS} s`, (createDatabase) => {
  it('have every acknowledged write in the history exactly once, lose no update and see no error', async () => {
    const database = await createDatabase();
    const service = await startService(
      readConfig({
        PORT: '0',
        HOST: '127.0.0.1',
        LOG_LEVEL: 'silent',
        DATABASE_URL: database.address,
        ADMIN_TOKEN,
        SECRET_KEY: 'a-key-only-for-this-test-0123456789',
      }),
      { now: () => instant('2026-11-24T10:00:00Z'), version: '0.0.0' },
    );
    const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' };
    const read = async <T>(path: string): Promise<T> =>
      (await fetch(service.url + path, { headers })).json() as Promise<T>;
    try {
      const ids = (await read<TaskView[]>(`/api/cycles/${CYCLE}/tasks`)).slice(0, 8).map(({ id }) => id);
      const statuses = new Map<number, number>();
      const acknowledged: string[] = [];
      const until = Date.now() + SECONDS * 1000;
      const write = async (writer: number) => {
        for (let n = 0; Date.now() < until; n += 1) {
          const id = ids[(writer + n) % ids.length] as string;
          const { version } = await read<TaskView>(`/api/tasks/${id}`);
          const title = `writer ${writer}, write ${n}`;
          const response = await fetch(`${service.url}/api/tasks/${id}`, {
            method: 'PATCH',
            headers: { ...headers, 'If-Match': `"${version}"`, 'On-Behalf-Of': `writer ${writer}` },
            body: JSON.stringify({ title }),
          });
          await response.text();
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          if (response.status === 200) acknowledged.push(`${id} ${version + 1} ${title}`);
        }
      };
      await Promise.all([...Array(WRITERS).keys()].map(write));

      expect([...statuses.keys()].sort()).toEqual([200, 412]);
      const history = await wholeHistory(read, CYCLE);
      const recorded = history.flatMap(({ changes }) =>
        changes.map(
          ({ taskId, fields }) => `${taskId} ${(fields.title as { after: { nb: string } }).after.nb}`,
        ),
      );
      const withoutVersion = acknowledged.map((entry) => entry.replace(/ \d+ writer/, ' writer'));
      expect(recorded.sort()).toEqual(withoutVersion.sort());
      expect((await read<Cycle>(`/api/cycles/${CYCLE}`)).revision).toBe(acknowledged.length + 1);
      for (const id of ids) {
        const task = await read<TaskView>(`/api/tasks/${id}`);
        const ofTask = acknowledged.filter((entry) => entry.startsWith(`${id} `));
        expect(task.version).toBe(ofTask.length + 1);
        expect(ofTask).toContain(`${id} ${task.version} ${task.title}`);
      }
      expect(acknowledged.length).toBeGreaterThan(WRITERS);
    } finally {
      await service.stop();
      await database.drop();
    }
  });
});
