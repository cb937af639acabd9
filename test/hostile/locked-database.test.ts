import { execFileSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { inTurns, tally } from './asking.js';
import { AUTOMATION, CYCLE, type Target, underAttack } from './watched-service.js';

const TASK = `/api/tasks/${CYCLE}-skolestart`;

/** A comment is the smallest thing to write. */
const comment = ({ service }: Target) =>
  service.ask('POST', `${TASK}/comments`, { headers: AUTOMATION, body: { text: 'Hei' } });

const readiness = async ({ service }: Target) => (await service.ask('GET', '/readyz')).status;

/** Waits until the service says what it is to say of itself. */
async function expectReadiness(target: Target, status: number): Promise<void> {
  const until = performance.now() + 10_000;
  let said = await readiness(target);
  while (said !== status && performance.now() < until) {
    await wait(100);
    said = await readiness(target);
  }
  expect(said, 'of /readyz').toBe(status);
}

underAttack(
  'a database file that another program holds, fills or takes away',
  (target) => {
    it('locked for six seconds: who writes is told to come again, and nothing else waits', async () => {
      const other = new SqliteDatabase(target.database.address);
      other.exec('begin exclusive');
      try {
        const began = performance.now();
        const writes = inTurns([...Array(12).keys()], 4, () => comment(target));
        const reads = inTurns([...Array(60).keys()], 2, async () => {
          const answer = await target.service.ask('GET', TASK, { headers: AUTOMATION });
          await wait(50);
          return answer;
        });
        const [written, read] = await Promise.all([writes, reads]);
        expect(tally(written)).toEqual({ 503: 12 });
        // A second of waiting, and some for a busy machine.
        expect(Math.max(...written.map(({ milliseconds }) => milliseconds))).toBeLessThan(2_500);
        expect(tally(read)).toEqual({ 200: 60 });
        expect(Math.max(...read.map(({ milliseconds }) => milliseconds))).toBeLessThan(500);
        await wait(Math.max(0, 6_000 - (performance.now() - began)));
      } finally {
        other.exec('rollback');
        other.close();
      }
      expect((await comment(target)).status).toBe(201);
    });

    it('locked for a moment only: who writes waits for it', async () => {
      const other = new SqliteDatabase(target.database.address);
      other.exec('begin exclusive');
      const writing = comment(target);
      await wait(200);
      other.exec('rollback');
      other.close();
      expect((await writing).status).toBe(201);
    });

    it('with no room left: who writes is told to come again, it says that it is not ready, and goes on when there is room', async () => {
      const { pid } = target.service;
      const size = statSync(`${target.database.address}-wal`).size;
      const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
      limit(String(size + 4096));
      try {
        const written = await inTurns([...Array(40).keys()], 2, () => comment(target));
        expect(Object.keys(tally(written)).filter((status) => status !== '201')).toEqual(['503']);
        await expectReadiness(target, 503);
        expect((await target.service.ask('GET', TASK, { headers: AUTOMATION })).status).toBe(200);
      } finally {
        limit('unlimited');
      }
      await expectReadiness(target, 200);
      expect((await comment(target)).status).toBe(201);
    });

    it('taken away: it says that it is not ready, and takes no more writes, which would be lost', async () => {
      const { address } = target.database;
      for (const ending of ['', '-wal', '-shm']) rmSync(address + ending, { force: true });
      await expectReadiness(target, 503);
      expect((await comment(target)).status).toBe(503);
    });

    it('with another one in its place: neither', async () => {
      writeFileSync(target.database.address, '');
      await expectReadiness(target, 503);
      expect((await comment(target)).status).toBe(503);
    });
  },
  { on: 'SQLite' },
);
