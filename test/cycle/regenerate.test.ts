import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { DATA_DIRECTORY } from '../../src/datafiles/data-directory.js';
import { loadKnowledge } from '../../src/datafiles/knowledge.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';

const CYCLE = '39-2026-2027';

onEachDatabase('regenerating a cycle', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let data: string;

  beforeEach(async () => {
    database = await createDatabase('begun');
    data = join(mkdtempSync(join(tmpdir(), 'arshjul-')), 'data');
    cpSync(DATA_DIRECTORY, data, { recursive: true });
    service = await startTestService(database.address);
  });
  afterEach(async () => {
    await service.stop();
    await database.drop();
    rmSync(join(data, '..'), { recursive: true });
  });

  /** Changes a data file and starts the service again with it. */
  const withData = async (file: string, change: (text: string) => string) => {
    const before = readFileSync(join(data, file), 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(join(data, file), after);
    await service.stop();
    service = await startTestService(database.address, { knowledge: loadKnowledge(data) });
  };
  const auth = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const post = (path: string, body: object = {}) => request(service.url).post(path).set(auth).send(body);
  const task = async (key: string) =>
    (await request(service.url).get(`/api/tasks/${CYCLE}-${key}`).set(auth)).body;
  const patch = (key: string, version: number, body: object) =>
    request(service.url)
      .patch(`/api/tasks/${CYCLE}-${key}`)
      .set(auth)
      .set('If-Match', `"${version}"`)
      .send(body)
      .expect(200);
  const preview = async () => (await post(`/api/cycles/${CYCLE}/regenerate?preview=true`).expect(200)).body;
  const apply = (token: string, decisions: object[] = []) =>
    post(`/api/cycles/${CYCLE}/regenerate`, { token, decisions });
  const counts = (plan: Record<'added' | 'updated' | 'removed' | 'conflicts', unknown[]>) =>
    [plan.added, plan.updated, plan.removed, plan.conflicts].map(({ length }) => length);

  /** The first school day a day later, and a day off given back so that 190 remain. */
  const laterStart = (text: string) =>
    text
      .replace('first-school-day: 2026-08-17', 'first-school-day: 2026-08-18')
      .replace('daysOff: [2027-05-07]', 'daysOff: []')
      .replace('"2026-08": 11', '"2026-08": 10')
      .replace('"2027-05": 18', '"2027-05": 19');
  const SKOLERUTE = 'school-years/39-2026-2027.yaml';

  it('changes nothing when nothing has changed', async () => {
    const plan = await preview();
    expect(counts(plan)).toEqual([0, 0, 0, 0]);
    await apply(plan.token).expect(200);
    expect((await task('skolestart')).version).toBe(1);
  });

  it('follows a new skolerute where people changed nothing, and keeps what they changed', async () => {
    await patch('hvem-gjor-hva-nar', 1, { title: 'Rollemøte' });
    await withData(SKOLERUTE, laterStart);
    const plan = await preview();
    expect(plan.conflicts).toEqual([]);
    expect((await task('skolestart')).start).toBe('2026-08-17');
    await apply(plan.token).expect(200);
    expect(await task('skolestart')).toMatchObject({ start: '2026-08-18', version: 2 });
    expect(await task('hvem-gjor-hva-nar')).toMatchObject({
      title: 'Rollemøte',
      start: '2026-08-28',
      version: 3,
    });
    expect(await task('soknadsfrist-videregaende')).toMatchObject({ start: '2027-03-01', version: 1 });
  });

  it('lists a real conflict, waits for the decision, and takes either side', async () => {
    await patch('hvem-gjor-hva-nar', 1, { start: '2026-09-03' });
    await withData(SKOLERUTE, laterStart);
    const first = await preview();
    const taskId = `${CYCLE}-hvem-gjor-hva-nar`;
    expect(first.conflicts).toMatchObject([
      {
        taskId,
        field: 'start',
        base: { start: '2026-08-27' },
        edited: { start: '2026-09-03' },
        regenerated: { start: '2026-08-28' },
      },
    ]);
    await apply(first.token).expect(200);
    expect((await task('hvem-gjor-hva-nar')).start).toBe('2026-09-03');
    const second = await preview();
    expect(counts(second)).toEqual([0, 0, 0, 1]);
    await apply(second.token, [{ taskId, field: 'start', take: 'regenerated' }]).expect(200);
    expect((await task('hvem-gjor-hva-nar')).start).toBe('2026-08-28');
    expect(counts(await preview())).toEqual([0, 0, 0, 0]);
  });

  it('adds and removes tasks with their templates, but not what people have changed', async () => {
    await patch('yrkesmesse', 1, { title: 'Yrkesdag' });
    const withoutTemplates =
      (...keys: string[]) =>
      (text: string) =>
        keys.reduce((rest, key) => rest.replace(new RegExp(`  - key: ${key}\\n(    .*\\n)+`), ''), text);
    await withData('cycle/4-oppfolging-vg2.yaml', withoutTemplates('yrkesmesse', 'yff-vg2'));
    const plan = await preview();
    expect(plan.removed.map(({ key }: { key: string }) => key)).toEqual(['yff-vg2']);
    expect(plan.conflicts).toMatchObject([{ taskId: `${CYCLE}-yrkesmesse`, field: 'deleted' }]);
    await apply(plan.token).expect(200);
    await request(service.url).get(`/api/tasks/${CYCLE}-yff-vg2`).set(auth).expect(404);
    expect((await task('yrkesmesse')).title).toBe('Yrkesdag');

    cpSync(DATA_DIRECTORY, data, { recursive: true });
    await service.stop();
    service = await startTestService(database.address, { knowledge: loadKnowledge(data) });
    const back = await preview();
    await apply(back.token).expect(200);
    expect((await task('yff-vg2')).status).toBe('planned');
    expect(counts(await preview())).toEqual([0, 0, 0, 0]);
  });

  it('applies exactly what was previewed: refused once the cycle or the data has moved on', async () => {
    const { token } = await preview();
    await patch('skolestart', 1, { status: 'started' });
    const { body } = await apply(token).expect(409);
    expect(body.detail).toContain('changed since the preview');
    const later = await preview();
    await withData(SKOLERUTE, laterStart);
    await apply(later.token).expect(409);
    expect((await task('skolestart')).start).toBe('2026-08-17');
    const { body: missing } = await post(`/api/cycles/${CYCLE}/regenerate`).expect(400);
    expect(missing.errors[0].pointer).toBe('/body/token');
  });

  it('stands in the history with what it changed', async () => {
    await withData(SKOLERUTE, laterStart);
    await apply((await preview()).token).expect(200);
    const { body } = await request(service.url)
      .get(`/api/cycles/${CYCLE}/history?task=${CYCLE}-skolestart`)
      .set(auth);
    expect(body[0]).toMatchObject({ revision: 2, action: 'regenerated' });
    expect(body[0].changes[0].fields.start).toEqual({ before: '2026-08-17', after: '2026-08-18' });
  });
});
