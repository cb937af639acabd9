import { copyFileSync, renameSync, rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { type ConditionEvent, DatabaseCondition } from '../../src/database/condition.js';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { Readiness } from '../../src/database/readiness.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { onDatabase, type TestDatabase } from './databases.js';
import { CYCLE, serveTroubled, type TroubledService, until } from './unavailable-service.js';

const UNAVAILABLE = expect.objectContaining({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
const BACK = '30 The database is available again.';

onDatabase('SQLite', 'a service whose file is troubled', (createDatabase) => {
  let database: TestDatabase;
  let service: TroubledService;

  beforeEach(async () => {
    database = await createDatabase('begun');
    service = await serveTroubled(database.address);
  });

  afterEach(async () => {
    expect(await service.stop()).toEqual([0, null]);
    await database.drop();
  });

  it('answers 503 to who writes while another process holds it, and everybody else', async () => {
    const other = new SqliteDatabase(database.address);
    other.exec('begin exclusive');
    const changes = Promise.all(['a', 'b', 'c'].map((title) => service.change(title)));
    for (const path of [service.feedPath, `/api/cycles/${CYCLE}`])
      expect(await service.ask(path)).toMatchObject({ status: 200 });
    expect(await changes).toEqual([UNAVAILABLE, UNAVAILABLE, UNAVAILABLE]);
    other.exec('rollback');
    other.close();
    expect(await service.change('Skolestart')).toMatchObject({ status: 200 });
    expect(service.told()).toEqual(['50 The database is locked by another process.', BACK]);
  });

  it('refuses to write while one of its files is away, and reads on', async () => {
    const elsewhere = `${database.address}.elsewhere`;
    for (const ending of ['', '-wal', '-shm']) {
      const file = database.address + ending;
      renameSync(file, elsewhere);
      expect(await service.change('lost')).toEqual(UNAVAILABLE);
      expect(await service.ask(`/api/tasks/${CYCLE}-skolestart`)).toMatchObject({ status: 200 });
      expect(await service.ask('/readyz')).toMatchObject({
        status: 503,
        body: expect.stringContaining('has been deleted or replaced'),
      });
      renameSync(elsewhere, file);
      await until(200, () => service.ask('/readyz'));
      expect(await service.change('Skolestart')).toMatchObject({ status: 200 });
    }
    const each = ['50 The file of the database has been deleted or replaced.', BACK];
    expect(service.told()).toEqual([...each, ...each, ...each]);
  });

  it('refuses to write when another file lies in the place of its own', async () => {
    const copy = `${database.address}.copy`;
    copyFileSync(database.address, copy);
    renameSync(copy, database.address);
    expect(await service.change('lost')).toEqual(UNAVAILABLE);
    rmSync(database.address);
    expect(await service.change('lost')).toEqual(UNAVAILABLE);
    expect(await service.ask('/healthz')).toMatchObject({ status: 200 });
    expect(service.told()).toHaveLength(1);
  });
});

// Time stands still, so that nobody has waited too long on whatever machine.
onDatabase('SQLite', 'who writes while another process holds the file', (createDatabase) => {
  let database: TestDatabase;
  let other: SqliteDatabase.Database;

  beforeEach(async () => {
    database = await createDatabase('begun');
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await database.drop();
  });

  const change = (service: Service, title: string) =>
    fetch(`${service.url}/api/tasks/${CYCLE}-skolestart`, {
      method: 'PATCH',
      headers: {
        Authorization: `Bearer ${ADMIN_TOKEN}`,
        'Content-Type': 'application/json',
        'If-Match': '"1"',
      },
      body: JSON.stringify({ title }),
    });

  it('waits for it a second, and keeps nobody else waiting', async () => {
    const service = await startTestService(database.address);
    other = new SqliteDatabase(database.address);
    other.exec('begin exclusive');
    let isAnswered = false;
    const changes = Promise.all(['a', 'b', 'c'].map((title) => change(service, title))).finally(() => {
      isAnswered = true;
    });
    for (const path of ['/healthz', '/healthz', `/api/cycles/${CYCLE}`])
      expect((await fetch(service.url + path)).status).toBe(200);
    expect(isAnswered).toBe(false);
    while (!isAnswered) {
      vi.advanceTimersByTime(100);
      await new Promise(setImmediate);
    }
    expect((await changes).map(({ status }) => status)).toEqual([503, 503, 503]);
    other.exec('rollback');
    other.close();
    await service.stop();
  });

  it('writes when it is done in time', async () => {
    const service = await startTestService(database.address);
    other = new SqliteDatabase(database.address);
    other.exec('begin immediate');
    const changed = change(service, 'Skolestart');
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
    other.exec('commit');
    other.close();
    expect((await changed).status).toBe(200);
    await service.stop();
  });

  it('writes without a word of it when it is done in time', async () => {
    const events: ConditionEvent[] = [];
    const store = openDatabase(database.address, new DatabaseCondition((each) => events.push(each)));
    other = new SqliteDatabase(database.address);
    other.exec('begin immediate');
    const probe = { id: 2, probed_at: '', padding: '' };
    const written = store.insertInto('write_probe').values(probe).execute();
    // Two looks at what is there, and as many turns of the write that waits.
    for (const _ of [1, 2]) expect(await store.selectFrom('cycles').select('id').execute()).toHaveLength(1);
    other.exec('commit');
    other.close();
    await written;
    expect(events).toEqual([]);
    await store.destroy();
  });
});

onDatabase('SQLite', 'a database that is full', (createDatabase) => {
  it('is not ready until much fits again, and leaves no transaction open', async () => {
    const file = await createDatabase();
    const events: ConditionEvent[] = [];
    const condition = new DatabaseCondition((each) => events.push(each));
    const database = openDatabase(file.address, condition);
    await migrate(database);
    const readiness = new Readiness(database, condition);
    await readiness.check();
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database);
    const limitTo = (pages: number) => sql.raw(`pragma max_page_count = ${pages}`).execute(database);
    await limitTo(rows[0]?.page_count ?? 0);

    const fill = database.transaction().execute(async (transaction) => {
      const padding = 'x'.repeat(100_000);
      const probe = { id: 2, probed_at: '', padding };
      await transaction.insertInto('write_probe').values(probe).execute();
    });
    await expect(fill).rejects.toMatchObject({ name: 'DatabaseUnavailable', reason: 'unwritable' });
    await expect(readiness.check()).rejects.toMatchObject({ reason: 'unwritable' });
    // A little still fits, which does not make it ready.
    await sql`update write_probe set probed_at = 'now'`.execute(database);
    await expect(readiness.check()).rejects.toMatchObject({ reason: 'unwritable' });

    await limitTo(100_000);
    for (let isReady = false; !isReady; ) {
      isReady = await readiness.check().then(
        () => true,
        () => false,
      );
    }
    expect(events.map(({ kind }) => kind)).toEqual(['unavailable', 'available']);
    await database.destroy();
    await file.drop();
  });
});
