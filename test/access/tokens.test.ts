import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { openDatabase } from '../../src/database/database.js';
import type { Service } from '../../src/service.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { startTestService } from '../http/test-service.js';
import { signInAs } from './sign-in.js';

onEachDatabase('a personal token', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let now = instant('2026-11-24T10:00:00Z');
  let mine: Record<string, string>;

  beforeEach(async () => {
    now = instant('2026-11-24T10:00:00Z');
    database = await createDatabase();
    service = await startTestService(database.address, { now: () => now });
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
    expect(answer.body.detail).toBe(`The token has not the scope ${missing}.`);
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

  it('that is guessed too often shuts out the address for tokens, and nobody else', async () => {
    const { secret } = await make(['read']);
    for (let n = 0; n < 30; n += 1) await call(`arshjul_${n}`, 'get', '/api/units?county=39').expect(401);
    const { body, headers } = await call(secret, 'get', '/api/units?county=39').expect(429);
    expect(body.type).toBe('urn:arshjul:problem:too-many-requests');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await request(service.url).get('/api/units?county=39').set(mine).expect(200);
    const { body: audit } = await request(service.url)
      .get('/api/audit?county=39&event=sign-in-failed')
      .set(mine)
      .expect(200);
    expect(audit).toHaveLength(30);
  });
});
