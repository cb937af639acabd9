import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import { openDatabase } from '../../src/database/database.js';
import { signInAs } from '../access/sign-in.js';
import { CYCLE } from '../browser/page-service.js';
import { onDatabase, onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { type Listener, listen } from './listen.js';

const TASK = `${CYCLE}-apen-skole`;
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

/** Changes the title of a task, as automation on behalf of somebody. */
async function rename(service: Service, title: string, version: number, who = 'Per'): Promise<void> {
  await request(service.url)
    .patch(`/api/tasks/${TASK}`)
    .set({ ...automation, 'On-Behalf-Of': who, 'If-Match': `"${version}"` })
    .send({ title })
    .expect(200);
}

onEachDatabase('who watches a cycle', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let listeners: Listener[];
  const now = { is: '2026-11-24T10:00:00.000Z' };
  const watch = async (headers: Record<string, string> = automation) => {
    const listener = await listen(service.url, headers);
    listeners.push(listener);
    return listener;
  };
  const person = (name: string, role = 'reader', unitId = '39') =>
    signInAs(service, database.address, { unitId, role, name });
  const look = (headers: Record<string, string>, window = 'one') =>
    request(service.url).post(`/api/tasks/${TASK}/presence`).query({ window }).set(headers).expect(200);

  beforeEach(async () => {
    now.is = '2026-11-24T10:00:00.000Z';
    listeners = [];
    database = await createDatabase('begun');
    service = await startTestService(database.address, { now: () => instant(now.is) });
  });
  afterEach(async () => {
    for (const listener of listeners) listener.leave();
    await service.stop();
    await database.drop();
  });

  it('is told how far it has come, then of each change: the revision, by whom, and of which tasks', async () => {
    const listener = await watch();
    expect(await listener.next('state')).toEqual({ kind: 'state', revision: 1, comments: 0, present: [] });
    await rename(service, 'Åpen dag', 1);
    expect(await listener.next('changed')).toEqual({
      kind: 'changed',
      revision: 2,
      changes: [{ revision: 2, by: 'Per', action: 'changed', tasks: [TASK] }],
    });
  });

  it('is told of comments', async () => {
    const listener = await watch();
    await listener.next('state');
    await request(service.url)
      .post(`/api/tasks/${TASK}/comments`)
      .set(automation)
      .send({ text: 'Husk aulaen.' })
      .expect(201);
    expect(await listener.next('commented')).toEqual({ kind: 'commented', comments: 1 });
  });

  it('is told nothing of another cycle', async () => {
    const call = (path: string) => request(service.url).post(path).set(automation);
    await call('/api/cycles').send({ county: '39', schoolYear: '2027/2028' }).expect(201);
    const listener = await watch();
    await listener.next('state');
    await request(service.url)
      .patch('/api/tasks/39-2027-2028-apen-skole')
      .set({ ...automation, 'If-Match': '"1"' })
      .send({ title: 'Neste år' })
      .expect(200);
    await rename(service, 'I år', 1);
    await listener.next('changed');
    expect(listener.heard).toHaveLength(2);
  });

  it('hears after coming back what was missed, and nothing twice', async () => {
    const first = await watch();
    await first.next('state');
    await rename(service, 'Én', 1);
    await first.next('changed');
    first.leave();
    await rename(service, 'To', 2);
    await rename(service, 'Tre', 3, 'Kari');
    const back = await watch({ ...automation, 'Last-Event-ID': first.lastId() });
    expect(await back.next('changed')).toMatchObject({
      revision: 4,
      changes: [
        { revision: 3, by: 'Per' },
        { revision: 4, by: 'Kari' },
      ],
    });
    expect(back.heard.some(({ kind }) => kind === 'state')).toBe(false);
  });

  it('hears how it stands, not each change, after coming back from far behind', async () => {
    const store = openDatabase(database.address);
    await store.updateTable('cycles').set({ revision: 1002 }).where('id', '=', CYCLE).execute();
    await store.destroy();
    const back = await watch({ ...automation, 'Last-Event-ID': '1.0' });
    expect(await back.next('state')).toEqual({ kind: 'state', revision: 1002, comments: 0, present: [] });
    expect(back.heard).toHaveLength(1);
    expect(back.lastId()).toBe('1002.0');
  });

  it('is told who else is looking at a task, and when they look no longer', async () => {
    const [kari, per] = [await person('Kari'), await person('Per')];
    const listener = await watch(kari.headers);
    expect((await listener.next('state')).present).toEqual([]);
    expect((await look(kari.headers)).body).toEqual([]);
    await look(per.headers);
    await look(per.headers, 'two');
    expect((await listener.next('present')).present).toEqual([{ taskId: TASK, name: 'Per' }]);
    expect((await look(kari.headers)).body).toEqual([{ taskId: TASK, name: 'Per' }]);
    for (const window of ['one', 'two'])
      await request(service.url)
        .delete(`/api/tasks/${TASK}/presence`)
        .query({ window })
        .set(per.headers)
        .expect(200);
    expect((await listener.next('present')).present).toEqual([]);
  });

  it('leaves a task that was deleted while it was looked at', async () => {
    const kari = await person('Kari', 'county-coordinator');
    const { body: task } = await request(service.url)
      .post(`/api/cycles/${CYCLE}/tasks`)
      .set(automation)
      .send({
        title: 'Foreldremøte',
        kind: 'activity',
        phase: 'oppstart-vg1',
        category: 'koordinering',
        actor: 'school',
        partners: [],
        start: '2026-09-10',
      })
      .expect(201);
    const path = `/api/tasks/${task.id}`;
    const ofWindow = { window: 'one' };
    await request(service.url).post(`${path}/presence`).query(ofWindow).set(kari.headers).expect(200);
    await request(service.url).delete(path).set(automation).set('If-Match', '"1"').expect(200);
    await request(service.url).post(`${path}/presence`).query(ofWindow).set(kari.headers).expect(404);
    await request(service.url).delete(`${path}/presence`).query(ofWindow).set(kari.headers).expect(200);
  });

  it('is told that somebody has gone who has not been heard of for half a minute', async () => {
    const [kari, per] = [await person('Kari'), await person('Per')];
    await look(per.headers);
    const listener = await watch(kari.headers);
    expect((await listener.next('state')).present).toEqual([{ taskId: TASK, name: 'Per' }]);
    now.is = '2026-11-24T10:00:31.000Z';
    expect((await listener.next('present')).present).toEqual([]);
  });

  it('is not told of somebody who has been erased', async () => {
    const [kari, per] = [await person('Kari'), await person('Per')];
    await look(per.headers);
    const listener = await watch(kari.headers);
    await listener.next('state');
    const exported = await request(service.url).get(`/api/people/${per.id}/export`).set(automation);
    expect(exported.body.looking).toMatchObject([{ taskId: TASK }]);
    await request(service.url)
      .delete(`/api/people/${per.id}`)
      .set({ ...automation, 'If-Match': '"1"' })
      .expect(200);
    expect((await listener.next('present')).present).toEqual([]);
  });

  it('speaks from the unit that the address names, as browsers send no headers of their own', async () => {
    const { headers } = await person('Kari');
    const path = `/api/cycles/${CYCLE}/events?acting-unit=39-fjellet`;
    await request(service.url).get(path).set(headers).expect(403);
  });

  it('gets the events as they come, neither compressed nor kept', async () => {
    const listener = await watch({ ...automation, 'Accept-Encoding': 'gzip, br' });
    expect(Object.fromEntries(listener.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(listener.headers.has('content-encoding')).toBe(false);
    await listener.next('state');
  });

  it('may do so in twenty windows at once', async () => {
    const { headers } = await person('Kari');
    for (let window = 0; window < 20; window += 1) await watch(headers);
    await expect(watch(headers)).rejects.toThrow('429');
    listeners[0]?.leave();
    await expect.poll(() => watch(headers).then(() => 'let in', String)).toBe('let in');
  });

  it('is let go when the service stops', async () => {
    const listener = await watch();
    await listener.next('state');
    await service.stop();
    await listener.ended;
    service = await startTestService(database.address);
  });
});

onDatabase('PostgreSQL', 'two instances', (createDatabase) => {
  it('tell each other’s watchers of changes, comments and who is looking', async () => {
    const database = await createDatabase('begun');
    const [one, two] = [await startTestService(database.address), await startTestService(database.address)];
    const kari = await signInAs(one, database.address, { unitId: '39', role: 'reader', name: 'Kari' });
    const listeners = [await listen(one.url, automation), await listen(two.url, automation)];
    for (const each of listeners) await each.next('state');
    await rename(one, 'Fra den ene', 1);
    await rename(two, 'Fra den andre', 2);
    await request(two.url).post(`/api/tasks/${TASK}/presence?window=one`).set(kari.headers).expect(200);
    for (const each of listeners) {
      await expect
        .poll(() => each.heard.flatMap((event) => (event.kind === 'changed' ? event.changes : [])))
        .toMatchObject([{ revision: 2 }, { revision: 3 }]);
      expect((await each.next('present')).present).toEqual([{ taskId: TASK, name: 'Kari' }]);
      each.leave();
    }
    await Promise.all([one.stop(), two.stop()]);
    await database.drop();
  });
});
