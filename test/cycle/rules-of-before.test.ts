import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { openDatabase } from '../../src/database/database.js';
import { entryOfBefore } from '../calendar/kindless.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';

const CYCLE = '39-2026-2027';
const auth = { Authorization: `Bearer ${ADMIN_TOKEN}` };

/** Writes every entry that a database keeps as the version before wrote it, whose rules had no kind. */
async function storeAsBefore(address: string): Promise<number> {
  const database = openDatabase(address);
  const before = (body: string | null) => body && JSON.stringify(entryOfBefore(JSON.parse(body)));
  try {
    const tasks = await database.selectFrom('tasks').selectAll().execute();
    for (const { county, id, body, generated, published } of tasks)
      await database
        .updateTable('tasks')
        .set({ body: before(body) ?? body, generated: before(generated), published: before(published) })
        .where('county', '=', county)
        .where('id', '=', id)
        .execute();
    const history = await database.selectFrom('history').selectAll().execute();
    for (const { cycle_id, revision, position, before_body, after_body } of history)
      await database
        .updateTable('history')
        .set({ before_body: before(before_body), after_body: before(after_body) })
        .where('cycle_id', '=', cycle_id)
        .where('revision', '=', revision)
        .where('position', '=', position)
        .execute();
    return tasks.length;
  } finally {
    await database.destroy();
  }
}

onEachDatabase('a cycle of the version before, whose rules have no kind', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;

  beforeEach(async () => {
    database = await createDatabase();
    service = await startTestService(database.address);
  });
  afterEach(async () => {
    await service.stop();
    await database.drop();
  });

  const get = (path: string) => request(service.url).get(path).set(auth).expect(200);
  const post = (path: string, body: object = {}) => request(service.url).post(path).set(auth).send(body);
  const patch = (key: string, version: number, body: object) =>
    request(service.url)
      .patch(`/api/tasks/${CYCLE}-${key}`)
      .set(auth)
      .set('If-Match', `"${version}"`)
      .send(body)
      .expect(200);
  const revision = async () => (await get(`/api/cycles/${CYCLE}`)).body.revision;
  const document = async () => (await get(`/api/cycles/${CYCLE}/document`)).body;
  const unpublished = async () => (await get(`/api/cycles/${CYCLE}/changes`)).body;

  it('is what it was: nothing to regenerate or publish, the same document, the same feed', async () => {
    const { url } = (await post('/api/feeds', { county: '39' }).expect(201)).body;
    const rule = { template: 'skolestart', plus: { schoolDays: 3 }, roll: 'none' };
    await patch('apen-skole', 1, { rule });
    await patch('skolestart', 1, { title: 'Første skoledag' });
    await post(`/api/cycles/${CYCLE}/undo`).expect(200);
    await request(service.url)
      .post(`/api/cycles/${CYCLE}/publish`)
      .set(auth)
      .set('If-Match', `"${await revision()}"`)
      .expect(200);
    const feed = async () => (await request(service.url).get(new URL(url).pathname).expect(200)).text;
    const [given, body] = [await document(), await feed()];

    await service.stop();
    expect(await storeAsBefore(database.address)).toBeGreaterThan(150);
    service = await startTestService(database.address);

    expect(await document()).toEqual(given);
    expect(await feed()).toBe(body);
    expect(await unpublished()).toEqual([]);
    expect((await get(`/api/tasks/${CYCLE}-apen-skole`)).body.rule).toEqual({
      kind: 'template',
      template: 'skolestart',
      edge: 'start',
      plus: { kind: 'schoolDays', schoolDays: 3 },
      roll: 'none',
    });
    const plan = (await post(`/api/cycles/${CYCLE}/regenerate?preview=true`).expect(200)).body;
    expect(plan).toMatchObject({ added: [], updated: [], removed: [], conflicts: [] });
  });
});
