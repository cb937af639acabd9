import request from 'supertest';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';

const CYCLE = '39-2026-2027';
const NEXT = '39-2027-2028';
const SMALL = '50-2026-2027';
const HORTEN = '39-horten-videregaende-skole';

interface Plan {
  readonly token: string;
  readonly cycle: { readonly level: string };
  readonly added: readonly { readonly id: string }[];
  readonly removed: readonly { readonly id: string }[];
  readonly kept: readonly { readonly id: string }[];
  readonly conflicts: readonly unknown[];
}

onEachDatabase('the level of a cycle', (createDatabase) => {
  const { service } = freshService(createDatabase);

  const as = (unit?: string) => ({
    Authorization: `Bearer ${ADMIN_TOKEN}`,
    ...(unit && { 'Acting-Unit': unit }),
  });
  const get = async (path: string) => (await request(service.url).get(path).set(as()).expect(200)).body;
  const post = (path: string, body: object = {}, unit?: string) =>
    request(service.url).post(path).set(as(unit)).send(body);
  const patch = (id: string | undefined, body: object) =>
    request(service.url).patch(`/api/tasks/${id}`).set(as()).set('If-Match', '"1"').send(body).expect(200);
  const adjust = (id: string | undefined, body: object) =>
    request(service.url)
      .patch(`/api/tasks/${id}/adjustments/${HORTEN}`)
      .set(as(HORTEN))
      .set('If-Match', '"0"')
      .send(body)
      .expect(200);
  const preview = async (level?: string): Promise<Plan> =>
    (await post(`/api/cycles/${CYCLE}/regenerate?preview=true`, { level }).expect(200)).body;
  const change = async (level: string): Promise<Plan> => {
    const { token } = await preview(level);
    return (await post(`/api/cycles/${CYCLE}/regenerate`, { token, level }).expect(200)).body;
  };
  const idsOf = (tasks: readonly { readonly id: string }[]) => tasks.map(({ id }) => id).sort();
  const tasksOf = (cycle: string) => get(`/api/cycles/${cycle}/tasks`);
  const levelOf = async (cycle: string) => (await get(`/api/cycles/${cycle}`)).level;
  const sizes = async (county: string) =>
    Object.fromEntries(
      (await get(`/api/draft-sizes?county=${county}&schoolYear=2026/2027`)).sizes.map(
        ({ level, tasks }: { level: string; tasks: number }) => [level, tasks],
      ),
    );

  it('is complete where nobody has said, and how large the draft is where somebody has', async () => {
    expect(await levelOf(CYCLE)).toBe('complete');
    const { essential, recommended, complete } = await sizes('50');
    expect(essential).toBeLessThan(recommended);
    expect(recommended).toBeLessThan(complete);
    const body = { county: '50', schoolYear: '2026/2027', level: 'essential' };
    expect((await post('/api/cycles', body).expect(201)).body.level).toBe('essential');
    const tasks = await tasksOf(SMALL);
    expect(tasks.length).toBe(essential);
    expect(new Set(tasks.map(({ level }: { level: string }) => level))).toEqual(new Set(['essential']));
    await post('/api/cycles', { county: '18', schoolYear: '2026/2027' }).expect(201);
    expect(await levelOf('18-2026-2027')).toBe('complete');
    const wrong = await post('/api/cycles', { ...body, county: '15', level: 'huge' }).expect(400);
    expect(pointers(wrong.body)).toEqual(['/body/level']);
  });

  it('can be lowered without losing what people did, and raised again to the same tasks', async () => {
    await post('/api/units', { county: '39', kind: 'school', name: 'Horten videregående skole' }).expect(201);
    const before = await tasksOf(CYCLE);
    const { token: _, ...small } = await preview('essential');
    expect(small.kept).toEqual([]);
    const [changed, done, noted, own, hidden, ...others] = idsOf(small.removed);
    await patch(changed, { title: 'Vår egen' });
    await patch(done, { status: 'done' });
    await post(`/api/tasks/${noted}/comments`, { text: 'Husk rommet' }).expect(201);
    await adjust(own, { status: 'done' });
    await adjust(hidden, { hidden: 'Gjelder ikke oss' });

    const plan = await preview('essential');
    expect(await levelOf(CYCLE)).toBe('complete');
    expect(idsOf(plan.kept)).toEqual([changed, done, noted, own].sort());
    expect(idsOf(plan.removed)).toEqual([hidden, ...others].sort());
    expect([plan.added, plan.conflicts]).toEqual([[], []]);
    await post(`/api/cycles/${CYCLE}/regenerate`, { token: plan.token }).expect(409);
    await change('essential');
    expect(await levelOf(CYCLE)).toBe('essential');
    expect(idsOf(await tasksOf(CYCLE))).toEqual(
      idsOf(before).filter((id) => !idsOf(plan.removed).includes(id)),
    );
    expect((await preview()).removed).toEqual([]);

    await change('complete');
    const after = await tasksOf(CYCLE);
    expect(idsOf(after)).toEqual(idsOf(before));
    const titled = after.find(({ id }: { id: string }) => id === changed);
    expect([titled.title, titled.status]).toEqual(['Vår egen', 'planned']);
  });

  it('is carried to next year’s cycle, with the levels that people have given tasks', async () => {
    await patch(`${CYCLE}-skolestart`, { level: 'complete' });
    await change('essential');
    const { token } = (await post(`/api/cycles/${CYCLE}/rollover?preview=true`).expect(200)).body;
    await post(`/api/cycles/${CYCLE}/rollover`, { token }).expect(200);
    expect(await levelOf(NEXT)).toBe('essential');
    const keys = async (cycle: string) =>
      (await tasksOf(cycle))
        .map(({ key, level }: { key: string; level: string }) => `${key} ${level}`)
        .sort();
    expect(await keys(NEXT)).toEqual(await keys(CYCLE));
    expect(await keys(NEXT)).toContain('skolestart complete');
  });

  it('is in its document; one from before there were levels is complete', async () => {
    const from = async () => get(`/api/cycles/${SMALL}/document`);
    await post('/api/cycles', { county: '50', schoolYear: '2026/2027', level: 'recommended' }).expect(201);
    const document = await from();
    expect(document.cycle.level).toBe('recommended');
    const renamed = JSON.parse(JSON.stringify(document).replaceAll('50-2026-2027', '50-2025-2026'));
    renamed.cycle.schoolYear = '2025/2026';
    await post('/api/cycles/documents', renamed).expect(201);
    expect(await levelOf('50-2025-2026')).toBe('recommended');
    const older = JSON.parse(JSON.stringify(document).replaceAll('50-2026-2027', '50-2024-2025'));
    older.cycle.schoolYear = '2024/2025';
    delete older.cycle.level;
    await post('/api/cycles/documents', older).expect(201);
    expect(await levelOf('50-2024-2025')).toBe('complete');
  });
});

