import request from 'supertest';
import { beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';
import { linkTokenFor, signInAs } from './sign-in.js';

const CYCLE = '39-2026-2027';
const TASK = `/api/tasks/${CYCLE}-apen-skole`;
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

onEachDatabase('what is kept about a person', (createDatabase) => {
  const { service, database } = freshService(createDatabase);
  let kari: Awaited<ReturnType<typeof signInAs>>;

  beforeEach(async () => {
    kari = await signInAs(service, database.address, {
      unitId: '39',
      role: 'county-coordinator',
      name: 'Kari Nordmann',
      address: 'kari@fylke.example',
    });
    const headers = { ...kari.headers, 'If-Match': '"1"' };
    await request(service.url).patch(TASK).set(headers).send({ title: 'Endret' }).expect(200);
    await request(service.url).post(`${TASK}/comments`).set(kari.headers).send({ text: 'Hei.' }).expect(201);
    await request(service.url).post('/api/feeds').set(kari.headers).send({ county: '39' }).expect(201);
    const token = { name: 'Skript', scopes: ['read'] };
    await request(service.url).post('/api/tokens').set(kari.headers).send(token).expect(201);
  });

  const read = async (path: string) =>
    (await request(service.url).get(path).set(automation).expect(200)).body;

  /** Somebody who keeps the county when Kari goes. */
  const addSecond = () =>
    request(service.url)
      .post('/api/people')
      .set(automation)
      .send({
        county: '39',
        unitId: '39',
        name: 'Per',
        address: 'per@fylke.example',
        role: 'county-coordinator',
      })
      .expect(201);

  it('is recorded: who signed in, got which role, made which token and feed', async () => {
    const audit = await read('/api/audit?county=39');
    expect(audit.map(({ event, who }: Record<string, string>) => [event, who])).toEqual(
      expect.arrayContaining([
        ['person-added', 'county coordinator'],
        ['signed-in', 'Kari Nordmann'],
        ['token-created', 'Kari Nordmann'],
        ['feed-created', 'Kari Nordmann'],
      ]),
    );
    await read(`/api/cycles/${CYCLE}/document`);
    expect(await read('/api/audit?county=39&event=exported')).toMatchObject([
      { event: 'exported', about: CYCLE, detail: { what: 'document' } },
    ]);
    await request(service.url).get(`/api/cycles/${CYCLE}/table?format=csv`).set(kari.headers).expect(200);
    expect(await read('/api/audit?county=39&event=exported')).toContainEqual(
      expect.objectContaining({ who: 'Kari Nordmann', about: CYCLE, detail: { what: 'csv' } }),
    );
    await addSecond();
    const change = (version: number, patch: object) =>
      request(service.url)
        .patch(`/api/people/${kari.id}`)
        .set({ ...automation, 'If-Match': `"${version}"` })
        .send(patch)
        .expect(200);
    await change(1, { address: 'kari.nordmann@fylke.example' });
    expect(await read('/api/audit?county=39&event=address-changed')).toMatchObject([
      { about: kari.id, detail: {} },
    ]);
    await change(2, { role: 'reader' });
    expect(await read('/api/audit?county=39&event=role-changed')).toMatchObject([
      { about: kari.id, detail: { from: 'county-coordinator', to: 'reader', unit: '39' } },
    ]);
  });

  it('is read page by page, also what was done at the same moment, and by who did it', async () => {
    const all = await read('/api/audit?county=39');
    expect(all.length).toBeGreaterThan(3);
    const paged: unknown[] = [];
    for (let after = ''; ; ) {
      const page = await read(`/api/audit?county=39&limit=2${after}`);
      paged.push(...page);
      if (page.length < 2) break;
      after = `&after=${page[1].id}`;
    }
    expect(paged).toEqual(all);
    const hers = await read(`/api/audit?county=39&person=${kari.id}`);
    expect(hers).toEqual(all.filter(({ who }: { who: string }) => who === 'Kari Nordmann'));
    expect(await read('/api/audit?county=39&after=x')).toEqual([]);
  });

  it('is given out whole', async () => {
    expect(await read(`/api/people/${kari.id}/export`)).toMatchObject({
      person: { name: 'Kari Nordmann', address: 'kari@fylke.example' },
      history: [{ cycleId: CYCLE, revision: 2, action: 'changed' }],
      comments: [{ text: 'Hei.' }],
      feeds: [{}],
      account: [{ email: 'kari@fylke.example', sessions: [{}], tokens: [{ name: 'Skript' }] }],
    });
  });

  it('is erased: the history keeps “removed person”, and nobody signs in by it any more', async () => {
    await addSecond();
    await linkTokenFor(database.address, 'kari@fylke.example');
    await request(service.url)
      .delete(`/api/people/${kari.id}`)
      .set({ ...automation, 'If-Match': '"1"' })
      .expect(200);
    expect((await read(`/api/cycles/${CYCLE}/history`))[0]).toMatchObject({
      who: 'removed person',
      action: 'changed',
    });
    expect((await read(`${TASK}/comments`))[0]).toMatchObject({ who: 'removed person', text: 'Hei.' });
    await request(service.url).get('/api/units?county=39').set(kari.headers).expect(401);
    const stored = openDatabase(database.address);
    const tables = [
      'people',
      'history',
      'comments',
      'feeds',
      'audit',
      'outbox',
      'auth_users',
      'auth_sessions',
      'auth_verifications',
      'api_tokens',
    ] as const;
    const rows = await Promise.all(tables.map((table) => stored.selectFrom(table).selectAll().execute()));
    await stored.destroy();
    expect(JSON.stringify(rows)).not.toMatch(/Nordmann|kari@/);
  });

  it('goes with an address that is given up: the account by which its owner signed in', async () => {
    await addSecond();
    const accounts = async () => {
      const stored = openDatabase(database.address);
      const rows = await stored.selectFrom('auth_users').select('email').execute();
      await stored.destroy();
      return rows.map(({ email }) => email);
    };
    const moveTo = (address: string, version: number) =>
      request(service.url)
        .patch(`/api/people/${kari.id}`)
        .set({ ...automation, 'If-Match': `"${version}"` })
        .send({ address })
        .expect(200);
    await moveTo('Kari@Fylke.example', 1);
    expect(await accounts()).toEqual(['kari@fylke.example']);
    await moveTo('kari.nordmann@fylke.example', 2);
    expect(await accounts()).toEqual([]);
    await request(service.url).get('/api/units?county=39').set(kari.headers).expect(401);
  });

  it('is left where the account is that of a person in another unit too', async () => {
    const other = { county: '39', unitId: '39', name: 'Kari', address: 'KARI@fylke.example', role: 'reader' };
    const { body } = await request(service.url).post('/api/people').set(automation).send(other).expect(201);
    await request(service.url)
      .delete(`/api/people/${body.id}`)
      .set({ ...automation, 'If-Match': '"1"' })
      .expect(200);
    await request(service.url).get('/api/units?county=39').set(kari.headers).expect(200);
  });
});
