import request from 'supertest';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';
import { PARENTS_MEETING } from './parents-meeting.js';

const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-apen-skole`;
const OTHER = `${CYCLE}-skolestart`;
const HORTEN = '39-horten-videregaende-skole';
const SANDE = '39-sande-videregaende-skole';

onEachDatabase('the layers of a cycle', (createDatabase) => {
  const { service } = freshService(createDatabase);

  beforeEach(async () => {
    for (const name of ['Horten videregående skole', 'Sande videregående skole'])
      await post('/api/units', { county: '39', kind: 'school', name }).expect(201);
  });

  const as = (unit?: string) => ({
    Authorization: `Bearer ${ADMIN_TOKEN}`,
    ...(unit && { 'Acting-Unit': unit }),
  });
  const get = async (path: string) => (await request(service.url).get(path).set(as()).expect(200)).body;
  const post = (path: string, body: object = {}, unit?: string) =>
    request(service.url).post(path).set(as(unit)).send(body);
  const patch = (path: string, version: number, body: object, unit?: string) =>
    request(service.url).patch(path).set(as(unit)).set('If-Match', `"${version}"`).send(body);
  const adjust = (unit: string, version: number, body: object, by = unit) =>
    patch(`/api/tasks/${TASK}/adjustments/${unit}`, version, body, by);
  const seenBy = (unit: string, query = '') => get(`/api/cycles/${CYCLE}/tasks?unit=${unit}${query}`);
  const ids = (tasks: { id: string }[]) => tasks.map(({ id }) => id);
  const newTask = { ...PARENTS_MEETING, startTime: '18:00', endTime: '19:30' };

  it('give a county its own unit and those that it adds, each of one name', async () => {
    const units = await get('/api/units?county=39');
    expect(units.map(({ id, kind }: { id: string; kind: string }) => [id, kind])).toEqual([
      ['39', 'county'],
      [HORTEN, 'school'],
      [SANDE, 'school'],
    ]);
    const { body } = await post('/api/units', {
      county: '39',
      kind: 'school',
      name: 'Horten videregående skole',
    }).expect(409);
    expect(pointers(body)).toEqual(['/body/name']);
    expect(pointers((await post('/api/units', { county: '99', kind: 'school', name: 'x' })).body)).toEqual([
      '/body/county',
    ]);
    await patch(`/api/units/${HORTEN}`, 1, { retired: true }).expect(200);
    await patch(`/api/units/${HORTEN}`, 1, { name: 'Horten vgs' }).expect(412);
    await patch('/api/units/39', 1, { name: 'Et annet fylke' }).expect(409);
    await patch('/api/units/39', 1, { address: 'post@vestfold.example' }).expect(200);
    await post('/api/units', { county: '39', kind: 'school', name: 'x' }, HORTEN).expect(403);
  });

  it('hold a unit’s own tasks apart from the county’s and from other units’', async () => {
    const { body } = await post(`/api/cycles/${CYCLE}/tasks`, newTask, HORTEN).expect(201);
    expect(body).toMatchObject({ layer: HORTEN, startTime: '18:00', endTime: '19:30' });
    expect(ids(await seenBy(HORTEN))).toContain(body.id);
    expect(ids(await seenBy(SANDE))).not.toContain(body.id);
    expect(ids(await get(`/api/cycles/${CYCLE}/tasks?layer=${HORTEN}`))).toEqual([body.id]);
    expect((await get(`/api/tasks/${TASK}`)).layer).toBe('39');
    await patch(`/api/tasks/${body.id}`, 1, { title: 'Vårt møte' }, HORTEN).expect(200);
    await post(`/api/cycles/${CYCLE}/undo`, {}, HORTEN).expect(200);
  });

  it('refuse a change of someone else’s layer with a pointer', async () => {
    const { body } = await patch(`/api/tasks/${TASK}`, 1, { title: 'x' }, HORTEN).expect(403);
    expect(pointers(body)).toEqual(['/path/id']);
    const { body: other } = await post(
      `/api/cycles/${CYCLE}/tasks`,
      { ...newTask, layer: SANDE },
      HORTEN,
    ).expect(403);
    expect(pointers(other)).toEqual(['/body/layer']);
    const { body: unknown } = await post(`/api/cycles/${CYCLE}/tasks`, {
      ...newTask,
      layer: '50-x',
      unitId: 'nobody',
    }).expect(400);
    expect(pointers(unknown)).toEqual(['/body/layer', '/body/unitId']);
    const bulk = { tasks: [TASK, OTHER].map((id) => ({ id, version: 1 })), change: { status: 'done' } };
    const { body: notTheirs } = await post(`/api/cycles/${CYCLE}/bulk`, bulk, HORTEN).expect(403);
    expect(pointers(notTheirs)).toEqual(['/body/tasks/0', '/body/tasks/1']);
    await adjust(HORTEN, 0, { hidden: 'x' }, SANDE).expect(403);
    for (const call of ['publish', 'archive', 'regenerate', 'rollover'])
      await post(`/api/cycles/${CYCLE}/${call}`, {}, HORTEN).expect(403);
    await patch(`/api/tasks/${TASK}`, 1, { title: 'Endret av fylket' }).expect(200);
    await post(`/api/cycles/${CYCLE}/undo`, { revision: 2 }, HORTEN).expect(403);
    expect((await get(`/api/cycles/${CYCLE}`)).revision).toBe(2);
  });

  it('let the responsible unit tell how far it has come with a common task', async () => {
    await patch(`/api/tasks/${TASK}`, 1, { unitId: HORTEN }).expect(200);
    await patch(`/api/tasks/${TASK}`, 2, { status: 'done' }, HORTEN).expect(200);
    await patch(`/api/tasks/${TASK}`, 3, { status: 'done', title: 'x' }, HORTEN).expect(403);
    await patch(`/api/tasks/${TASK}`, 3, { status: 'started' }, SANDE).expect(403);
  });

  it('tell a unit the version to change its view from, once it has taken its own change back, too', async () => {
    await adjust(HORTEN, 0, { status: 'done' }).expect(200);
    await post(`/api/cycles/${CYCLE}/undo`, {}, HORTEN).expect(200);
    const { status, adjustment } = await get(`/api/tasks/${TASK}?unit=${HORTEN}`);
    expect([status, adjustment.status]).toEqual(['planned', null]);
    await adjust(HORTEN, adjustment.version, { status: 'started' }).expect(200);
  });

  it('let a unit hide a common task from its own view, with a reason', async () => {
    expect(pointers((await adjust(HORTEN, 0, { hidden: ' ' }).expect(400)).body)).toEqual(['/body/hidden']);
    const { body, headers } = await adjust(HORTEN, 0, { hidden: 'Vi har ikke åpen skole.' }).expect(200);
    expect(body).toEqual({
      hidden: 'Vi har ikke åpen skole.',
      start: null,
      end: null,
      status: null,
      ticked: null,
      version: 1,
    });
    expect(headers.etag).toBe('"1"');
    expect(ids(await seenBy(HORTEN))).not.toContain(TASK);
    expect(ids(await seenBy(HORTEN, '&hidden=include'))).toContain(TASK);
    expect(ids(await seenBy(HORTEN, '&hidden=only'))).toEqual([TASK]);
    expect(ids(await seenBy(SANDE))).toContain(TASK);
    expect((await get(`/api/tasks/${TASK}`)).version).toBe(1);
    await adjust(HORTEN, 0, { hidden: null }).expect(412);
    expect(await get(`/api/cycles/${CYCLE}/history?task=${TASK}`)).toMatchObject([
      { who: HORTEN, action: 'changed', changes: [{ taskId: TASK, unit: HORTEN }] },
    ]);
    await post(`/api/cycles/${CYCLE}/undo`, {}, HORTEN).expect(200);
    expect(ids(await seenBy(HORTEN))).toContain(TASK);
    await post(`/api/cycles/${CYCLE}/redo`, {}, HORTEN).expect(200);
    expect(ids(await seenBy(HORTEN))).not.toContain(TASK);
    await adjust(HORTEN, 3, { hidden: null }).expect(200);
    expect(ids(await seenBy(HORTEN))).toContain(TASK);
  });

  it('let a unit set its own date inside the window that the county allows, and nowhere else', async () => {
    expect(pointers((await adjust(HORTEN, 0, { start: '2027-01-28' }).expect(400)).body)).toEqual([
      '/body/end',
      '/body/start',
    ]);
    const { body: allowed } = await patch(`/api/tasks/${TASK}`, 1, {
      leeway: { before: 7, after: 7 },
    }).expect(200);
    expect(allowed.window).toEqual({ from: '2027-01-20', to: '2027-02-03' });
    await adjust(HORTEN, 0, { start: '2027-02-04' }).expect(400);
    await adjust(HORTEN, 0, { start: '2027-01-28', end: '2027-01-27' }).expect(400);
    await adjust(HORTEN, 0, { start: '2027-02-03' }).expect(200);
    const seen = await get(`/api/tasks/${TASK}?unit=${HORTEN}`);
    expect(seen).toMatchObject({ start: '2027-02-03', end: '2027-02-03', window: allowed.window });
    expect(seen.why.at(-1)).toBe('Enhetens egen dato i stedet for 27. januar 2027: onsdag 3. februar 2027.');
    expect((await get(`/api/tasks/${TASK}?unit=${SANDE}`)).start).toBe('2027-01-27');
    // The county takes the leeway back: the common date counts again.
    await patch(`/api/tasks/${TASK}`, 2, { leeway: null }).expect(200);
    expect((await get(`/api/tasks/${TASK}?unit=${HORTEN}`)).start).toBe('2027-01-27');
    // And does not stand in the way of what the unit says of its progress.
    await adjust(HORTEN, 1, { status: 'done' }).expect(200);
  });

  it('say which days are wrong with a unit’s own date, for a page to word', async () => {
    await patch(`/api/tasks/${TASK}`, 1, { leeway: { before: 180, after: 180 } }).expect(200);
    const refused = async (body: object) => (await adjust(HORTEN, 0, body).expect(400)).body.errors;
    const turned = { start: '2027-01-28', end: '2027-01-27' };
    expect(await refused(turned)).toMatchObject([
      { pointer: '/body/end', code: 'end-before-start', data: turned },
    ]);
    expect(await refused({ start: '2026-07-31', end: '2026-08-01' })).toMatchObject([
      { pointer: '/body/start', code: 'outside-school-year', data: { date: '2026-07-31' } },
    ]);
    await patch(`/api/tasks/${TASK}`, 2, { startTime: '02:30', endTime: '04:00' }).expect(200);
    const night = '2027-03-28';
    expect(await refused({ start: night, end: night })).toMatchObject([
      { pointer: '/body/start', code: 'skipped-time', data: { date: night } },
    ]);
  });

  it('come along in a rollover: own tasks, what is hidden, own dates in the same place', async () => {
    await post(`/api/cycles/${CYCLE}/tasks`, newTask, HORTEN).expect(201);
    await patch(`/api/tasks/${TASK}`, 1, { leeway: { before: 7, after: 7 } }).expect(200);
    await adjust(HORTEN, 0, { start: '2027-01-28' }).expect(200);
    await adjust(SANDE, 0, { hidden: 'Ikke hos oss.' }).expect(200);
    const { body: preview } = await post(`/api/cycles/${CYCLE}/rollover?preview=true`).expect(200);
    await post(`/api/cycles/${CYCLE}/rollover`, { token: preview.token }).expect(200);
    const next = '39-2027-2028';
    const of = (unit: string, query = '') => get(`/api/cycles/${next}/tasks?unit=${unit}${query}`);
    expect(await of(HORTEN, `&layer=${HORTEN}`)).toMatchObject([
      { title: 'Foreldremøte', layer: HORTEN, start: '2027-09-16', startTime: '18:00' },
    ]);
    const own = await get(`/api/tasks/${next}-apen-skole?unit=${HORTEN}`);
    expect([own.adjustment.start, own.start]).toEqual(['2028-01-27', '2028-01-27']);
    expect(ids(await of(SANDE, '&hidden=only'))).toEqual([`${next}-apen-skole`]);
  });

  it('count the workload of each unit, with the weeks that stand out', async () => {
    const load = () => get(`/api/cycles/${CYCLE}/workload?unit=${HORTEN}`);
    const week37 = (weeks: { week: number }[]) => weeks.find(({ week }) => week === 37);
    expect(week37(await load())).toMatchObject({ actor: 'school', standsOut: false });
    for (let n = 0; n < 30; n += 1)
      await post(`/api/cycles/${CYCLE}/tasks`, { ...newTask, title: `Møte ${n}` }, HORTEN).expect(201);
    expect(week37(await load())).toMatchObject({ unitId: HORTEN, standsOut: true });
    const all = await get(`/api/cycles/${CYCLE}/workload`);
    const sandes = all.find(
      (each: { week: number; unitId: string }) => each.week === 37 && each.unitId === SANDE,
    );
    expect(sandes.standsOut).toBe(false);
  });

  it('are drafted, published, archived and restored', async () => {
    const year = { county: '50', schoolYear: '2026/2027' };
    const { body } = await post('/api/cycles', year).expect(201);
    expect(body).toMatchObject({ id: '50-2026-2027', state: 'draft', publishedRevision: null });
    await post('/api/cycles', year).expect(409);
    expect(pointers((await post('/api/cycles', { ...year, county: '99' }).expect(400)).body)).toEqual([
      '/body/county',
    ]);
    const state = (call: string, revision: number) =>
      post(`/api/cycles/50-2026-2027/${call}`).set('If-Match', `"${revision}"`);
    await state('restore', 1).expect(409);
    expect((await state('publish', 1).expect(200)).body.state).toBe('published');
    expect((await state('archive', 2).expect(200)).body.state).toBe('archived');
    await state('publish', 3).expect(409);
    await patch('/api/tasks/50-2026-2027-skolestart', 1, { title: 'x' }).expect(409);
    expect((await state('restore', 3).expect(200)).body).toMatchObject({
      state: 'published',
      revision: 4,
    });
  });
});