onEachDatabase('what a small årshjul does without', (createDatabase) => {
  const { service } = freshService(createDatabase);

  beforeEach(async () => {
    await post('/api/cycles', { county: '50', schoolYear: '2026/2027', level: 'essential' }).expect(201);
  });

  const auth = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const get = async (path: string) => (await request(service.url).get(path).set(auth).expect(200)).body;
  const post = (path: string, body: object = {}) => request(service.url).post(path).set(auth).send(body);
  const leftOut = () => get(`/api/cycles/${SMALL}/left-out`);
  const tasksOf = async () => (await get(`/api/cycles/${SMALL}/tasks`)) as { id: string; key: string }[];
  const regenerate = async (level: string) => {
    const path = `/api/cycles/${SMALL}/regenerate`;
    const { token } = (await post(`${path}?preview=true`, { level }).expect(200)).body;
    await post(path, { token, level }).expect(200);
  };

  it('is offered, one template or all of them, and what is added stays at any level', async () => {
    const offered = await leftOut();
    expect(offered[0]).toMatchObject({ level: expect.stringMatching(/recommended|complete/) });
    const { key, starts, title } = offered.find((each: { starts: string[] }) => each.starts.length > 1);
    const { body: added } = await post(`/api/cycles/${SMALL}/left-out`, { keys: [key] }).expect(201);
    expect(added.map(({ start }: { start: string }) => start)).toEqual(starts);
    expect(added[0].title).toBe(title);
    expect((await leftOut()).map((each: { key: string }) => each.key)).not.toContain(key);
    await post(`/api/cycles/${SMALL}/left-out`, { keys: [key] }).expect(201, []);
    for (const level of ['essential', 'complete', 'essential']) {
      await regenerate(level);
      const present = (await tasksOf()).filter((task) => task.key === key);
      expect(present.length, level).toBe(starts.length);
    }
    const rest = (await leftOut()).map((each: { key: string }) => each.key);
    await post(`/api/cycles/${SMALL}/left-out`, { keys: rest }).expect(201);
    expect(await leftOut()).toEqual([]);
    expect((await get(`/api/cycles/${SMALL}`)).level).toBe('essential');
    const wrong = await post(`/api/cycles/${SMALL}/left-out`, { keys: ['skolestart', 'finnes-ikke'] });
    expect([wrong.status, pointers(wrong.body)]).toEqual([400, ['/body/keys/1']]);
  });

  it('is undone as one change, and can then be added again', async () => {
    const before = await tasksOf();
    const keys = (await leftOut()).slice(0, 3).map((each: { key: string }) => each.key);
    await post(`/api/cycles/${SMALL}/left-out`, { keys }).expect(201);
    await post(`/api/cycles/${SMALL}/undo`).expect(200);
    expect(await tasksOf()).toEqual(before);
    await post(`/api/cycles/${SMALL}/left-out`, { keys }).expect(201);
    expect(new Set((await tasksOf()).map(({ key }) => key))).toEqual(
      new Set([...before.map(({ key }) => key), ...keys]),
    );
  });

  it('is no gap of the cycle, and is counted beside what it covers', async () => {
    await post('/api/cycles', { county: '18', schoolYear: '2026/2027' }).expect(201);
    expect(await get(`/api/cycles/${SMALL}/gaps`)).toEqual(await get('/api/cycles/18-2026-2027/gaps'));
    const coverage = await get(`/api/cycles/${SMALL}/coverage`);
    expect(coverage.uncovered).toEqual([]);
    const left = (await leftOut()).flatMap(({ starts }: { starts: string[] }) => starts);
    const counted = coverage.cells.reduce((sum: number, cell: { leftOut: number }) => sum + cell.leftOut, 0);
    expect(counted).toBe(left.length);
  });

  it('can still be referred to by a date rule', async () => {
    const fase = { kind: 'template', template: 'fase-oppstart-vg1', edge: 'start', roll: 'none' };
    const body = { title: 'Fagdag', kind: 'activity', phase: 'oppstart-vg1', category: 'koordinering' };
    const { body: task } = await post(`/api/cycles/${SMALL}/tasks`, {
      ...body,
      actor: 'school',
      rule: fase,
    }).expect(201);
    const phase = (await leftOut()).find(({ key }: { key: string }) => key === 'fase-oppstart-vg1');
    expect(task.start).toBe(phase.starts[0]);
    const unknown = { ...fase, template: 'finnes-ikke' };
    await post(`/api/cycles/${SMALL}/tasks`, { ...body, actor: 'school', rule: unknown }).expect(400);
  });
});
