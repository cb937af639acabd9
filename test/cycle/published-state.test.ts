import request from 'supertest';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';
import { PARENTS_MEETING } from './parents-meeting.js';

const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-apen-skole`;
const HORTEN = '39-horten-videregaende-skole';

onEachDatabase('what is published of a cycle', (createDatabase) => {
  const { service } = freshService(createDatabase);

  const as = (unit?: string) => ({
    Authorization: `Bearer ${ADMIN_TOKEN}`,
    ...(unit && { 'Acting-Unit': unit }),
  });
  const post = (path: string, body: object = {}, unit?: string) =>
    request(service.url).post(path).set(as(unit)).send(body);
  const patch = (path: string, version: number, body: object, unit?: string) =>
    request(service.url).patch(path).set(as(unit)).set('If-Match', `"${version}"`).send(body);
  const shown = (id: string, query = '') =>
    request(service.url).get(`/api/tasks/${id}/view?state=published${query}`).set('Accept-Language', 'nb');
  const revision = async () =>
    (await request(service.url).get(`/api/cycles/${CYCLE}`).set(as())).body.revision;
  const publish = async () =>
    post(`/api/cycles/${CYCLE}/publish`)
      .set('If-Match', `"${await revision()}"`)
      .expect(200);

  it('is shown of a task, not what is edited since, with the name of whose it is', async () => {
    const before = (await shown(TASK).expect(200)).body;
    expect(before).toMatchObject({
      task: { id: TASK, layer: '39', version: 1 },
      layer: { id: '39', name: 'Vestfold' },
    });
    await patch(`/api/tasks/${TASK}`, 1, { title: 'Skolen er åpen' }).expect(200);
    expect((await shown(TASK).expect(200)).body).toEqual(before);
    await publish();
    expect((await shown(TASK).expect(200)).body.task).toMatchObject({ title: 'Skolen er åpen', version: 2 });
  });

  it('is shown of a unit’s own task with the unit’s name, once it is published', async () => {
    await post('/api/units', { county: '39', kind: 'school', name: 'Horten videregående skole' }).expect(201);
    const { body: added } = await post(`/api/cycles/${CYCLE}/tasks`, PARENTS_MEETING, HORTEN).expect(201);
    await shown(added.id).expect(404);
    await publish();
    expect((await shown(added.id).expect(200)).body.layer).toEqual({
      id: HORTEN,
      name: 'Horten videregående skole',
    });
  });

  it('is shown as a unit sees it, with the date that it has published', async () => {
    await post('/api/units', { county: '39', kind: 'school', name: 'Horten videregående skole' }).expect(201);
    await patch(`/api/tasks/${TASK}`, 1, { leeway: { before: 7, after: 7 } }).expect(200);
    await publish();
    const common = (await shown(TASK).expect(200)).body.task;
    const start = common.window.from;
    await patch(`/api/tasks/${TASK}/adjustments/${HORTEN}`, 0, { start }, HORTEN).expect(200);
    expect((await shown(TASK, `&unit=${HORTEN}`).expect(200)).body.task.start).toBe(common.start);
    await publish();
    expect((await shown(TASK, `&unit=${HORTEN}`).expect(200)).body.task).toMatchObject({
      start,
      adjustment: { start },
    });
    expect((await shown(TASK).expect(200)).body.task.start).toBe(common.start);
    expect(pointers((await shown(TASK, '&unit=nothing').expect(400)).body)).toEqual(['/query/unit']);
  });

  it('is answered alike for a task that is unknown, not published, taken out or not public', async () => {
    const { body: unpublished } = await post(`/api/cycles/${CYCLE}/tasks`, PARENTS_MEETING).expect(201);
    const refusals = [await shown('nothing'), await shown(unpublished.id)];
    await publish();
    await request(service.url)
      .delete(`/api/tasks/${unpublished.id}`)
      .set(as())
      .set('If-Match', '"1"')
      .expect(200);
    await publish();
    refusals.push(await shown(unpublished.id));
    await patch(`/api/cycles/${CYCLE}`, await revision(), { public: false }).expect(200);
    refusals.push(await shown(TASK), await shown(`${TASK}@${HORTEN}`));
    expect(refusals.map(({ status, body }) => [status, body.type, body.title])).toEqual(
      refusals.map(() => [404, refusals[0]?.body.type, refusals[0]?.body.title]),
    );
    for (const { body } of refusals) expect(body.detail).toMatch(/^No task has the id \S+\.$/);
    await shown(TASK).set(as()).expect(200);
  });

  it('is not changed by what has been hidden and shown again, moved and put back by undo, or added and taken out', async () => {
    const unpublished = async () =>
      (await request(service.url).get(`/api/cycles/${CYCLE}/changes`).set(as()).expect(200)).body;
    await post('/api/units', { county: '39', kind: 'school', name: 'Horten videregående skole' }).expect(201);
    const adjust = (version: number, hidden: string | null) =>
      patch(`/api/tasks/${TASK}/adjustments/${HORTEN}`, version, { hidden }, HORTEN).expect(200);
    await adjust(0, 'Har ikke.');
    expect(await unpublished()).toMatchObject([
      { change: 'changed', unitName: 'Horten videregående skole', inWords: [{ after: 'Har ikke.' }] },
    ]);
    await adjust(1, null);
    expect(await unpublished()).toEqual([]);
    await publish();
    await adjust(2, 'Har ikke.');
    await adjust(3, null);
    await patch(`/api/tasks/${TASK}`, 1, { start: '2027-01-12' }).expect(200);
    expect(await unpublished()).toMatchObject([{ change: 'changed', inWords: [{ name: 'Når' }] }]);
    await post(`/api/cycles/${CYCLE}/undo`).expect(200);
    const { body: added } = await post(`/api/cycles/${CYCLE}/tasks`, PARENTS_MEETING).expect(201);
    await request(service.url).delete(`/api/tasks/${added.id}`).set(as()).set('If-Match', '"1"').expect(200);
    expect(await unpublished()).toEqual([]);
  });

  it('is what gaps are looked for in when asked to, and else what is edited', async () => {
    const gaps = async (query: string) => {
      const { body } = await request(service.url)
        .get(`/api/cycles/${CYCLE}/gaps${query}`)
        .set(as())
        .expect(200);
      return body.some(
        ({ phase, partner }: Record<string, unknown>) => phase === 'oppfolging-vg1' && partner === 'nav',
      );
    };
    const { body: withNav } = await request(service.url)
      .get(`/api/cycles/${CYCLE}/tasks?phase=oppfolging-vg1&partner=nav&kind=cooperation`)
      .set(as())
      .expect(200);
    const tasks = withNav.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    await post(`/api/cycles/${CYCLE}/bulk`, { tasks, change: { status: 'cancelled' } }).expect(200);
    expect([await gaps(''), await gaps('?state=published')]).toEqual([true, false]);
    await publish();
    expect(await gaps('?state=published')).toBe(true);
  });
});
