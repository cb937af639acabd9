import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { AUTOMATION, CYCLE, underAttack } from './watched-service.js';

const WRITERS = 8;
const ENDS = 20;

interface Task {
  readonly id: string;
  readonly version: number;
}

underAttack(
  'connections to PostgreSQL that are ended in the middle of writes',
  (target) => {
    it(`lose no acknowledged write, ${ENDS} times, and are made again`, async () => {
      const { service, database } = target;
      const tasks = await service.get<Task[]>(`/api/cycles/${CYCLE}/tasks`);
      const admin = new pg.Client({ connectionString: database.address });
      await admin.connect();
      let isOn = true;
      const written = new Map<string, number>();
      const statuses = new Map<number, number>();
      const writer = async ({ id }: Task) => {
        let version = 1;
        for (let n = 0; isOn; n += 1) {
          const headers = { ...AUTOMATION, 'If-Match': `"${version}"` };
          const answer = await service.ask('PATCH', `/api/tasks/${id}`, {
            headers,
            body: { title: `${id} ${n}` },
          });
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          if (answer.status === 200) {
            ({ version } = answer.json<Task>());
            written.set(id, version);
          } else if (answer.status === 412) ({ version } = answer.json<{ current: Task }>().current);
          else await wait(20);
        }
      };
      const writers = tasks.slice(0, WRITERS).map(writer);
      for (let end = 0; end < ENDS; end += 1) {
        await wait(150 + ((end * 37) % 100));
        await admin.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
      }
      isOn = false;
      await Promise.all(writers);
      await admin.end();
      expect([...statuses.keys()].filter((status) => ![200, 412, 503].includes(status))).toEqual([]);
      expect(written.size).toBe(WRITERS);
      for (const [id, version] of written) {
        const current = await service.get<Task>(`/api/tasks/${id}`);
        expect(current.version).toBeGreaterThanOrEqual(version);
        const history = await service.get<{ changes: unknown[] }[]>(
          `/api/cycles/${CYCLE}/history?task=${id}&limit=500`,
        );
        expect(history).toHaveLength(current.version - 1);
      }
      expect((await service.ask('GET', '/readyz')).status).toBe(200);
    });

    it('fill no log: a line for what was lost, not one for each who waited', () => {
      const lines = target.service.log.split('\n').filter((line) => line !== '');
      expect(lines.length).toBeLessThan(ENDS * 12);
    });
  },
  { on: 'PostgreSQL' },
);
