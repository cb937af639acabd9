import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import type { Tables } from '../../src/database/tables.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { HOLDINGS } from './personal-data.js';
import { linkTokenFor, OWN_PAGE, signIn } from './sign-in.js';

const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-apen-skole`;
const NAME = 'Kari Nordmann';
const ADDRESS = 'kari@fylke.example';
const SUBJECT = 'https://provider.example kari-1';
const AT = '2026-11-24T10:00:00.000Z';
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

const TABLES = Object.keys(HOLDINGS) as (keyof Tables)[];
/** Of somebody who is known by the claims of a provider alone nothing is mailed, and there is no row of a person. */
const OF_PEOPLE_ALONE = [
  'people',
  'outbox',
  'outbox_content',
  'reminder_ledger',
  'snoozes',
  'recipient_states',
];

onEachDatabase('what the tables hold about somebody', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let store: Database;

  beforeEach(async () => {
    database = await createDatabase('begun');
    service = await startTestService(database.address);
    store = openDatabase(database.address);
    const keeps = { name: 'Per', address: 'per@fylke.example', role: 'county-coordinator' };
    await request(service.url)
      .post('/api/people')
      .set(automation)
      .send({ county: '39', unitId: '39', ...keeps })
      .expect(201);
  });
  afterEach(async () => {
    await service.stop();
    await store.destroy();
    await database.drop();
  });

  /** Lets the provider know whoever has the address, and give them roles. */
  const claimRoles = async (given: readonly object[]) => {
    const { id } = await store
      .selectFrom('auth_users')
      .select('id')
      .where('email', '=', ADDRESS)
      .executeTakeFirstOrThrow();
    const kept = { created_at: AT, updated_at: AT };
    await store
      .insertInto('auth_accounts')
      .values({ id: 'a', account_id: SUBJECT, provider_id: 'oidc', user_id: id, ...kept })
      .execute();
    const roles = JSON.stringify(given);
    await store.insertInto('claimed_roles').values({ subject: SUBJECT, roles, updated_at: AT }).execute();
    await store.updateTable('auth_users').set({ name: NAME }).execute();
    return id;
  };

  /** Signs in, and does everything that is kept with a name. */
  const doEverything = async () => {
    const headers = { Cookie: await signIn(service, database.address, ADDRESS), ...OWN_PAGE };
    const send = (method: 'post' | 'patch', path: string, body: object, more: object = {}) =>
      request(service.url)
        [method](path)
        .set({ ...headers, ...more })
        .send(body)
        .expect(({ status, text }) => {
          if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
        });
    const first = { 'If-Match': '"1"' };
    await send('patch', `/api/tasks/${TASK}`, { title: 'Endret' }, first);
    await send('post', `/api/tasks/${TASK}/comments`, { text: 'Hei.' });
    await send('post', `/api/tasks/${TASK}/presence?window=one`, {});
    await send('post', '/api/feeds', { county: '39' });
    await send('post', '/api/tokens', { name: 'Skript', scopes: ['read'] });
    const done = { county: '39', who: NAME, at: AT };
    const { personId } = (await request(service.url).get('/api/session').set(headers).expect(200)).body;
    await store
      .insertInto('corrected_school_years')
      .values({ ...done, school_year: '2026/2027', skolerute: null, who_id: personId, version: 1 })
      .execute();
    await store
      .insertInto('year_dates')
      .values({
        ...done,
        school_year: '2026/2027',
        template: 'elevundersokelsen',
        year_date: null,
        who_id: personId,
        version: 1,
      })
      .execute();
    await store
      .insertInto('looked_over')
      .values({ ...done, cycle_id: CYCLE, task_id: TASK, who_id: personId })
      .execute();
    await linkTokenFor(database.address, ADDRESS, NAME);
    return String(personId);
  };

  /** What is kept of the reminders of a person. */
  const remind = async (id: string) => {
    const recipient = `person:${id}`;
    const ofKari = { county: '39', recipient };
    const about = { ...ofKari, task_id: TASK };
    await store
      .insertInto('outbox')
      .values({
        ...ofKari,
        id: 'm',
        address: ADDRESS,
        // Not today: the service itself may remind her of something meanwhile.
        day: '2026-11-20',
        kind: 'daily',
        number: 1,
        status: 'sent',
        reason: null,
        attempts: 1,
        asked: 1,
        next_attempt_at: AT,
        waiting_since: AT,
        leased_until: null,
        server_answer: '250 ok',
        created_at: AT,
        updated_at: AT,
      })
      .execute();
    await store
      .insertInto('outbox_content')
      .values({ county: '39', id: 'm', content: JSON.stringify({ name: NAME }) })
      .execute();
    await store
      .insertInto('reminder_ledger')
      .values({
        ...about,
        occasion: 'lead:3:2026-11-27',
        start: '2026-11-27',
        told: '',
        outcome: 'owed',
        reason: null,
        outbox_id: 'm',
        settled_at: AT,
      })
      .execute();
    await store
      .insertInto('snoozes')
      .values({ ...about, day: '2026-12-01' })
      .execute();
    await store
      .insertInto('recipient_states')
      .values({
        ...ofKari,
        address: ADDRESS,
        subscribed: 1,
        failures: 1,
        paused_at: null,
        changed_at: AT,
      })
      .execute();
  };

  /** The tables that hold any of these texts, whatever the column. */
  const tablesWith = async (...texts: string[]) => {
    const found: string[] = [];
    for (const table of TABLES) {
      const rows = JSON.stringify(await store.selectFrom(table).selectAll().execute());
      if (texts.some((text) => rows.includes(text))) found.push(table);
    }
    return found.sort();
  };
  const personalTables = () => TABLES.filter((table) => HOLDINGS[table].kind !== 'nothing').sort();

  /** What an export holds under a name such as `account.sessions`. */
  const partOf = (body: Record<string, unknown>, name: string) =>
    name
      .split('.')
      .reduce<unknown>(
        (part, key) => (Array.isArray(part) ? part[0]?.[key] : (part as typeof body)?.[key]),
        body,
      );
  const expectWhole = (body: Record<string, unknown>, without: readonly string[] = []) => {
    for (const table of TABLES) {
      const holding = HOLDINGS[table];
      if (holding.kind !== 'personal' || without.includes(table)) continue;
      const part = partOf(body, holding.exported);
      expect(Array.isArray(part) ? part : Object.keys(part ?? {}), table).not.toEqual([]);
    }
  };

  it('is named for each table there is', async () => {
    const tables = await store.introspection.getTables();
    const own = tables.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));
    expect(own.sort()).toEqual([...TABLES].sort());
  });

  it('is, for a person, given out whole and erased everywhere', async () => {
    const { body: person } = await request(service.url)
      .post('/api/people')
      .set(automation)
      .send({ county: '39', unitId: '39', name: NAME, address: ADDRESS, role: 'county-coordinator' })
      .expect(201);
    const id = await doEverything();
    expect(id).toBe(person.id);
    await remind(id);
    const userId = await claimRoles([]);
    // Nothing is left out of what follows because nothing is there.
    expect(await tablesWith(NAME, ADDRESS, id, userId, SUBJECT, '"m"')).toEqual(personalTables());
    const exported = await request(service.url).get(`/api/people/${id}/export`).set(automation).expect(200);
    expectWhole(exported.body);
    await request(service.url)
      .delete(`/api/people/${id}`)
      .set({ ...automation, 'If-Match': '"1"' })
      .expect(200);
    expect(await tablesWith(NAME, ADDRESS, userId, SUBJECT, '"m"')).toEqual([]);
    // The id says no more of whom it was: the row without a name, and that it was erased.
    expect(await tablesWith(id)).toEqual(['audit', 'people']);
  });

  it('is, for who is known by the claims of a provider alone, given out whole and erased everywhere', async () => {
    await signIn(service, database.address, ADDRESS);
    const userId = await claimRoles([{ unit: '39', role: 'county-coordinator' }]);
    const id = await doEverything();
    const held = personalTables().filter((table) => !OF_PEOPLE_ALONE.includes(table));
    expect(await tablesWith(NAME, ADDRESS, userId, SUBJECT)).toEqual(held);
    const accounts = await request(service.url).get('/api/accounts?county=39').set(automation).expect(200);
    expect(accounts.body).toMatchObject([
      { id, name: NAME, address: ADDRESS, roles: [{ unit: '39', role: 'county-coordinator' }] },
    ]);
    const exported = await request(service.url).get(`/api/accounts/${id}/export`).set(automation).expect(200);
    expectWhole(exported.body, OF_PEOPLE_ALONE);
    const erase = () => request(service.url).delete(`/api/accounts/${id}`).set(automation);
    await erase().expect(200);
    expect(await tablesWith(NAME, ADDRESS, SUBJECT)).toEqual([]);
    expect(await tablesWith(userId)).toEqual(['audit']);
    await erase().expect(404);
    expect((await request(service.url).get('/api/accounts?county=39').set(automation)).body).toEqual([]);
  });
});
