import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { serveTroubled, until } from '../database/unavailable-service.js';

/** Room for the database, and little more. */
const DISKS = { SQLite: 12, PostgreSQL: 64 } as const;

/** A disk of its own of so many megabytes. Where mounting is not allowed this throws: what cannot be filled shows nothing. */
function mountDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'arshjul-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'tmpfs', folder]);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize, 1));
    },
    makeRoom: () => rmSync(ballast),
    remove: () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

type Disk = ReturnType<typeof mountDisk>;

/** A database whose tables lie on a disk. */
const DATABASES = {
  SQLite: async ({ folder }: Disk) => ({ address: join(folder, 'a.sqlite'), drop: async () => undefined }),
  PostgreSQL: async ({ folder }: Disk) => {
    execFileSync('chown', ['postgres', folder]);
    const operator = new pg.Client({ connectionString: `${inject('postgres')}/postgres` });
    await operator.connect();
    await operator.query(`create tablespace small location '${folder}'`);
    await operator.query('create database on_a_full_disk tablespace small');
    return {
      address: `${inject('postgres')}/on_a_full_disk`,
      drop: async () => {
        await operator.query('drop database on_a_full_disk with (force)');
        await operator.query('drop tablespace small');
        await operator.end();
      },
    };
  },
};

it.each(['SQLite', 'PostgreSQL'] as const)(
  'a service on a full disk says so, reads on, and writes when there is room again, on %s',
  async (engine) => {
    const disk = mountDisk(DISKS[engine]);
    const database = await DATABASES[engine](disk);
    const service = await serveTroubled(database.address);
    try {
      await until(200, () => service.ask('/readyz'));
      disk.fill();
      let written = 0;
      // Each is written into what the file had left over, until that is used up.
      const full = await until(503, async () => {
        const answer = await service.change(`write ${written} ${'x'.repeat(60)}`);
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
      disk.makeRoom();
      await until(200, () => service.ask('/readyz'));
      expect(await service.change('room again')).toMatchObject({ status: 200 });
      expect(service.told()).toEqual([
        '50 The database cannot be written to.',
        '30 The database is available again.',
      ]);
      process.stdout.write(
        `${JSON.stringify({ engine, megabytes: DISKS[engine], writtenOnFull: written - 1 })}\n`,
      );
    } finally {
      expect(await service.stop()).toEqual([0, null]);
      await database.drop();
      disk.remove();
    }
  },
);
