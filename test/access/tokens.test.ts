import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import { openDatabase } from '../../src/database/database.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { signInAs } from './sign-in.js';

onEachDatabase('a personal token', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let now = instant('2026-11-24T10:00:00Z');
  let mine: Record<string, string>;

  const start = async () => {
    service = await startTestService(database.address, { now: () => now });
  };
  beforeEach(async () => {
    now = instant('2026-11-24T10:00:00Z');
    database = await createDatabase('begun');
    await start();
    const kari = { unitId: '39', role: 'county-coordinator', name: 'Kari' };
    mine = (await signInAs(service, database.address, kari)).headers;
  });
  afterEach(async () => {
    await service.stop();
    await database.drop();
  });

  const make = async (scopes: string[], days = 90) =>
    (
      await request(service.url)
        .post('/api/tokens')
        .set(mine)
        .send({ name: 'Skript', scopes, days })
        .expect(201)
    ).body;
  const call = (secret: string, method: 'get' | 'post', path: string, body?: object) => {
    const sent = request(service.url)[method](path).set('Authorization', `Bearer ${secret}`);
    return body ? sent.send(body) : sent;
  };
  const list = async () => (await request(service.url).get('/api/tokens').set(mine).expect(200)).body;
  const unit = { county: '39', kind: 'school', name: 'Ny skole' };

  it('does what its scopes say, for the person who made it', async () => {
    const { secret } = await make(['read', 'write']);
    await call(secret, 'get', '/api/units?county=39').expect(200);
    await call(secret, 'post', '/api/units', unit).expect(201);
  });

  it.each([
    [['read'], 'post', '/api/units', unit, 'write'],
    [['write'], 'get', '/api/units?county=39', undefined, 'read'],
    [['read', 'write'], 'get', '/api/feeds?county=39', undefined, 'feeds'],
    [['feeds'], 'get', '/api/people?county=39', undefined, 'read'],
  ] as const)('with the scope %j is too small for %s %s', async (scopes, method, path, body, missing) => {
    const { secret } = await make([...scopes]);
    const answer = await call(secret, method, path, body).expect(403);
    expect(answer.body.detail).toBe(`The token lacks the scope ${missing}.`);
  });

  it('makes, lists and revokes no tokens', async () => {
    const { secret, id } = await make(['read', 'write', 'feeds']);
    await call(secret, 'get', '/api/tokens').expect(403);
    await call(secret, 'post', '/api/tokens', { name: 'x', scopes: ['read'] }).expect(403);
    await request(service.url)
      .delete(`/api/tokens/${id}`)
      .set('Authorization', `Bearer ${secret}`)
      .expect(403);
  });

  it('is shown once and stored as a hash alone', async () => {
    const { secret, id } = await make(['read']);
    expect(secret).toMatch(/^arshjul_[\w-]{43}$/);
    expect(await list()).toMatchObject([{ id, name: 'Skript', scopes: ['read'], lastUsedAt: null }]);
    expect(JSON.stringify(await list())).not.toContain(secret);
    const stored = openDatabase(database.address);
    const rows = await stored.selectFrom('api_tokens').selectAll().execute();
    await stored.destroy();
    expect(JSON.stringify(rows)).not.toContain(secret.slice(8));
  });

  it('tells when it was last used', async () => {
    const { secret } = await make(['read']);
    now = instant('2026-11-25T12:00:00Z');
    await call(secret, 'get', '/api/units?county=39').expect(200);
    expect((await list())[0].lastUsedAt).toBe(now);
  });

  it('is refused once it has expired', async () => {
    const { secret } = await make(['read'], 1);
    now = instant('2026-11-25T09:59:00Z');
    await call(secret, 'get', '/api/units?county=39').expect(200);
    now = instant('2026-11-25T10:00:00Z');
    await call(secret, 'get', '/api/units?county=39').expect(401);
  });

  it('is refused once it has been revoked, by its owner alone', async () => {
    const { secret, id } = await make(['read']);
    const other = await signInAs(service, database.address, { unitId: '39', role: 'reader', name: 'Ola' });
    await request(service.url).delete(`/api/tokens/${id}`).set(other.headers).expect(404);
    await call(secret, 'get', '/api/units?county=39').expect(200);
    await request(service.url).delete(`/api/tokens/${id}`).set(mine).expect(200);
    await call(secret, 'get', '/api/units?county=39').expect(401);
    expect(await list()).toEqual([]);
  });

  it('that is guessed too often makes its address wait, on every route; one that counts goes on', async () => {
    const { secret } = await make(['read']);
    const guess = (n: number) => `arshjul_${String(n).padStart(43, '0')}`;
    const paths = ['/api/units?county=39', '/cycles/39-2026-2027/wheel.svg', '/api/session'];
    for (let n = 0; n < 30; n += 1) await call(guess(n), 'get', paths[n % 3] as string).expect(401);
    for (const path of paths) {
      const { body, headers } = await call('x', 'get', path).expect(429);
      expect(body.type).toBe('urn:arshjul:problem:too-many-requests');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    await call(secret, 'get', '/api/units?county=39').expect(200);
    await request(service.url).get('/api/units?county=39').set(mine).expect(200);
  });

  it('that is right is no guess, however many streams it holds open', async () => {
    const streams = await Promise.all(
      Array.from({ length: 31 }, () =>
        fetch(`${service.url}/api/cycles/39-2026-2027/events`, {
          headers: { Authorization: `Bearer ${ADMIN_TOKEN}` },
        }),
      ),
    );
    expect(streams.map(({ status }) => status)).toEqual(Array(31).fill(200));
    await call(ADMIN_TOKEN, 'get', '/api/units?county=39').expect(200);
    await Promise.all(streams.map(({ body }) => body?.cancel()));
  });

  it('that is guessed is one row of the log for each quarter of an hour, with its count, and a metric', async () => {
    const guesses = async (count: number) => {
      for (let n = 0; n < count; n += 1) await call('x', 'get', '/api/session');
    };
    await guesses(40);
    now = instant('2026-11-24T10:16:00Z');
    await guesses(2);
    await service.stop();
    await start();
    const { body: audit } = await request(service.url)
      .get('/api/audit?county=39&event=sign-in-failed')
      .set(mine)
      .expect(200);
    expect(audit).toMatchObject([
      { who: 'unknown', detail: { way: 'token', count: '2' } },
      { who: 'unknown', detail: { way: 'token', count: '40' } },
    ]);
    await guesses(3);
    const { text } = await request(service.url).get('/metrics').expect(200);
    expect(text).toContain('arshjul_failed_sign_ins_total{way="token"} 3');
  });
});
