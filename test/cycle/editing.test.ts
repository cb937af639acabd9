import request from 'supertest';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';
import { PARENTS_MEETING } from './parents-meeting.js';

const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-skolestart`;
const OTHER = `${CYCLE}-apen-skole`;

onEachDatabase('editing a cycle', (createDatabase) => {
  const { service } = freshService(createDatabase, { settings: { BASE_URL: 'https://arshjul.example' } });

  const as = (who: string) => ({ Authorization: `Bearer ${ADMIN_TOKEN}`, 'On-Behalf-Of': who });
  const get = async (path: string) =>
    (await request(service.url).get(path).set(as('reader')).expect(200)).body;
  const post = (path: string, body: object = {}, who = 'kari') =>
    request(service.url).post(path).set(as(who)).send(body);
  const patch = (id: string, version: number, body: object, who = 'kari', query = '') =>
    request(service.url)
      .patch(`/api/tasks/${id}${query}`)
      .set(as(who))
      .set('If-Match', `"${version}"`)
      .send(body);
  const task = (id = TASK) => get(`/api/tasks/${id}`);

  it('changes the fields that are sent and no other, one version on', async () => {
    const before = await task();
    const { body, headers } = await patch(TASK, 1, { title: 'Velkommen', status: 'started' }).expect(200);
    expect(headers.etag).toBe('"2"');
    expect(body).toEqual({
      ...before,
      title: 'Velkommen',
      status: 'started',
      version: 2,
      updatedAt: '2026-11-24T10:00:00.000Z',
    });
    expect(await task()).toEqual(body);
  });

  it('moves a task by a date, and keeps the reasons it had', async () => {
    const { body } = await patch(OTHER, 1, { start: '2027-01-28' }).expect(200);
    expect([body.start, body.end]).toEqual(['2027-01-28', '2027-01-28']);
    expect(body.why.join(' ')).toContain('Fast ukedag: onsdag i uke 4');
    expect(body.why.at(-1)).toBe('Flyttet for hånd fra 27. januar 2027 til torsdag 28. januar 2027.');
  });

  it('moves a task by a rule, and tells its reasons', async () => {
    const rule = { template: 'skolestart', plus: { schoolDays: 3 }, roll: 'none' };
    const { body } = await patch(OTHER, 1, { rule }).expect(200);
    expect(body.start).toBe('2026-08-20');
    // What the template says of its own rule, and where that was read, is not true of another.
    expect(body.why).toEqual([
      'Starten av «Skolestart» er mandag 17. august 2026.',
      '3 skoledager etter: torsdag 20. august 2026.',
    ]);
    expect(body.basis).toBe('customary');
  });

  it('keeps the reasons of a rule that is sent again as it stands', async () => {
    const before = await get(`/api/tasks/${OTHER}`);
    const { body } = await patch(OTHER, 1, { rule: before.rule }).expect(200);
    expect(body).toEqual(before);
  });

  it('leaves everything as it is when nothing is changed, and tells whoever comes late all the same', async () => {
    const before = await task();
    const present = {
      title: before.title,
      description: before.description,
      start: before.start,
      end: before.end,
      partners: before.partners,
      status: before.status,
    };
    for (const body of [{}, present]) {
      const answer = await patch(TASK, 1, body).expect(200);
      expect(answer.headers.etag).toBe('"1"');
      expect(answer.body).toEqual(before);
    }
    expect((await get(`/api/cycles/${CYCLE}`)).revision).toBe(1);
    expect(await task()).toEqual(before);
    await patch(TASK, 2, {}).expect(412);
  });

  it('takes a day that a rule has given for set by hand when something else is changed with it', async () => {
    const { start, title } = await task();
    const { body } = await patch(TASK, 1, { start, status: 'started' }).expect(200);
    expect(body).toMatchObject({ start, title, rule: null, version: 2 });
  });

  it('adds a task, cancels it, restores it, deletes it, and brings it back', async () => {
    const { body, headers } = await post(`/api/cycles/${CYCLE}/tasks`, PARENTS_MEETING).expect(201);
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({ origin: 'local', start: '2026-09-10', end: '2026-09-10', version: 1 });
    await patch(body.id, 1, { status: 'cancelled' }).expect(200);
    await patch(body.id, 2, { status: 'planned' }).expect(200);
    await request(service.url)
      .delete(`/api/tasks/${body.id}`)
      .set(as('kari'))
      .set('If-Match', '"3"')
      .expect(200);
    await request(service.url).get(`/api/tasks/${body.id}`).set(as('kari')).expect(404);
    await patch(body.id, 4, { title: 'x' }).expect(404);
    await post(`/api/cycles/${CYCLE}/undo`).expect(200);
    expect(await task(body.id)).toMatchObject({ title: 'Foreldremøte', status: 'planned', version: 5 });
  });

  it('adds a task once that was sent twice under one name, as after an answer that was lost', async () => {
    const sent = { ...PARENTS_MEETING, ref: '0123456789abcdef' };
    const [{ body: first }, { body: second }] = [
      await post(`/api/cycles/${CYCLE}/tasks`, sent).expect(201),
      await post(`/api/cycles/${CYCLE}/tasks`, sent).expect(201),
    ];
    expect(second).toEqual(first);
    expect((await get(`/api/cycles/${CYCLE}`)).revision).toBe(2);
    const { body } = await post(`/api/cycles/${CYCLE}/tasks`, { ...PARENTS_MEETING, ref: 'x' }).expect(400);
    expect(pointers(body)).toEqual(['/body/ref']);
    const asked = Array.from({ length: 4 }, () =>
      post(`/api/cycles/${CYCLE}/tasks`, { ...PARENTS_MEETING, ref: 'fedcba9876543210' }).expect(201),
    );
    const ids = (await Promise.all(asked)).map(({ body: { id } }) => id);
    expect(new Set(ids).size).toBe(1);
    expect((await get(`/api/cycles/${CYCLE}`)).revision).toBe(3);
  });

  it('shows a gap when the last cooperation with a partner in a phase is gone, and fills it in one call', async () => {
    const isGap = (gap: Record<string, unknown>) => gap.phase === 'oppfolging-vg1' && gap.partner === 'nav';
    const gapWithNav = async () => (await get(`/api/cycles/${CYCLE}/gaps`)).find(isGap);
    expect(await gapWithNav()).toBeUndefined();
    const withNav: { id: string; version: number }[] = await get(
      `/api/cycles/${CYCLE}/tasks?phase=oppfolging-vg1&partner=nav&kind=cooperation`,
    );
    const tasks = withNav.map(({ id, version }) => ({ id, version }));
    await post(`/api/cycles/${CYCLE}/bulk`, { tasks, change: { status: 'cancelled' } }).expect(200);
    const gap = await gapWithNav();
    expect(gap.fillings.map(({ id }: { id: string }) => id)).toContain('fv1-skole-ot-nav');
    const fill = [{ phase: 'oppfolging-vg1', partner: 'nav', filling: 'fv1-skole-ot-nav' }];
    const { body } = await post(`/api/cycles/${CYCLE}/gaps`, { fill }).expect(201);
    expect(body).toMatchObject([
      {
        kind: 'cooperation',
        partners: ['nav'],
        measures: ['fv1-skole-ot-nav'],
        title: 'Mellom skoler, OT og NAV',
        origin: 'local',
      },
    ]);
    expect(await gapWithNav()).toBeUndefined();
    const { body: refused } = await post(`/api/cycles/${CYCLE}/gaps`, {
      fill: [{ ...fill[0], filling: 'nothing' }],
    }).expect(400);
    expect(pointers(refused)).toEqual(['/body/fill/0/filling']);
  });

  it('keeps a checklist on a task, each step ticked off by itself', async () => {
    const steps = [
      { id: 'a', text: 'Lag klasselister', done: true },
      { id: 'b', text: 'Skriv velkomstbrev', done: false },
    ];
    expect((await patch(TASK, 1, { checklist: steps }).expect(200)).body.checklist).toEqual(steps);
    const { body } = await patch(TASK, 2, { checklist: [steps[0], steps[0]] }).expect(400);
    expect(pointers(body)).toEqual(['/body/checklist']);
  });

  it('keeps what people say about a task, oldest first, and no national identity number', async () => {
    await post(`/api/tasks/${TASK}/comments`, { text: 'Husk tolk.' }, 'kari').expect(201);
    expect(await get(`/api/tasks/${TASK}/comments`)).toMatchObject([
      { who: 'kari', text: 'Husk tolk.', at: '2026-11-24T10:00:00.000Z' },
    ]);
    const { body } = await post(`/api/tasks/${TASK}/comments`, { text: 'Gjelder 01017000027.' }).expect(400);
    expect(pointers(body)).toEqual(['/body/text']);
    await post('/api/tasks/nothing/comments', { text: 'x' }).expect(404);
    await request(service.url).get(`/api/tasks/${TASK}/comments`).expect(401);
  });

  it('refuses to delete a task of the framework', async () => {
    const { body } = await request(service.url)
      .delete(`/api/tasks/${TASK}`)
      .set(as('kari'))
      .set('If-Match', '"1"')
      .expect(409);
    expect(body.detail).toContain('cannot be deleted: set its status to cancelled instead');
  });

  it('refuses a stale change with the present state, and a change without a version', async () => {
    await patch(TASK, 1, { title: 'Én' }).expect(200);
    const { body } = await patch(TASK, 1, { title: 'To' }, 'ola').expect(412);
    expect(body).toMatchObject({ type: 'urn:arshjul:problem:precondition-failed', conflicts: ['title'] });
    expect(body.current).toEqual(await task());
    await request(service.url).patch(`/api/tasks/${TASK}`).set(as('ola')).send({ title: 'To' }).expect(428);
    await request(service.url)
      .patch(`/api/tasks/${TASK}`)
      .set(as('ola'))
      .set('If-Match', '*')
      .send({})
      .expect(400);
    expect((await task()).title).toBe('Én');
  });

  it('merges a stale change of other fields when asked to, and only then', async () => {
    await patch(TASK, 1, { title: 'Én' }).expect(200);
    await patch(TASK, 1, { status: 'done' }, 'ola').expect(412);
    const { body } = await patch(TASK, 1, { status: 'done' }, 'ola', '?stale=merge').expect(200);
    expect(body).toMatchObject({ title: 'Én', status: 'done', version: 3 });
    const { body: refused } = await patch(TASK, 1, { title: 'To' }, 'ola', '?stale=merge').expect(412);
    expect(refused.conflicts).toEqual(['title']);
    await patch(TASK, 99, { title: 'To' }, 'ola', '?stale=merge').expect(412);
  });

  it('tells who changed what when, before and after, per cycle and per task', async () => {
    await patch(TASK, 1, { status: 'started' }, 'ola').expect(200);
    await patch(OTHER, 1, { status: 'done' }, 'kari').expect(200);
    const history = await get(`/api/cycles/${CYCLE}/history`);
    expect(
      history.map(({ revision, who, action }: Record<string, unknown>) => [revision, who, action]),
    ).toEqual([
      [3, 'kari', 'changed'],
      [2, 'ola', 'changed'],
      [1, 'service', 'generated'],
    ]);
    expect(await get(`/api/cycles/${CYCLE}/history?task=${TASK}`)).toEqual([
      {
        revision: 2,
        at: '2026-11-24T10:00:00.000Z',
        who: 'ola',
        action: 'changed',
        takesBack: null,
        message: null,
        isTakenBack: false,
        mayUndo: true,
        changes: [
          {
            taskId: TASK,
            title: (await task()).title,
            unit: null,
            unitName: null,
            change: 'changed',
            fields: { status: { before: 'planned', after: 'started' } },
            inWords: [{ field: 'status', name: 'Status', before: 'Planlagt', after: 'I gang' }],
          },
        ],
      },
    ]);
  });

  it('undoes and redoes one’s own last change, not another’s', async () => {
    await patch(TASK, 1, { status: 'started' }, 'kari').expect(200);
    await patch(OTHER, 1, { status: 'done' }, 'ola').expect(200);
    await post(`/api/cycles/${CYCLE}/undo`, {}, 'kari').expect(200);
    expect([(await task()).status, (await task(OTHER)).status]).toEqual(['planned', 'done']);
    await post(`/api/cycles/${CYCLE}/redo`, {}, 'kari').expect(200);
    expect((await task()).status).toBe('started');
    await post(`/api/cycles/${CYCLE}/undo`, {}, 'kari').expect(200);
    expect((await task()).status).toBe('planned');
    const { body } = await post(`/api/cycles/${CYCLE}/undo`, {}, 'kari').expect(409);
    expect(body.detail).toBe('You have no change to take back.');
    await post(`/api/cycles/${CYCLE}/redo`, {}, 'per').expect(409);
  });

  it('undoes any earlier change, unless a later one depends on it', async () => {
    await patch(TASK, 1, { status: 'started' }).expect(200);
    await patch(TASK, 2, { title: 'Velkommen' }, 'ola').expect(200);
    await post(`/api/cycles/${CYCLE}/undo`, { revision: 2 }, 'ola').expect(200);
    expect(await task()).toMatchObject({ status: 'planned', title: 'Velkommen' });
    await patch(TASK, 4, { title: 'Enda en' }).expect(200);
    const { body } = await post(`/api/cycles/${CYCLE}/undo`, { revision: 3 }).expect(409);
    expect(body.refusal).toEqual({ code: 'changed-later', entryId: TASK, fields: ['title'] });
    await post(`/api/cycles/${CYCLE}/undo`, { revision: 2 }).expect(409);
    await post(`/api/cycles/${CYCLE}/undo`, { revision: 99 }).expect(404);
    await post(`/api/cycles/${CYCLE}/undo`, { revision: 1 }).expect(409);
    expect((await get(`/api/cycles/${CYCLE}`)).revision).toBe(5);
  });

  it('changes many at once, all of them or none', async () => {
    const at = (id: string, version: number) => ({ id, version });
    const move = { tasks: [at(TASK, 1), at(OTHER, 1)], change: { move: { schoolDays: 2 } } };
    const { body } = await post(`/api/cycles/${CYCLE}/bulk`, move).expect(200);
    expect(body.map(({ start }: { start: string }) => start)).toEqual(['2026-08-19', '2027-01-29']);
    const { body: refused } = await post(`/api/cycles/${CYCLE}/bulk`, {
      ...move,
      tasks: [at(TASK, 2), at('nothing', 1)],
    }).expect(400);
    expect(pointers(refused)).toEqual(['/body/tasks/1']);
    const { body: tooFar } = await post(`/api/cycles/${CYCLE}/bulk`, {
      tasks: [at(TASK, 2), at(OTHER, 2)],
      change: { move: { schoolDays: 180 } },
    }).expect(400);
    expect(pointers(tooFar)).toEqual(['/body/tasks/1']);
    const { body: several } = await post(`/api/cycles/${CYCLE}/bulk`, {
      tasks: [at('nothing', 1), at(TASK, 2), at(OTHER, 2), at(TASK, 2)],
      change: { move: { schoolDays: 180 } },
    }).expect(400);
    expect(several.errors).toEqual([
      { pointer: '/body/tasks/0', detail: 'is not a task of the cycle', code: 'unknown-task' },
      { pointer: '/body/tasks/2', detail: 'would fall outside the school year', code: 'leaves-school-year' },
      { pointer: '/body/tasks/3', detail: 'is given twice', code: 'named-twice' },
    ]);
    const { body: nowhere } = await post(`/api/cycles/${CYCLE}/bulk`, {
      tasks: [at(TASK, 2), at(OTHER, 2)],
      change: { assign: { unitId: '39-nowhere' } },
    }).expect(400);
    expect(nowhere.errors).toMatchObject([
      { pointer: '/body/tasks/0', code: 'unknown-unit', data: { id: '39-nowhere' } },
      { pointer: '/body/tasks/1', code: 'unknown-unit', data: { id: '39-nowhere' } },
    ]);
    const { body: stale } = await post(`/api/cycles/${CYCLE}/bulk`, move).expect(412);
    expect(pointers(stale)).toEqual(['/body/tasks/0/version', '/body/tasks/1/version']);
    expect(stale.current.map(({ version }: { version: number }) => version)).toEqual([2, 2]);
    expect((await task()).start).toBe('2026-08-19');
    await post(`/api/cycles/${CYCLE}/undo`).expect(200);
    expect([(await task()).start, (await task(OTHER)).start]).toEqual(['2026-08-17', '2027-01-27']);
  });

  it('gives many another level at once, and takes it back', async () => {
    const levels = async () => [(await task()).level, (await task(OTHER)).level];
    const before = await levels();
    const { body } = await post(`/api/cycles/${CYCLE}/bulk`, {
      tasks: [
        { id: TASK, version: 1 },
        { id: OTHER, version: 1 },
      ],
      change: { level: 'complete' },
    }).expect(200);
    expect(body.map(({ level }: { level: string }) => level)).toEqual(['complete', 'complete']);
    expect(before).not.toEqual(await levels());
    await post(`/api/cycles/${CYCLE}/undo`).expect(200);
    expect(await levels()).toEqual(before);
    const { body: unknown } = await post(`/api/cycles/${CYCLE}/bulk`, {
      tasks: [{ id: TASK, version: 3 }],
      change: { level: 'important' },
    }).expect(400);
    expect(pointers(unknown)[0]).toMatch(/^\/body\/change/);
  });

  it('leaves those of many as they are that are what is asked for, and their history and redo', async () => {
    await patch(TASK, 1, { status: 'done' }).expect(200);
    const bulk = (tasks: object[], change: object) => post(`/api/cycles/${CYCLE}/bulk`, { tasks, change });
    const done = [{ id: TASK, version: 2 }];
    for (const change of [{ status: 'done' }, { move: { schoolDays: 0 } }]) {
      const { body } = await bulk(done, change).expect(200);
      expect(body).toMatchObject([{ id: TASK, version: 2, status: 'done' }]);
    }
    expect((await get(`/api/cycles/${CYCLE}`)).revision).toBe(2);
    const { body } = await bulk([...done, { id: OTHER, version: 1 }], { status: 'done' }).expect(200);
    expect(body).toMatchObject([
      { id: TASK, version: 2 },
      { id: OTHER, version: 2, status: 'done' },
    ]);
  });

  it('shows subscribers what is published, and in one call what is not', async () => {
    const feed = async () => {
      const [{ url }] = await get('/api/feeds');
      const { text, headers } = await request(service.url).get(new URL(url).pathname).expect(200);
      return { text, etag: headers.etag };
    };
    const before = await feed();
    expect(await get(`/api/cycles/${CYCLE}/changes`)).toEqual([]);
    await patch(TASK, 1, { title: 'Velkommen' }).expect(200);
    const { body: added } = await post(`/api/cycles/${CYCLE}/tasks`, PARENTS_MEETING).expect(201);
    expect(await feed()).toEqual(before);
    const changes = await get(`/api/cycles/${CYCLE}/changes`);
    expect(
      changes
        .map(
          ({ change, task: { id }, fields }: { change: string; task: { id: string }; fields: string[] }) => [
            change,
            id,
            fields,
          ],
        )
        .sort(),
    ).toEqual([
      ['added', added.id, []],
      ['changed', TASK, ['title']],
    ]);
    await request(service.url).post(`/api/cycles/${CYCLE}/publish`).set(as('kari')).expect(428);
    const { body: looked } = await post(`/api/cycles/${CYCLE}/publish`).set('If-Match', '"1"').expect(412);
    expect(looked.current.revision).toBe(3);
    const { body: cycle } = await post(`/api/cycles/${CYCLE}/publish`).set('If-Match', '"3"').expect(200);
    expect(cycle).toMatchObject({
      revision: 4,
      publishedRevision: 4,
      publishedAt: '2026-11-24T10:00:00.000Z',
    });
    expect(await get(`/api/cycles/${CYCLE}/changes`)).toEqual([]);
    const after = await feed();
    expect(after.etag).not.toBe(before.etag);
    expect(after.text).toContain('SUMMARY:Velkommen');
    expect(after.text).toContain(`UID:${added.id}@arshjul`);
  });

  it('refuses a body that is not JSON, or not sent as JSON', async () => {
    const send = (type: string, text: string) =>
      request(service.url)
        .patch(`/api/tasks/${TASK}`)
        .set(as('kari'))
        .set('If-Match', '"1"')
        .set('Content-Type', type)
        .send(text);
    const { body } = await send('application/json', '{"title":').expect(400);
    expect(pointers(body)).toEqual(['/body']);
    await send('text/plain', 'title').expect(415);
    await send('application/merge-patch+json', '{"title":"x"}').expect(200);
    await send('application/json', `{"title":"${'a'.repeat(5_000_000)}"}`).expect(413);
  });

  it('loses no update of writers at once', async () => {
    const ids: string[] = (await get(`/api/cycles/${CYCLE}/tasks`))
      .slice(0, 5)
      .map(({ id }: { id: string }) => id);
    const write = async (writer: number) => {
      const id = ids[writer % ids.length] ?? '';
      const acknowledged: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        const { version } = await task(id);
        const { status, body } = await patch(id, version, { title: `${writer}/${n}` }, `w${writer}`);
        expect([200, 412]).toContain(status);
        if (status === 200) acknowledged.push(body.version);
      }
      return acknowledged.length;
    };
    const acknowledged = (await Promise.all([...Array(10).keys()].map(write))).reduce(
      (sum, count) => sum + count,
      0,
    );
    const history = await get(`/api/cycles/${CYCLE}/history`);
    expect(history.length - 1).toBe(acknowledged);
    expect((await get(`/api/cycles/${CYCLE}`)).revision).toBe(1 + acknowledged);
  });
});
