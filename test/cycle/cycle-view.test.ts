import request from 'supertest';
import { expect, it } from 'vitest';
import type { CycleView } from '../../src/cycle/view/cycle-view.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';

const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-apen-skole`;
const HORTEN = '39-horten-videregaende-skole';

onEachDatabase('what is published of a cycle', (createDatabase) => {
  const { service } = freshService(createDatabase);

  const token = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const read = (path = `/api/cycles/${CYCLE}/view?state=published`) => request(service.url).get(path);
  const published = async (query = ''): Promise<CycleView> =>
    (await read(`/api/cycles/${CYCLE}/view?state=published${query}`).expect(200)).body;
  const patch = (path: string, version: number, body: object) =>
    request(service.url).patch(path).set(token).set('If-Match', `"${version}"`).send(body);
  const setPublic = (isPublic: boolean, revision = 1) =>
    patch(`/api/cycles/${CYCLE}`, revision, { public: isPublic });

  it('is open to anyone in the first cycle, with the names and days that a page needs', async () => {
    const { cycle, county, schoolYear, vocabulary, tasks, measures } = await published();
    expect(cycle).toMatchObject({ id: CYCLE, public: true });
    expect(county).toEqual({ number: '39', name: 'Vestfold', publicCoverage: false });
    expect(schoolYear).toMatchObject({ from: '2026-08-01', to: '2027-07-31' });
    expect(schoolYear.breaks[0]).toEqual({
      id: 'autumn-break',
      name: 'høstferie',
      from: '2026-10-05',
      to: '2026-10-09',
    });
    expect(schoolYear.holidays).toContainEqual({ date: '2027-05-17', name: '17. mai' });
    expect(vocabulary.phases).toHaveLength(7);
    const served = new Set(tasks.flatMap((task) => task.measures));
    expect(new Set(measures.map(({ id }) => id))).toEqual(served);
  });

  it('is in the language that is asked for', async () => {
    const { vocabulary } = await published('&language=en');
    expect(vocabulary.actors.map(({ name }) => name)).toContain('School');
  });

  it('does not show a change before it is published', async () => {
    const titleNow = async () => (await published()).tasks.find(({ id }) => id === TASK)?.title;
    const before = await titleNow();
    await patch(`/api/tasks/${TASK}`, 1, { title: 'Åpen dag' }).expect(200);
    expect(await titleNow()).toBe(before);
    expect(before).not.toBe('Åpen dag');
    await request(service.url)
      .post(`/api/cycles/${CYCLE}/publish`)
      .set(token)
      .set('If-Match', '"2"')
      .expect(200);
    expect(await titleNow()).toBe('Åpen dag');
  });

  it('leaves out units’ own tasks, unless it is read as a unit sees it', async () => {
    await request(service.url)
      .post('/api/units')
      .set(token)
      .send({ county: '39', kind: 'school', name: 'Horten videregående skole' })
      .expect(201);
    const own = {
      title: 'Skolens temadag',
      kind: 'activity',
      phase: 'oppstart-vg1',
      category: 'koordinering',
      actor: 'school',
      start: '2026-09-10',
    };
    await request(service.url)
      .post(`/api/cycles/${CYCLE}/tasks`)
      .set({ ...token, 'Acting-Unit': HORTEN })
      .send(own)
      .expect(201);
    await request(service.url)
      .post(`/api/cycles/${CYCLE}/publish`)
      .set(token)
      .set('If-Match', '"2"')
      .expect(200);
    const has = async (query: string) =>
      (await published(query)).tasks.some(({ title }) => title === 'Skolens temadag');
    expect(await has('')).toBe(false);
    expect(await has(`&unit=${HORTEN}`)).toBe(true);
    const elsewhere = [`/cycles/${CYCLE}/list.svg?`, `/api/cycles/${CYCLE}/table?format=csv&state=published`];
    for (const path of elsewhere) {
      const told = async (query: string) => {
        const { body, text } = await read(`${path}${query}`).expect(200);
        return `${text ?? body}`.includes('Skolens temadag');
      };
      expect(await told(''), path).toBe(false);
      expect(await told(`&unit=${HORTEN}`), path).toBe(true);
      expect(await told(`&layer=${HORTEN}`), path).toBe(true);
    }
    expect(
      pointers((await read(`/api/cycles/${CYCLE}/view?state=published&unit=39-nowhere`).expect(400)).body),
    ).toEqual(['/query/unit']);
  });

  it('is closed and opened by the county alone, and its history tells', async () => {
    await request(service.url)
      .patch(`/api/cycles/${CYCLE}`)
      .set({ ...token, 'Acting-Unit': HORTEN, 'If-Match': '"1"' })
      .send({ public: false })
      .expect(403);
    await setPublic(false, 7).expect(412);
    const { body: closed } = await setPublic(false).expect(200);
    expect(closed).toMatchObject({ public: false, revision: 2 });
    await read().expect(404);
    await read().set(token).expect(200);
    await setPublic(true, 2).expect(200);
    await read().expect(200);
    const { body: history } = await read(`/api/cycles/${CYCLE}/history`).set(token).expect(200);
    expect(history.slice(0, 2).map(({ action }: { action: string }) => action)).toEqual(['opened', 'closed']);
  });

  it('is not told apart from a cycle that is not there', async () => {
    await setPublic(false).expect(200);
    const [closed, nowhere] = [
      await read().expect(404),
      await read('/api/cycles/39-1999-2000/view?state=published').expect(404),
    ];
    expect({ ...closed.body, detail: '' }).toEqual({ ...nowhere.body, detail: '' });
  });

  it('is nothing while a cycle is a draft, open or not', async () => {
    await request(service.url)
      .post('/api/cycles')
      .set(token)
      .send({ county: '39', schoolYear: '2027/2028' })
      .expect(201);
    const draft = '/api/cycles/39-2027-2028';
    await patch(draft, 1, { public: true }).expect(200);
    await read(`${draft}/view?state=published`).expect(404);
  });

  it('shows what is edited to readers of the county, and to nobody else', async () => {
    await patch(`/api/tasks/${CYCLE}-apen-skole`, 1, { title: 'Skolen er åpen' }).expect(200);
    const title = ({ tasks }: CycleView) => tasks.find(({ id }) => id === `${CYCLE}-apen-skole`)?.title;
    const edited: CycleView = (await read(`/api/cycles/${CYCLE}/view`).set(token).expect(200)).body;
    expect(title(edited)).toBe('Skolen er åpen');
    expect(title(await published())).not.toBe('Skolen er åpen');
    await read(`/api/cycles/${CYCLE}/view`).expect(401);
    await read(`/api/tasks/${CYCLE}-apen-skole/view`).expect(401);
    const { body } = await read(`/api/tasks/${CYCLE}-apen-skole/view`).set(token).expect(200);
    expect(body).toMatchObject({ task: { title: 'Skolen er åpen', version: 2 }, layer: { id: '39' } });
  });

  it('is subscribed to by anyone, by one feed for the same picks in any order', async () => {
    const subscribe = (filter: object) =>
      request(service.url).post(`/api/cycles/${CYCLE}/feeds`).send({ language: 'nb', filter });
    const filter = { phases: ['oppstart-vg1', 'oppfolging-vg1'], kinds: ['deadline'] };
    const { body: feed } = await subscribe(filter).expect(200);
    expect(feed.name).toBe('Årshjul Vestfold: Oppstart Vg1, Oppfølging Vg1, Frist');
    const { body: same } = await subscribe({ ...filter, phases: [...filter.phases].reverse() }).expect(200);
    expect(same.url).toBe(feed.url);
    const { text } = await request(service.url).get(new URL(feed.url).pathname).expect(200);
    const picked = (await published()).tasks.filter(
      ({ phase, kind }) => filter.phases.includes(phase) && kind === 'deadline',
    );
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(picked.length);
    const { body: other } = await subscribe({}).expect(200);
    expect(other.url).not.toBe(feed.url);
  });

  it('is subscribed to under a name that tells all of the filter', async () => {
    const nameOf = async (filter: object) => {
      const order = { language: 'nb', filter };
      return (await request(service.url).post(`/api/cycles/${CYCLE}/feeds`).send(order).expect(200)).body
        .name;
    };
    expect(await nameOf({ statuses: ['done'], text: 'nav' })).toBe('Årshjul Vestfold: Gjort, ordene «nav»');
    expect(await nameOf({ from: '2026-09-01', to: '2026-10-31' })).toMatch(/: fra .*2026, til .*2026$/);
  });

  it('makes sixty new feeds for an address in a quarter of an hour, and goes on giving those that are there', async () => {
    const subscribe = (n: number) =>
      request(service.url)
        .post(`/api/cycles/${CYCLE}/feeds`)
        .send({ language: 'nb', filter: { text: `ord ${n}` } });
    for (let n = 0; n < 60; n += 1) await subscribe(n).expect(200);
    const { body, headers } = await subscribe(60).expect(429);
    expect(body.type).toBe('urn:arshjul:problem:too-many-requests');
    expect(headers['retry-after']).toBe('900');
    await subscribe(0).expect(200);
  });

  it('is left out of the feed of everybody while it is closed, and stays in those with an owner', async () => {
    const second = '39-2027-2028';
    const create = { county: '39', schoolYear: '2027/2028' };
    await request(service.url).post('/api/cycles').set(token).send(create).expect(201);
    await request(service.url)
      .post(`/api/cycles/${second}/publish`)
      .set(token)
      .set('If-Match', '"1"')
      .expect(200);
    const { body: shared } = await request(service.url)
      .post(`/api/cycles/${CYCLE}/feeds`)
      .send({ language: 'nb', filter: {} })
      .expect(200);
    const { body: owned } = await request(service.url)
      .post('/api/feeds')
      .set(token)
      .send({ county: '39' })
      .expect(201);
    const cyclesIn = async ({ url }: { url: string }) => {
      const { text } = await request(service.url).get(new URL(url).pathname).expect(200);
      return [CYCLE, second].filter((id) => text.replaceAll('\r\n ', '').includes(`UID:${id}-`));
    };
    expect(await cyclesIn(shared)).toEqual([CYCLE]);
    expect(await cyclesIn(owned)).toEqual([CYCLE, second]);
    await patch(`/api/cycles/${second}`, 2, { public: true }).expect(200);
    expect(await cyclesIn(shared)).toEqual([CYCLE, second]);
    await setPublic(false).expect(200);
    expect(await cyclesIn(shared)).toEqual([second]);
    await patch(`/api/cycles/${second}`, 3, { public: false }).expect(200);
    expect(await cyclesIn(shared)).toEqual([]);
    expect(await cyclesIn(owned)).toEqual([CYCLE, second]);
  });

  it('makes one feed when many ask for the same at once', async () => {
    const asked = await Promise.all(
      [...Array(10).keys()].map(() =>
        request(service.url)
          .post(`/api/cycles/${CYCLE}/feeds`)
          .send({ language: 'nb', filter: { actors: ['school'] } }),
      ),
    );
    expect(asked.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(asked.map(({ body }) => body.url)).size).toBe(1);
  });

  it('is not subscribed to with a filter of another county’s unit, nor when it is closed or the feed withdrawn', async () => {
    const subscribe = (filter: object) =>
      request(service.url).post(`/api/cycles/${CYCLE}/feeds`).send({ language: 'nb', filter });
    expect(pointers((await subscribe({ unit: '03-nowhere' }).expect(400)).body)).toEqual([
      '/body/filter/unit',
    ]);
    await subscribe({}).expect(200);
    const { body: feeds } = await request(service.url).get('/api/feeds').set(token).expect(200);
    const shared = feeds.find(({ owner }: { owner: string }) => owner === 'everybody');
    await request(service.url)
      .delete(`/api/feeds/${shared.id}`)
      .set({ ...token, 'If-Match': '"1"' })
      .expect(200);
    await subscribe({}).expect(409);
    await setPublic(false).expect(200);
    await subscribe({ kinds: ['deadline'] }).expect(404);
  });
});
