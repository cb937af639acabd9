import request from 'supertest';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';
import { signInAs } from './sign-in.js';

const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

onEachDatabase('the last coordinator of a county', (createDatabase) => {
  const { service, database } = freshService(createDatabase);
  let kari: Awaited<ReturnType<typeof signInAs>>;

  beforeEach(async () => {
    kari = await addCoordinator('Kari');
  });

  const addCoordinator = (name: string) =>
    signInAs(service, database.address, { unitId: '39', role: 'county-coordinator', name });
  const change = (id: string, patch: object, headers: Record<string, string> = kari.headers) =>
    request(service.url)
      .patch(`/api/people/${id}`)
      .set({ ...headers, 'If-Match': '"1"' })
      .send(patch);
  const erase = (id: string, headers: Record<string, string>) =>
    request(service.url)
      .delete(`/api/people/${id}`)
      .set({ ...headers, 'If-Match': '"1"' });
  const coordinators = async () => {
    const { body } = await request(service.url).get('/api/people?county=39').set(automation).expect(200);
    return body.filter(({ role }: { role: string }) => role === 'county-coordinator');
  };

  it('keeps the role, whoever would take it away, and is not erased in part either', async () => {
    await request(service.url).post('/api/feeds').set(kari.headers).send({ county: '39' }).expect(201);
    const { body } = await change(kari.id, { role: 'reader' }).expect(409);
    expect(body.detail).toContain('give somebody else the role first');
    expect(pointers(body)).toEqual(['/body/role']);
    await change(kari.id, { role: 'none' }, automation).expect(409);
    await erase(kari.id, kari.headers).expect(409);
    await erase(kari.id, automation).expect(409);
    expect(await coordinators()).toMatchObject([{ name: 'Kari', version: 1 }]);
    const feeds = await request(service.url).get('/api/feeds?county=39').set(kari.headers).expect(200);
    expect(feeds.body.map(({ owner }: { owner: string }) => owner)).toContain('Kari');
  });

  it('may be called something else, and goes once there is another', async () => {
    await change(kari.id, { name: 'Kari Nordmann' }).expect(200);
    const per = await addCoordinator('Per');
    await change(per.id, { role: 'reader' }).expect(200);
    expect(await coordinators()).toHaveLength(1);
  });

  it('is one of two who take away each other’s role at the same moment', async () => {
    const per = await addCoordinator('Per');
    const answers = await Promise.all([
      change(kari.id, { role: 'none' }, per.headers),
      change(per.id, { role: 'none' }, kari.headers),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await coordinators()).toHaveLength(1);
  });
});
