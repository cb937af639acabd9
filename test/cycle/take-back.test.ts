import request from 'supertest';
import { beforeEach, expect, it } from 'vitest';
import { signInAs } from '../access/sign-in.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';

const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-skolestart`;
const OTHER = `${CYCLE}-apen-skole`;

onEachDatabase('what one can undo and redo', (createDatabase) => {
  const { service, database } = freshService(createDatabase);
  let kari: Awaited<ReturnType<typeof signInAs>>;
  let namesake: Awaited<ReturnType<typeof signInAs>>;

  beforeEach(async () => {
    const signIn = (address: string) =>
      signInAs(service, database.address, {
        unitId: '39',
        role: 'county-coordinator',
        name: 'Kari Nordmann',
        address,
      });
    kari = await signIn('kari@fylke.example');
    namesake = await signIn('kari.n@fylke.example');
  });

  const change = (id: string, version: number, body: object) =>
    request(service.url)
      .patch(`/api/tasks/${id}`)
      .set({ ...kari.headers, 'If-Match': `"${version}"` })
      .send(body)
      .expect(200);
  const take = (way: 'undo' | 'redo', { headers }: typeof kari) =>
    request(service.url).post(`/api/cycles/${CYCLE}/${way}`).set(headers).send({});
  const toTakeBack = async ({ headers }: typeof kari) =>
    (await request(service.url).get(`/api/cycles/${CYCLE}/undo`).set(headers).expect(200)).body;

  it('is one’s own: two people of one name neither undo nor redo what the other has done', async () => {
    await change(TASK, 1, { status: 'started' });
    const { body } = await take('undo', namesake).expect(409);
    expect(body.refusal).toEqual({ code: 'nothing-to-take-back' });
    await take('undo', kari).expect(200);
    await take('redo', namesake).expect(409);
    await take('redo', kari).expect(200);
    await take('undo', namesake).expect(409);
  });

  it('stays when a change is sent that changes nothing', async () => {
    await change(TASK, 1, { status: 'started' });
    await take('undo', kari).expect(200);
    const before = await toTakeBack(kari);
    expect(before.redo).toMatchObject({ tasks: 1, title: 'Skolestart' });
    await change(TASK, 3, {});
    await change(OTHER, 1, { status: 'planned' });
    const { body: cycle } = await request(service.url).get(`/api/cycles/${CYCLE}`).set(kari.headers);
    await request(service.url)
      .patch(`/api/cycles/${CYCLE}`)
      .set({ ...kari.headers, 'If-Match': `"${cycle.revision}"` })
      .send({ public: cycle.public })
      .expect(200, cycle);
    const { body: unit } = await request(service.url)
      .post('/api/units')
      .set(kari.headers)
      .send({ county: '39', kind: 'school', name: 'Horten videregående skole' })
      .expect(201);
    const adjustment = await request(service.url)
      .patch(`/api/tasks/${TASK}/adjustments/${unit.id}`)
      .set({ ...kari.headers, 'If-Match': '"0"' })
      .send({ hidden: null })
      .expect(200);
    expect(adjustment.body).toMatchObject({ hidden: null, version: 0 });
    expect(await toTakeBack(kari)).toEqual(before);
    await take('redo', kari).expect(200);
  });

  it('is told beforehand: the task, or how many of them', async () => {
    expect(await toTakeBack(kari)).toEqual({ undo: null, redo: null });
    await change(TASK, 1, { status: 'started' });
    const first = { revision: 2, tasks: 1, title: 'Skolestart' };
    expect(await toTakeBack(kari)).toEqual({ undo: first, redo: null });
    expect(await toTakeBack(namesake)).toEqual({ undo: null, redo: null });
    await request(service.url)
      .post(`/api/cycles/${CYCLE}/bulk`)
      .set(kari.headers)
      .send({
        tasks: [
          { id: TASK, version: 2 },
          { id: OTHER, version: 1 },
        ],
        change: { status: 'done' },
      })
      .expect(200);
    await take('undo', kari).expect(200);
    expect(await toTakeBack(kari)).toEqual({ undo: first, redo: { revision: 4, tasks: 2, title: null } });
  });
});
