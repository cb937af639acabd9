import request from 'supertest';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { startTestService } from '../http/test-service.js';
import { cookiesOf, linkTokenFor, OWN_PAGE, openLink, signInAs } from './sign-in.js';

onEachDatabase('a one-time link', (createDatabase) => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T10:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  const { service, database, restart } = freshService(createDatabase);

  const firstToken = () => /sign-in#link=(\w+)/.exec(service.greeting.join('\n'))?.[1] ?? '';
  const sessionOf = async (Cookie: string) =>
    (await request(service.url).get('/api/session').set({ Cookie }).expect(200)).body;

  it('is printed for the first coordinator of the county, who can let others in', async () => {
    const Cookie = cookiesOf(await openLink(service, firstToken()).expect(200));
    expect(await sessionOf(Cookie)).toMatchObject({
      name: 'Fylkeskoordinator',
      role: 'county-coordinator',
      county: '39',
      memberships: [{ unit: '39', role: 'county-coordinator' }],
    });
    const kari = { county: '39', unitId: '39', name: 'Kari', address: 'kari@fylke.example', role: 'reader' };
    await request(service.url)
      .post('/api/people')
      .set({ Cookie, ...OWN_PAGE })
      .send(kari)
      .expect(201);
  });

  it('keeps the first coordinator the same person when they say their name and address', async () => {
    const headers = { Cookie: cookiesOf(await openLink(service, firstToken()).expect(200)), ...OWN_PAGE };
    const { body } = await request(service.url).get('/api/people?county=39').set(headers).expect(200);
    await request(service.url)
      .patch(`/api/people/${body[0].id}`)
      .set({ ...headers, 'If-Match': '"1"' })
      .send({ name: 'Kari Nordmann', address: 'kari@fylke.example' })
      .expect(200);
    expect(await sessionOf(headers.Cookie)).toMatchObject({
      name: 'Kari Nordmann',
      role: 'county-coordinator',
    });
  });

  it('is printed no more once there is a coordinator', async () => {
    await openLink(service, firstToken()).expect(200);
    await restart();
    expect(service.greeting.join('\n')).toMatch(/sign in +http:\S+\/sign-in\n?/);
    expect(firstToken()).toBe('');
  });

  it('signs in once: whoever uses it a second time is refused', async () => {
    await openLink(service, firstToken()).expect(200);
    const { body, headers } = await openLink(service, firstToken()).expect(401);
    expect(body.detail).toBe('The link has been used, has expired or does not exist.');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('signs in one of many who replay it at the same moment', async () => {
    const answers = await Promise.all([...Array(8).keys()].map(() => openLink(service, firstToken())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(401)]);
  });

  it('is refused after 15 minutes, and works until then', async () => {
    const [early, late] = [await linkTokenFor(database.address, 'a@x.example'), firstToken()];
    vi.setSystemTime(Date.parse('2026-11-24T10:14:00Z'));
    await openLink(service, early).expect(200);
    vi.setSystemTime(Date.parse('2026-11-24T10:16:00Z'));
    await openLink(service, late).expect(401);
  });

  it('is not opened by a mail scanner: its address uses nothing up', async () => {
    await request(service.url).get('/sign-in').expect(200);
    await request(service.url).get(`/api/auth/magic-link/verify?token=${firstToken()}`).expect(404);
    await openLink(service, firstToken()).expect(200);
  });

  it('of another site’s page signs nobody in', async () => {
    await request(service.url).post('/api/sign-in/link').send({ token: firstToken() }).expect(403);
    const cross = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
    await request(service.url).post('/api/sign-in/link').set(cross).send({ token: firstToken() }).expect(403);
    await openLink(service, firstToken()).expect(200);
  });

  it('gives a cookie that no script reads and no other site sends; over https alone where that is the address', async () => {
    const { headers } = await openLink(service, firstToken()).expect(200);
    expect(String(headers['set-cookie'])).toMatch(/^arshjul\.session_token=.*HttpOnly; SameSite=Lax/);
    expect(String(headers['set-cookie'])).not.toContain('Secure');
    const other = await createDatabase('begun');
    const secure = await startTestService(other.address, {
      settings: { BASE_URL: 'https://arshjul.example' },
    });
    try {
      const token = /#link=(\w+)/.exec(secure.greeting.join('\n'))?.[1] ?? '';
      const { headers: ofSecure } = await openLink(secure, token).expect(200);
      expect(String(ofSecure['set-cookie'])).toMatch(/^__Secure-arshjul\.session_token=.*Secure/);
      const Cookie = cookiesOf({ headers: ofSecure });
      const { body } = await request(secure.url).get('/api/session').set({ Cookie }).expect(200);
      expect(body.role).toBe('county-coordinator');
    } finally {
      await secure.stop();
      await other.drop();
    }
  });

  it('leads to what the person may do now, not to what they might when it was made', async () => {
    const unit = { unitId: '39', role: 'reader', name: 'Ola' };
    const { id, headers } = await signInAs(service, database.address, unit);
    const people = () => request(service.url).get('/api/units?county=39').set(headers);
    await people().expect(200);
    const admin = { Cookie: cookiesOf(await openLink(service, firstToken()).expect(200)), ...OWN_PAGE };
    await request(service.url)
      .patch(`/api/people/${id}`)
      .set({ ...admin, 'If-Match': '"1"' })
      .send({ role: 'none' })
      .expect(200);
    await people().expect(403);
  });
});
