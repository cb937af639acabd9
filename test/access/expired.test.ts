import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startErasingExpired } from '../../src/access/privacy/erasing-expired.js';
import { eraseExpired } from '../../src/access/privacy/expired.store.js';
import { instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { startTestService } from '../http/test-service.js';
import { linkTokenFor, signInAs } from './sign-in.js';

const TABLES = ['presence', 'auth_sessions', 'auth_verifications'] as const;

onEachDatabase('what is kept for a while', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let store: Database;
  let now = instant('2026-11-24T10:00:00Z');

  beforeEach(async () => {
    now = instant('2026-11-24T10:00:00Z');
    database = await createDatabase('begun');
    service = await startTestService(database.address, { now: () => now });
    store = openDatabase(database.address);
    const kari = await signInAs(service, database.address, {
      unitId: '39',
      role: 'county-coordinator',
      name: 'Kari',
    });
    await request(service.url)
      .post('/api/tasks/39-2026-2027-apen-skole/presence?window=one')
      .set(kari.headers)
      .expect(200);
    await linkTokenFor(database.address, 'per@fylke.example');
    // The library for sign-in has a clock of its own.
    const ends = { expires_at: '2026-11-24T10:15:00.000Z' };
    for (const table of TABLES.slice(1))
      await store
        .updateTable(table as 'auth_sessions')
        .set(ends)
        .execute();
  });
  afterEach(async () => {
    await service.stop();
    await store.destroy();
    await database.drop();
  });

  /** Whether anything is kept in each of them. */
  const kept = async () =>
    Promise.all(
      TABLES.map(async (table) => (await store.selectFrom(table).selectAll().execute()).length > 0),
    );

  it('is forgotten when its time is over, not before: who looked last, sessions, links', async () => {
    await eraseExpired(store, instant('2026-11-24T10:00:30Z'));
    expect(await kept()).toEqual([true, true, true]);
    await eraseExpired(store, instant('2026-11-24T10:00:31Z'));
    expect(await kept()).toEqual([false, true, true]);
    await eraseExpired(store, instant('2026-11-24T10:15:01Z'));
    expect(await kept()).toEqual([false, false, false]);
  });

  it('is forgotten while the service runs, and when it starts', async () => {
    const errors: unknown[] = [];
    const stop = startErasingExpired(store, { now: () => now, onError: (error) => errors.push(error) }, 5);
    now = instant('2026-11-24T10:01:00Z');
    await expect.poll(kept).toEqual([false, true, true]);
    await stop();
    now = instant('2026-11-25T10:00:00Z');
    await (await startTestService(database.address, { now: () => now })).stop();
    expect(await kept()).toEqual([false, false, false]);
    expect(errors).toEqual([]);
  });
});
