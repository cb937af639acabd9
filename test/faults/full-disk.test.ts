import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serveTroubled, until } from '../database/unavailable-service.js';

/** Enough for the database, and little more. */
const DISK = 'size=12m';

it('a service on a full disk says so, reads on, and writes when there is room again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arshjul-disk-'));
  // Where that is not allowed, this fails: a disk that cannot be filled shows nothing.
  execFileSync('mount', ['-t', 'tmpfs', '-o', DISK, 'tmpfs', folder]);
  try {
    const service = await serveTroubled(join(folder, 'a.sqlite'));
    try {
      expect(await until(200, () => service.ask('/readyz'))).toMatchObject({ status: 200 });
      const { bavail, bsize } = statfsSync(folder);
      const ballast = join(folder, 'ballast');
      writeFileSync(ballast, Buffer.alloc(bavail * bsize, 1));

      let written = 0;
      const full = await until(503, async () => {
        const answer = await service.change(`write ${written}`);
        expect([200, 503]).toContain(answer.status);
        written += 1;
        return answer;
      });
      expect(full).toMatchObject({ retryAfter: '5', body: expect.stringContaining('cannot be written to') });
      // Nothing in between: as long as writes fail it is not ready.
      for (let asked = 0; asked < 40; asked += 1) {
        expect(await service.ask('/readyz')).toMatchObject({ status: 503 });
        expect(await service.ask('/healthz')).toMatchObject({ status: 200 });
        expect(await service.ask('/api/cycles')).toMatchObject({ status: 200 });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      rmSync(ballast);
      await until(200, () => service.ask('/readyz'));
      expect(await service.change('room again')).toMatchObject({ status: 200 });
      expect(service.told()).toEqual([
        '50 The database cannot be written to.',
        '30 The database is available again.',
      ]);
      process.stdout.write(`${JSON.stringify({ disk: DISK, writtenOnFull: written - 1 })}\n`);
    } finally {
      expect(await service.stop()).toEqual([0, null]);
    }
  } finally {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  }
});
