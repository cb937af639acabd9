import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseExpired } from '../../src/access/privacy/expired.store.js';
import { instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { linkTokenFor, OWN_PAGE, signIn, signInAs } from './sign-in.js';

const SCHOOL = '39-fjellet';
const AT = '2026-11-24T10:00:00.000Z';
const SECRETS = ['Hemmelig skript', 'Det jeg har sagt.', 'Mitt abonnement'];
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

type Headers = Record<string, string>;

onEachDatabase('the account of another', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let store: Database;
  /** The coordinator of a school, who types addresses that are not theirs. */
  let mallory: { readonly id: string; readonly headers: Headers };

  beforeEach(async () => {
    database = await createDatabase('begun');
    service = await startTestService(database.address);
    store = openDatabase(database.address);
    for (const [id, name] of [
      [SCHOOL, 'Fjellet vgs'],
      ['39-vika', 'Vika vgs'],
    ])
      await send('post', '/api/units', automation, { county: '39', id, kind: 'school', name }).expect(201);
    mallory = await signInAs(service, database.address, {
      unitId: SCHOOL,
      role: 'unit-coordinator',
      name: 'Mallory',
    });
  });
  afterEach(async () => {
    await service.stop();
    await store.destroy();
    await database.drop();
  });

  const send = (
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    headers: Headers,
    body?: object,
  ) => {
    const sent = request(service.url)[method](path).set(headers);
    return body === undefined ? sent : sent.send(body);
  };

  /** Does what an export of the account would tell: a token, a comment, a feed. */
  const workAs = async (headers: Headers, county: '39' | '50') => {
    await send('post', '/api/tokens', headers, { name: SECRETS[0], scopes: ['read'] }).expect(201);
    await send('post', '/api/feeds', headers, { county, name: SECRETS[2] }).expect(201);
    if (county === '39')
      await send('post', '/api/tasks/39-2026-2027-apen-skole/comments', headers, { text: SECRETS[1] }).expect(
        201,
      );
  };

  /** Somebody with a role, who has signed in and worked. */
  const victimAt = async (unitId: string, role: string, address: string) => {
    const victim = await signInAs(service, database.address, { unitId, role, name: 'Vera', address });
    await workAs(victim.headers, unitId.startsWith('50') ? '50' : '39');
    return victim;
  };

  /** Somebody who holds the county's role by the claims of the provider alone, and has worked. */
  const victimByClaims = async (address: string, isVerified = true) => {
    const headers = { Cookie: await signIn(service, database.address, address), ...OWN_PAGE };
    const user = await store
      .updateTable('auth_users')
      .set({ email_verified: isVerified ? 1 : 0 })
      .where('email', '=', address)
      .returning('id')
      .executeTakeFirstOrThrow();
    const kept = { created_at: AT, updated_at: AT };
    await store
      .insertInto('auth_accounts')
      .values({ id: 'a', account_id: 'sub', provider_id: 'oidc', user_id: user.id, ...kept })
      .execute();
    const roles = JSON.stringify([{ unit: '39', role: 'county-coordinator' }]);
    await store.insertInto('claimed_roles').values({ subject: 'sub', roles, updated_at: AT }).execute();
    await workAs(headers, '39');
    return { id: user.id, headers };
  };

  const add = async (address: string, role = 'none', unitId = SCHOOL, headers = mallory.headers) =>
    (
      await send('post', '/api/people', headers, {
        county: '39',
        unitId,
        name: 'Fake',
        address,
        role,
      }).expect(201)
    ).body as { id: string; version: number };
  const exported = async (id: string, headers = mallory.headers) =>
    (await send('get', `/api/people/${id}/export`, headers).expect(200)).body;
  const erase = async (id: string, version = 1, headers = mallory.headers) =>
    (await send('delete', `/api/people/${id}`, { ...headers, 'If-Match': `"${version}"` }).expect(200)).body;
  const change = async (id: string, version: number, patch: object, headers = mallory.headers) =>
    (await send('patch', `/api/people/${id}`, { ...headers, 'If-Match': `"${version}"` }, patch).expect(200))
      .body;
  const accounts = async () =>
    (await store.selectFrom('auth_users').select('email').orderBy('email').execute()).map(
      ({ email }) => email,
    );

  /** That neither export nor erasure of Mallory's row reaches the victim, and that both say so. */
  const expectOutOfReach = async (
    victim: Headers,
    person: { readonly id: string; readonly version: number },
    reason: string,
    by = mallory.headers,
  ) => {
    const told = await exported(person.id, by);
    expect(told).toMatchObject({ account: [], accountKept: reason, comments: [], feeds: [] });
    expect(JSON.stringify(told.audit)).not.toContain('token-created');
    for (const secret of SECRETS) expect(JSON.stringify(told)).not.toContain(secret);
    const answer = await erase(person.id, person.version, by);
    expect(answer).toMatchObject({ name: '', address: '', account: 'kept', accountKept: reason });
    await expectUntouched(victim);
  };

  /** That the account is there with its session and token, and its owner stands by name beside what they have said. */
  const expectUntouched = async (victim: Headers) => {
    const session = await send('get', '/api/session', victim).expect(200);
    expect(session.body.name).not.toBeNull();
    const tokens = await store.selectFrom('api_tokens').select('name').execute();
    expect(tokens).toEqual([{ name: SECRETS[0] }]);
    for (const table of ['comments', 'feeds'] as const)
      expect(JSON.stringify(await store.selectFrom(table).selectAll().execute())).not.toContain(
        'removed person',
      );
  };

  it.each([
    ['50', '50', 'county-coordinator'],
    ['39', '39', 'county-coordinator'],
    ['39', '39-vika', 'unit-coordinator'],
  ])(
    'is out of reach for who types the address: of county %s, in %s as %s',
    async (_county, unitId, role) => {
      const victim = await victimAt(unitId, role, 'vera@x.example');
      await expectOutOfReach(victim.headers, await add('Vera@X.example'), 'shared');
    },
  );

  it('is out of reach also with a role in the own unit', async () => {
    const victim = await victimAt('39', 'county-coordinator', 'vera@x.example');
    const person = await add('vera@x.example', 'unit-coordinator');
    // The page asks so whenever it is opened.
    await send('get', '/api/session', victim.headers).expect(200);
    await expectOutOfReach(victim.headers, person, 'shared');
  });

  it('is out of reach where it holds its role by claims alone', async () => {
    const victim = await victimByClaims('vera@x.example');
    await expectOutOfReach(victim.headers, await add('vera@x.example'), 'shared');
    await expectOutOfReach(victim.headers, await add('vera@x.example', 'reader'), 'shared');
  });

  it('is out of reach where it had its role by claims, and has none at the moment', async () => {
    const victim = await victimByClaims('vera@x.example');
    await send('get', '/api/session', victim.headers).expect(200);
    await store.updateTable('claimed_roles').set({ roles: '[]' }).execute();
    const person = await add('vera@x.example', 'reader');
    await send('get', '/api/session', victim.headers).expect(200);
    await expectOutOfReach(victim.headers, person, 'shared');
  });

  it('is out of reach where the provider has not verified the address', async () => {
    const victim = await victimByClaims('vera@x.example', false);
    await expectOutOfReach(victim.headers, await add('vera@x.example', 'reader'), 'unproven');
  });

  it('stands in the list of accounts, whoever has typed its address', async () => {
    const victim = await victimByClaims('vera@x.example');
    await send('get', '/api/session', victim.headers).expect(200);
    await add('vera@x.example');
    const { body } = await send('get', '/api/accounts?county=39', automation).expect(200);
    expect(body).toMatchObject([{ id: `39-user-${victim.id}`, address: 'vera@x.example' }]);
  });

  it('is out of reach by changing the address of a person to it', async () => {
    const victim = await victimAt('39', 'county-coordinator', 'vera@x.example');
    const { id } = await add('mine@x.example', 'reader');
    await signIn(service, database.address, 'mine@x.example');
    await change(id, 1, { address: 'vera@x.example' });
    // The account that was the person's own has gone with the address.
    expect(await accounts()).toEqual(['mallory@39-fjellet.example', 'vera@x.example']);
    await expectOutOfReach(victim.headers, { id, version: 2 }, 'shared');
  });

  it('is not erased by giving up an address that was never the own', async () => {
    const victim = await victimAt('39-vika', 'unit-coordinator', 'vera@x.example');
    const { id } = await add('vera@x.example');
    await change(id, 1, { address: 'other@x.example' });
    await expectUntouched(victim.headers);
  });

  it('is not erased so either while it has no role at all', async () => {
    await signIn(service, database.address, 'vera@x.example');
    const { id } = await add('vera@x.example');
    await change(id, 1, { role: 'reader' });
    await change(id, 2, { address: 'other@x.example' });
    expect(await accounts()).toContain('vera@x.example');
  });

  it('is out of reach until its owner has come as the person who was added', async () => {
    await signIn(service, database.address, 'vera@x.example');
    const { id } = await add('vera@x.example', 'reader');
    expect(await exported(id)).toMatchObject({ account: [], accountKept: 'unproven' });
    await signIn(service, database.address, 'vera@x.example');
    expect(await exported(id)).toMatchObject({ account: [{ email: 'vera@x.example' }], accountKept: null });
    expect(await erase(id)).toMatchObject({ account: 'erased', accountKept: null });
    expect(await accounts()).toEqual(['mallory@39-fjellet.example']);
  });

  it('is out of reach for each of two people of one address, and goes when both have gone', async () => {
    const vera = await victimAt('39-vika', 'unit-coordinator', 'vera@x.example');
    const { id } = await add('vera@x.example', 'reader');
    await send('get', '/api/session', vera.headers).expect(200);
    const county = await signInAs(service, database.address, {
      unitId: '39',
      role: 'county-coordinator',
      name: 'Kari',
    });
    expect(await exported(vera.id, county.headers)).toMatchObject({ account: [], accountKept: 'shared' });
    expect(await erase(vera.id, 1, county.headers)).toMatchObject({ account: 'kept', accountKept: 'shared' });
    // What it was and did as the one who has been erased is not the other's to read.
    const told = await exported(id);
    expect(told).toMatchObject({ account: [], accountKept: 'shared', comments: [], feeds: [] });
    for (const secret of SECRETS) expect(JSON.stringify(told)).not.toContain(secret);
    await eraseExpired(store, instant(AT));
    expect(await accounts()).toContain('vera@x.example');
    await erase(id);
    await eraseExpired(store, instant(AT));
    expect(await accounts()).not.toContain('vera@x.example');
  });

  it('is none where nobody has signed in by the address', async () => {
    const { id } = await add('new@x.example', 'reader');
    expect(await exported(id)).toMatchObject({ account: [], accountKept: null });
    expect(await erase(id)).toMatchObject({ account: 'none', accountKept: null });
  });

  it('keeps its links that are under way when another’s row of its address goes', async () => {
    await victimAt('39', 'county-coordinator', 'vera@x.example');
    const links = () =>
      store.selectFrom('auth_verifications').selectAll().where('value', 'like', '%vera@x.example%').execute();
    await linkTokenFor(database.address, 'vera@x.example');
    const before = await links();
    expect(before).toHaveLength(1);
    const { id } = await add('vera@x.example');
    await erase(id);
    expect(await links()).toEqual(before);
  });

  describe('that another county knows too', () => {
    it('is kept when one of them erases it, and the answer says so', async () => {
      const victim = await victimByClaims('vera@x.example');
      await send('get', '/api/session', victim.headers).expect(200);
      await send('post', '/api/people', automation, {
        county: '50',
        unitId: '50',
        name: 'Vera',
        address: 'vera@x.example',
        role: 'county-coordinator',
      }).expect(201);
      const path = `/api/accounts/39-user-${victim.id}`;
      const told = await send('get', `${path}/export`, automation).expect(200);
      expect(told.body).toMatchObject({ account: [], accountKept: 'shared' });
      const answer = await send('delete', path, automation).expect(200);
      expect(answer.body).toMatchObject({ account: 'kept', accountKept: 'shared' });
      expect(await accounts()).toContain('vera@x.example');
    });
  });
});
