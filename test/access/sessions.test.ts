import request from 'supertest';
import { beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/database.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';
import { cookiesOf, linkTokenFor, OWN_PAGE, openLink } from './sign-in.js';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1';
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

onEachDatabase('the sessions of somebody', (createDatabase) => {
  const { service, database } = freshService(createDatabase);

  beforeEach(async () => {
    for (const name of ['kari', 'per'])
      await request(service.url)
        .post('/api/people')
        .set(automation)
        .send({ county: '39', unitId: '39', name, address: `${name}@x.example`, role: 'county-coordinator' })
        .expect(201);
  });

  /** Signs in with a browser; returns the headers of what it asks for from then on. */
  const signInWith = async (userAgent: string, name = 'kari') => {
    const token = await linkTokenFor(database.address, `${name}@x.example`);
    const answer = await openLink(service, token).set('User-Agent', userAgent).expect(200);
    return { Cookie: cookiesOf(answer), ...OWN_PAGE };
  };
  const list = async (headers: Record<string, string>) =>
    (await request(service.url).get('/api/sessions').set(headers).expect(200)).body;
  const end = (headers: Record<string, string>, id = '') =>
    request(service.url)
      .delete(`/api/sessions${id && `/${id}`}`)
      .set(headers);
  const roleOf = async (headers: Record<string, string>) =>
    (await request(service.url).get('/api/session').set(headers)).body.role;

  it('are told with when and in which browser, and nothing else is kept of it', async () => {
    await signInWith(SAFARI);
    const here = await signInWith(FIREFOX);
    await signInWith(FIREFOX, 'per');
    const sessions = await list(here);
    expect(sessions).toMatchObject([
      { browser: 'Firefox', system: 'Windows', current: true },
      { browser: 'Safari', system: 'iPhone', current: false },
    ]);
    const fields = ['browser', 'current', 'expiresAt', 'id', 'startedAt', 'system', 'usedAt'];
    expect(Object.keys(sessions[0]).sort()).toEqual(fields);
    const store = openDatabase(database.address);
    const rows = await store.selectFrom('auth_sessions').selectAll().execute();
    await store.destroy();
    expect(rows.map(({ user_agent }) => user_agent).sort()).toEqual([
      'Firefox/Windows',
      'Firefox/Windows',
      'Safari/iPhone',
    ]);
    expect(rows.every(({ ip_address }) => !ip_address)).toBe(true);
    for (const { token } of rows) expect(JSON.stringify(sessions)).not.toContain(token);
  });

  it('are ended one by one, each at once', async () => {
    const phone = await signInWith(SAFARI);
    const here = await signInWith(FIREFOX);
    const [, other] = await list(here);
    expect((await end(here, other.id).expect(200)).body).toMatchObject({ browser: 'Safari' });
    expect(await roleOf(phone)).toBe('anyone');
    expect(await roleOf(here)).toBe('county-coordinator');
    await end(here, other.id).expect(404);
    const { body } = await request(service.url)
      .get('/api/audit?county=39&event=session-ended')
      .set(automation);
    expect(body).toMatchObject([{ who: 'kari', detail: { count: '1' } }]);
  });

  it('are ended everywhere else', async () => {
    const others = [await signInWith(SAFARI), await signInWith(FIREFOX)];
    const here = await signInWith(FIREFOX);
    expect((await end(here).expect(200)).body).toEqual({ ended: 2 });
    for (const headers of others) expect(await roleOf(headers)).toBe('anyone');
    expect(await list(here)).toMatchObject([{ current: true }]);
    expect((await end(here).expect(200)).body).toEqual({ ended: 0 });
  });

  it('are nobody else’s to see or end', async () => {
    const here = await signInWith(FIREFOX);
    const per = await signInWith(FIREFOX, 'per');
    const [own] = await list(here);
    await end(per, own.id).expect(404);
    await end(per).expect(200);
    expect(await roleOf(here)).toBe('county-coordinator');
    await request(service.url).get('/api/sessions').expect(401);
    await request(service.url).get('/api/sessions').set(automation).expect(403);
    const made = await request(service.url)
      .post('/api/tokens')
      .set(here)
      .send({ name: 'Skript', scopes: ['read', 'write'] })
      .expect(201);
    await request(service.url)
      .get('/api/sessions')
      .set({ Authorization: `Bearer ${made.body.secret}` })
      .expect(403);
  });

  it('are not ended by another site', async () => {
    const { Cookie } = await signInWith(FIREFOX);
    await end({ Cookie, 'Sec-Fetch-Site': 'cross-site' }).expect(403);
  });

  it('are seen and ended also by who has lost the role, and that is recorded', async () => {
    const phone = await signInWith(SAFARI);
    const here = await signInWith(FIREFOX);
    const people = await request(service.url).get('/api/people?county=39').set(automation).expect(200);
    const { id } = people.body.find(({ name }: { name: string }) => name === 'kari');
    await request(service.url)
      .patch(`/api/people/${id}`)
      .set({ ...automation, 'If-Match': '"1"' })
      .send({ role: 'none' })
      .expect(200);
    expect(await list(here)).toHaveLength(2);
    await end(here).expect(200);
    await request(service.url).get('/api/sessions').set(phone).expect(401);
    const { body } = await request(service.url)
      .get('/api/audit?county=39&event=session-ended')
      .set(automation);
    expect(body).toHaveLength(1);
  });

  it('are given out with the person', async () => {
    const here = await signInWith(FIREFOX);
    const { body: session } = await request(service.url).get('/api/session').set(here).expect(200);
    const { body } = await request(service.url)
      .get(`/api/people/${session.personId}/export`)
      .set(automation)
      .expect(200);
    expect(body.account).toMatchObject([{ sessions: [{ browser: 'Firefox/Windows' }] }]);
  });
});
