import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { FailedSignIns } from '../../src/access/sign-in/failed-sign-ins.js';
import { instant } from '../../src/calendar/iso-date.js';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { DatabaseUnavailable } from '../../src/database/unavailable.js';

it('counts failures whose first could not be written, from the next one on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));
  const file = join(folder, 'test.sqlite');
  const database = openDatabase(file);
  const other = new SqliteDatabase(file);
  try {
    await migrate(database);
    const failures = new FailedSignIns({
      database,
      county: '39',
      now: () => instant('2026-11-24T10:00:00Z'),
      onFailed: () => undefined,
      onError: (error) => {
        throw error;
      },
    });
    other.exec('begin immediate');
    await expect(failures.count('token', '192.0.2.1')).rejects.toThrow(DatabaseUnavailable);
    other.exec('rollback');
    for (let again = 0; again < 3; again += 1) await failures.count('token', '192.0.2.1');
    await failures.stop();
    const rows = await database.selectFrom('audit').select(['event', 'detail']).execute();
    expect(rows.map(({ event, detail }) => [event, JSON.parse(detail ?? '')])).toEqual([
      ['sign-in-failed', { way: 'token', count: '3' }],
    ]);
  } finally {
    other.close();
    await database.destroy();
    rmSync(folder, { recursive: true });
  }
});
