import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, dateAt, type Instant, instant } from '../../src/calendar/iso-date.js';
import { ZONE } from '../../src/calendar/zone.js';
import type { Service } from '../../src/compose/service.js';
import { lateSinceOfUnits } from '../../src/cycle/late-since.use-case.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';

const CYCLE = '39-2026-2027';
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };
const BEGUN_AT = instant('2026-11-02T09:00:00Z');

onEachDatabase('since when a unit can be late', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let store: Database;
  let now: Instant;

  beforeEach(async () => {
    now = BEGUN_AT;
    database = await createDatabase('empty');
    service = await startTestService(database.address, { now: () => now });
    store = openDatabase(database.address);
  });
  afterEach(async () => {
    await store.destroy();
    await service.stop();
    await database.drop();
  });

  const call = async (method: 'post' | 'patch' | 'delete', path: string, body: object, version = 1) => {
    const headers = { ...automation, 'If-Match': `"${version}"` };
    const sent = await request(service.url)[method](path).set(headers).send(body);
    expect(sent.status, JSON.stringify(sent.body)).toBeLessThan(300);
    return sent.body;
  };
  const later = (days: number) => {
    now = instant(`${addDays(dateAt(BEGUN_AT, ZONE), days)}T09:00:00Z`);
  };
  const since = async (unit: string, cycle = CYCLE) => (await lateSinceOfUnits(store, '39'))(cycle, unit);
  const unit = (name: string, address: string | null = null) =>
    call('post', '/api/units', { county: '39', kind: 'school', name, address });
  const person = (unitId: string, name = 'Ola') =>
    call('post', '/api/people', { county: '39', unitId, name, address: `${name}@x.example` });
  /** What the migration makes of a database of the version before. */
  const migrateAgain = async () => {
    await store.schema.alterTable('cycles').dropColumn('first_published_at').execute();
    for (const column of ['first_person_at', 'first_addressed_at'])
      await store.schema.alterTable('units').dropColumn(column).execute();
    const file = new URL('../../db/migrations/0019_late_since.sql', import.meta.url);
    const statements = readFileSync(file, 'utf8')
      .replace(/^\s*--.*$/gm, '')
      .split(/;\s*$/m);
    for (const statement of statements) if (statement.trim() !== '') await sql.raw(statement).execute(store);
  };

  it('is for the county from the first publication, and from its first person once somebody has come', async () => {
    expect(await since('39')).toBe('2026-11-02');
    later(5);
    await person('39', 'Kari');
    expect(await since('39')).toBe('2026-11-07');
    later(9);
    await person('39', 'Per');
    expect(await since('39')).toBe('2026-11-07');
  });

  it('is nothing for a unit that nobody can be told for, then from its address, then from its first person', async () => {
    await unit('Horten');
    expect(await since('39-horten')).toBeNull();
    later(2);
    await call('patch', '/api/units/39-horten', { address: 'post@horten.example' });
    later(3);
    await call('patch', '/api/units/39-horten', { address: 'ny@horten.example' }, 2);
    expect(await since('39-horten')).toBe('2026-11-04');
    later(10);
    await person('39-horten');
    expect(await since('39-horten')).toBe('2026-11-12');
  });

  it('stays when the first person leaves, and does not go with people to another unit', async () => {
    await unit('Horten');
    await unit('Sande');
    later(3);
    const { id } = await person('39-horten');
    later(6);
    await call('patch', `/api/people/${id}`, { unitId: '39-sande' });
    expect([await since('39-horten'), await since('39-sande')]).toEqual(['2026-11-05', '2026-11-08']);
    await call('delete', `/api/people/${id}`, {}, 2);
    expect([await since('39-horten'), await since('39-sande')]).toEqual(['2026-11-05', '2026-11-08']);
  });

  it('is from the first publication of each cycle, and no later one', async () => {
    later(4);
    await call('post', '/api/cycles', { county: '39', schoolYear: '2027/2028' });
    expect(await since('39', '39-2027-2028')).toBeNull();
    await call('post', '/api/cycles/39-2027-2028/publish', {});
    later(8);
    await call('post', '/api/cycles/39-2027-2028/publish', {}, 2);
    expect(await since('39', '39-2027-2028')).toBe('2026-11-06');
    expect(await since('39')).toBe('2026-11-02');
  });

  it('is found again in a database of the version before, or a later day where nothing tells it', async () => {
    await unit('Horten', 'post@horten.example');
    await unit('Sande');
    await unit('Holmestrand');
    await unit('Tom');
    later(3);
    const { id } = await person('39-horten');
    await call('post', '/api/cycles', { county: '39', schoolYear: '2027/2028' });
    await call('post', '/api/cycles/39-2027-2028/publish', {});
    later(6);
    await call('patch', `/api/people/${id}`, { unitId: '39-sande' });
    await call('post', '/api/cycles/39-2027-2028/publish', {}, 2);
    await person('39-holmestrand', 'Anne');
    // Made as the first coordinator is, of whom the log says nothing.
    await store.deleteFrom('audit').where('event', '=', 'person-added').where('at', '=', now).execute();
    const seen = async () => ({
      horten: await since('39-horten', '39-2027-2028'),
      sande: await since('39-sande', '39-2027-2028'),
      holmestrand: await since('39-holmestrand', '39-2027-2028'),
      nobody: await since('39-tom'),
      county: await since('39'),
    });
    const before = await seen();
    await migrateAgain();
    expect(await seen()).toEqual(before);
    expect(before).toEqual({
      horten: '2026-11-05',
      sande: '2026-11-08',
      holmestrand: '2026-11-08',
      nobody: null,
      county: '2026-11-02',
    });
    // Published at once when it was made, and again since: only the second is in the history.
    later(12);
    const { revision } = (await request(service.url).get(`/api/cycles/${CYCLE}`).set(automation)).body;
    await call('post', `/api/cycles/${CYCLE}/publish`, {}, revision);
    expect(await since('39')).toBe('2026-11-02');
    await migrateAgain();
    expect(await since('39')).toBe('2026-11-14');
  });
});
