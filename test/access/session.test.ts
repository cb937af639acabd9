import request from 'supertest';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';
import { signIn, signInAs } from './sign-in.js';

const SCHOOL = '39-fjellet';
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

onEachDatabase('a session', (createDatabase) => {
  const { service, database } = freshService(createDatabase);

  beforeEach(async () => {
    for (const [id, name] of [
      [SCHOOL, 'Fjellet vgs'],
      ['39-vika', 'Vika vgs'],
    ])
      await request(service.url)
        .post('/api/units')
        .set(automation)
        .send({ county: '39', id, kind: 'school', name })
        .expect(201);
  });

  const coordinator = () =>
    signInAs(service, database.address, { unitId: '39', role: 'county-coordinator', name: 'Kari' });
  const addUnit = (headers: Record<string, string>) =>
    request(service.url)
      .post('/api/units')
      .set(headers)
      .send({ county: '39', kind: 'school', name: `Ny ${Math.random()}` });

  it('changes what its role may change', async () => {
    const { headers } = await coordinator();
    await addUnit(headers).expect(201);
  });

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['a sister site', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.fylke.example' }],
    ['another site, by a browser that knows no Sec-Fetch-Site', { Origin: 'https://evil.example' }],
    ['a page without an origin', { Origin: 'null' }],
    ['nowhere that it would say', {}],
  ])('that is stolen by %s changes nothing', async (_from, stolen) => {
    const { headers } = await coordinator();
    const { body } = await addUnit({ Cookie: String(headers.Cookie), ...stolen }).expect(403);
    expect(body.detail).toBe('The request does not come from a page of this service.');
    const units = await request(service.url).get('/api/units?county=39').set(automation).expect(200);
    expect(units.body).toHaveLength(3);
  });

  it('counts no more after signing out, whoever has kept its cookie', async () => {
    const { headers } = await coordinator();
    const out = await request(service.url).post('/api/sign-out').set(headers).expect(200);
    expect(out.body).toEqual({ signedOut: true });
    expect(String(out.headers['set-cookie'])).toMatch(/arshjul\.session_token=;.*Max-Age=0/);
    await addUnit(headers).expect(401);
    await request(service.url).get('/api/units?county=39').set(headers).expect(401);
  });

  it('that is forged or altered is nobody’s', async () => {
    const { headers } = await coordinator();
    const Cookie = `${String(headers.Cookie).slice(0, -4)}AAAA`;
    await request(service.url).get('/api/units?county=39').set({ Cookie }).expect(401);
  });

  it('speaks for the unit that is chosen, and for no other', async () => {
    const address = 'ola@fylke.example';
    for (const [unitId, role] of [
      [SCHOOL, 'unit-coordinator'],
      ['39-vika', 'reader'],
    ] as const)
      await request(service.url)
        .post('/api/people')
        .set(automation)
        .send({ county: '39', unitId, name: 'Ola', address: address.toUpperCase(), role })
        .expect(201);
    const headers = { Cookie: await signIn(service, database.address, address) };
    const session = async (unit?: string) =>
      request(service.url)
        .get('/api/session')
        .set({ ...headers, ...(unit && { 'Acting-Unit': unit }) });
    expect((await session()).body).toMatchObject({ role: 'unit-coordinator', unit: SCHOOL });
    expect((await session('39-vika')).body).toMatchObject({ role: 'reader', unit: '39-vika' });
    const elsewhere = await session('39');
    expect(elsewhere.status).toBe(403);
    expect(pointers(elsewhere.body)).toEqual(['/header/Acting-Unit']);
  });

  it('gives nobody a role that reaches further than the own, or that a unit cannot have', async () => {
    const unit = await signInAs(service, database.address, {
      unitId: SCHOOL,
      role: 'unit-coordinator',
      name: 'Per',
    });
    const add = (headers: object, body: object) =>
      request(service.url)
        .post('/api/people')
        .set({ ...headers })
        .send({ county: '39', unitId: SCHOOL, name: 'Siri', address: 'siri@x.example', ...body });
    await add(unit.headers, { role: 'contributor' }).expect(201);
    await add(unit.headers, { unitId: '39-vika', role: 'reader' }).expect(403);
    expect(pointers((await add(unit.headers, { role: 'county-coordinator' }).expect(400)).body)).toEqual([
      '/body/role',
    ]);
    expect(
      pointers((await add(automation, { unitId: '39', role: 'unit-coordinator' }).expect(400)).body),
    ).toEqual(['/body/role']);
    await request(service.url)
      .patch(`/api/people/${unit.id}`)
      .set({ ...unit.headers, 'If-Match': '"1"' })
      .send({ role: 'county-coordinator', unitId: '39' })
      .expect(403);
  });

  it('of a contributor changes how far the own unit’s tasks have come, and nothing else', async () => {
    const task = '/api/tasks/39-2026-2027-apen-skole';
    const patch = (headers: Record<string, string>, path: string, version: number, body: object) =>
      request(service.url)
        .patch(path)
        .set({ ...headers, 'If-Match': `"${version}"` })
        .send(body);
    const { headers } = await signInAs(service, database.address, {
      unitId: SCHOOL,
      role: 'contributor',
      name: 'Eva',
    });
    await patch(headers, task, 1, { status: 'done' }).expect(403);
    await patch(automation, task, 1, { unitId: SCHOOL }).expect(200);
    await patch(headers, task, 2, { title: 'x' }).expect(403);
    await patch(headers, task, 2, { status: 'started' }).expect(200);
    await patch(headers, `${task}/adjustments/${SCHOOL}`, 0, { hidden: 'x' }).expect(403);
    await patch(headers, `${task}/adjustments/${SCHOOL}`, 0, { status: 'done' }).expect(200);
    await patch(headers, `${task}/adjustments/39-vika`, 0, { status: 'done' }).expect(403);
    const comment = (on: string) =>
      request(service.url).post(`${on}/comments`).set(headers).send({ text: 'Ja.' });
    await comment(task).expect(201);
    const other = '/api/tasks/39-2026-2027-skolestart';
    await patch(automation, other, 1, { unitId: '39-vika' }).expect(200);
    await comment(other).expect(403);
  });
});
