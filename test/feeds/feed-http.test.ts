import ICAL from 'ical.js';
import request from 'supertest';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Instant, instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';

const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-skolestart`;
const HORTEN = '39-horten-videregaende-skole';

interface FeedView {
  id: string;
  url: string;
  version: number;
}

onEachDatabase('a feed over HTTP', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let clock: Instant;

  const start = () =>
    startTestService(database.address, {
      settings: { BASE_URL: 'https://arshjul.example' },
      now: () => clock,
    });

  beforeEach(async () => {
    clock = instant('2026-11-24T10:00:00Z');
    database = await createDatabase('begun');
    service = await start();
  });
  afterEach(async () => {
    await service.stop();
    await database.drop();
  });

  const as = (unit?: string) => ({
    Authorization: `Bearer ${ADMIN_TOKEN}`,
    ...(unit && { 'Acting-Unit': unit }),
  });
  const api = async (path: string, unit?: string) =>
    (await request(service.url).get(path).set(as(unit)).expect(200)).body;
  const post = (path: string, body: object = {}, unit?: string) =>
    request(service.url).post(path).set(as(unit)).send(body);
  const patch = (path: string, version: number, body: object, { url } = service) =>
    request(url).patch(path).set(as()).set('If-Match', `"${version}"`).send(body);
  const setState = async (call: 'publish' | 'archive') => {
    const { headers } = await request(service.url).get(`/api/cycles/${CYCLE}`).expect(200);
    await post(`/api/cycles/${CYCLE}/${call}`)
      .set('If-Match', headers.etag ?? '')
      .expect(200);
  };
  const publish = () => setState('publish');
  const pathOf = ({ url }: FeedView) => new URL(url).pathname;
  const newFeed = async (presentation: object = {}, unit?: string): Promise<FeedView> =>
    (await post('/api/feeds', { county: '39', ...presentation }, unit).expect(201)).body;
  const fetchFeed = (feed: FeedView, headers: Record<string, string> = {}, { url } = service) =>
    request(url)
      .get(pathOf(feed))
      .set({ 'Accept-Encoding': 'identity', ...headers });
  const first = async (): Promise<FeedView> => (await api('/api/feeds'))[0];
  /** The ids of the tasks that are shown. */
  const uids = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('uid')))
      .filter((uid) => !uid.endsWith('@end.arshjul'))
      .map((uid) => uid.replace('@arshjul', ''));
  const eventOf = (text: string, id: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .find((event) => event.getFirstPropertyValue('uid') === `${id}@arshjul`);
  const forward = (days: number) => {
    clock = new Date(Date.parse(clock) + days * 86_400_000).toISOString() as Instant;
  };

  it('H1 H7 is text/calendar with a file name, and keeps its address to itself', async () => {
    const { headers, text } = await fetchFeed(await first()).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="arshjul-vestfold.ics"; filename*=UTF-8''%C3%A5rshjul-vestfold.ics`,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-length': String(Buffer.byteLength(text)),
    });
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).toContain('X-WR-CALNAME:Årshjul Vestfold\r\n');
  });

  it('H2 answers HEAD as GET without a body, and takes no other method', async () => {
    const feed = await first();
    const { headers } = await fetchFeed(feed).expect(200);
    const head = await request(service.url).head(pathOf(feed)).set('Accept-Encoding', 'identity').expect(200);
    expect(head.text).toBeUndefined();
    for (const name of ['etag', 'last-modified', 'content-length', 'content-type', 'cache-control', 'vary'])
      expect(head.headers[name]).toBe(headers[name]);
    for (const method of ['post', 'put', 'delete'] as const) {
      const { headers: refused } = await request(service.url)[method](pathOf(feed)).expect(405);
      expect(refused.allow).toBe('GET, HEAD, OPTIONS');
    }
  });

  it('may be read by pages elsewhere, also with validators, and says no more of an address that is none', async () => {
    const path = pathOf(await first());
    const { headers } = await request(service.url)
      .get(path)
      .set('Origin', 'https://intranett.example')
      .expect(200);
    const { headers: missing } = await request(service.url).get('/feeds/none.ics').expect(404);
    for (const each of [headers, missing]) expect(each['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toBe('ETag');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    const preflight = (at: string) =>
      request(service.url)
        .options(at)
        .set({ Origin: 'https://intranett.example', 'Access-Control-Request-Method': 'GET' })
        .set('Access-Control-Request-Headers', 'if-none-match')
        .expect(204);
    const { date: _date, ...asked } = (await preflight(path)).headers;
    expect(asked).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
      allow: 'GET, HEAD, OPTIONS',
    });
    const { date: _other, ...ofNone } = (await preflight('/feeds/none.ics')).headers;
    expect(ofNone).toEqual(asked);
  });

  it('H4 may be kept by caches between while its cycle is public and it is of nobody’s own view', async () => {
    const cachingOf = async (feed: FeedView) => {
      const { headers } = await fetchFeed(feed).expect(200);
      const { headers: unchanged } = await fetchFeed(feed, { 'If-None-Match': headers.etag ?? '' }).expect(
        304,
      );
      expect(unchanged['cache-control']).toBe(headers['cache-control']);
      return headers['cache-control']?.split(',')[0];
    };
    const common = await first();
    const ofUnit = await newFeed({ filter: { unit: '39' } });
    expect([await cachingOf(common), await cachingOf(ofUnit)]).toEqual(['public', 'private']);
    await patch(`/api/cycles/${CYCLE}`, 1, { public: false }).expect(200);
    expect(await cachingOf(common)).toBe('private');
  });

  it('H3 H4 is not sent again while it is unchanged, and 304 says what 200 says', async () => {
    const feed = await first();
    const { headers } = await fetchFeed(feed).expect(200);
    const [etag = '', modified = ''] = [headers.etag, headers['last-modified']];
    expect(headers['cache-control']).toBe('public, max-age=300, stale-if-error=86400');
    for (const asked of [etag, `W/${etag}`, `"other", W/${etag}`, '*', etag.replace(/"$/, '-gzip"')]) {
      const unchanged = await fetchFeed(feed, { 'If-None-Match': asked }).expect(304);
      for (const name of ['etag', 'last-modified', 'cache-control', 'vary'])
        expect(unchanged.headers[name]).toBe(headers[name]);
    }
    await fetchFeed(feed, { 'If-Modified-Since': modified }).expect(304);
    await fetchFeed(feed, { 'If-None-Match': '"other"', 'If-Modified-Since': modified }).expect(200);
    await fetchFeed(feed, { 'If-None-Match': etag.replace(/"$/, 'x"') }).expect(200);
    await fetchFeed(feed, { 'If-Modified-Since': 'Sat, 01 Jan 2000 00:00:00 GMT' }).expect(200);
    await fetchFeed(feed, { 'If-Modified-Since': 'yesterday' }).expect(200);
  });

  it.each([
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['br;q=0', undefined],
    ['identity', undefined],
    ['zstd', undefined],
  ])('H5 asked for %s comes as %s, each with a tag of its own', async (accept, coding) => {
    const feed = await first();
    const plain = await fetchFeed(feed).expect(200);
    const response = await fetch(service.url + pathOf(feed), { headers: { 'Accept-Encoding': accept } });
    expect(response.headers.get('content-encoding') ?? undefined).toBe(coding);
    expect(response.headers.get('etag')).toBe(
      coding ? plain.headers.etag?.replace(/"$/, `-${coding}"`) : plain.headers.etag,
    );
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    // fetch has decoded the body; its length on the wire is what the header says.
    expect(await response.text()).toBe(plain.text);
    const wire = Number(response.headers.get('content-length'));
    expect(wire).toBeLessThanOrEqual(Number(plain.headers['content-length']));
    expect(coding === undefined || wire < Number(plain.headers['content-length']) / 4).toBe(true);
  });

  it('H6 is not to be guessed: who asks for too many that are not there waits, and what they have goes on', async () => {
    const feed = await newFeed();
    await fetchFeed(feed).expect(200);
    const miss = (n: number) => request(service.url).get(`/feeds/${String(n).padStart(32, 'A')}.ics`);
    for (let n = 0; n < 60; n += 1) await miss(n).expect(404);
    const { headers } = await miss(60).expect(429);
    expect(headers['retry-after']).toBe('900');
    await fetchFeed(feed).expect(200);
    await request(service.url).get('/api/cycles').expect(200);
  });

  it('H6 is unknown by another token, and gone when revoked or rotated', async () => {
    await request(service.url).get('/feeds/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics').expect(404);
    const feed = await newFeed();
    await fetchFeed(feed).expect(200);
    const { body: rotated } = await request(service.url)
      .post(`/api/feeds/${feed.id}/rotate`)
      .set(as())
      .set('If-Match', '"1"')
      .expect(200);
    expect(rotated.url).not.toBe(feed.url);
    await fetchFeed(feed).expect(410);
    await fetchFeed(rotated).expect(200);
    await request(service.url).delete(`/api/feeds/${feed.id}`).set(as()).set('If-Match', '"1"').expect(412);
    await request(service.url).delete(`/api/feeds/${feed.id}`).set(as()).set('If-Match', '"2"').expect(200);
    const { headers } = await fetchFeed(rotated).expect(410);
    expect(headers['cache-control']).toBe('no-store');
    await patch(`/api/feeds/${feed.id}`, 3, { name: 'x' }).expect(409);
  });

  it('H8 has one-click links of Outlook, Google and Apple, and a page that shows them', async () => {
    const { url, links, subscribePage } = await api('/api/feeds').then(([feed]) => feed);
    const webcal = url.replace('https:', 'webcal:');
    expect(links).toEqual({
      https: url,
      webcal,
      apple: webcal,
      google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
      outlookOffice: `https://outlook.office.com/calendar/0/addfromweb?url=${encodeURIComponent(url)}&name=%C3%85rshjul%20Vestfold`,
      outlookLive: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(url)}&name=%C3%85rshjul%20Vestfold`,
    });
    const { text, headers } = await request(service.url).get(new URL(subscribePage).pathname).expect(200);
    for (const address of Object.values(links as Record<string, string>))
      expect(text).toContain(address.replaceAll('&', '&amp;'));
    expect(text).toContain('<svg');
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'cache-control': 'no-store',
    });
    await request(service.url).get('/subscribe/nothing').expect(404);
  });

  it('shows what its filter picks, in its language, under its name', async () => {
    const filter = { phases: ['oppstart-vg1'], kinds: ['deadline', 'cooperation'], from: '2026-09-01' };
    const feed = await newFeed({ name: 'Mine; frister', language: 'en', filter });
    const { text } = await fetchFeed(feed).expect(200);
    const tasks = (await api(`/api/cycles/${CYCLE}/tasks?phase=oppstart-vg1&from=2026-09-01`)).filter(
      ({ kind }: { kind: string }) => kind !== 'activity',
    );
    expect(uids(text).sort()).toEqual(tasks.map(({ id }: { id: string }) => id).sort());
    expect(text).toContain('X-WR-CALNAME:Mine\\; frister\r\n');
    expect(text).toContain('CATEGORIES:Start of Vg1');
    const { text: todos } = await fetchFeed(await newFeed({ form: 'todos', filter })).expect(200);
    expect(todos.split('BEGIN:VTODO')).toHaveLength(tasks.length + 1);
    expect(todos).not.toContain('VEVENT');
    const { text: ringing } = await fetchFeed(await newFeed({ alarms: true, filter })).expect(200);
    expect(ringing).toContain('BEGIN:VALARM');
  });

  it('carries the filter of the page: several values, statuses, and words in its own language', async () => {
    const [first, second] = await api(`/api/cycles/${CYCLE}/tasks?phase=oppstart-vg1,sluttvurdering`);
    await patch(`/api/tasks/${first.id}`, first.version, { status: 'started' });
    await publish();
    const shown = async (presentation: object) =>
      uids((await fetchFeed(await newFeed({ ...presentation, phases: true })).expect(200)).text);
    const started = await shown({ filter: { statuses: ['started', 'done'] } });
    expect(started).toEqual([first.id]);
    const query = `/api/cycles/${CYCLE}/tasks?status=planned&phase=oppstart-vg1,sluttvurdering`;
    expect(second.status).toBe('planned');
    for (const [language, word] of [
      ['nb', 'skole'],
      ['en', 'school'],
    ]) {
      const filter = { statuses: ['planned'], phases: ['oppstart-vg1', 'sluttvurdering'], text: word };
      const tasks = await api(`${query}&q=${word}&language=${language}`);
      expect(tasks.length).toBeGreaterThan(0);
      expect((await shown({ language, filter })).sort()).toEqual(
        tasks.map(({ id }: { id: string }) => id).sort(),
      );
    }
    expect(await shown({ language: 'nb', filter: { text: 'school owner' } })).toEqual([]);
  });

  it('shows a unit its own view: own tasks and dates, without what it hides, or only what is its to do', async () => {
    await post('/api/units', { county: '39', kind: 'school', name: 'Horten videregående skole' }).expect(201);
    const task = {
      title: 'Vårt møte',
      kind: 'activity',
      phase: 'oppstart-vg1',
      category: 'koordinering',
      actor: 'school',
    };
    const { body: own } = await post(
      `/api/cycles/${CYCLE}/tasks`,
      { ...task, start: '2026-09-10' },
      HORTEN,
    ).expect(201);
    await patch(`/api/tasks/${TASK}/adjustments/${HORTEN}`, 0, { hidden: 'Ikke hos oss.' }).expect(200);
    await publish();
    const shown = async (filter: object) =>
      uids((await fetchFeed(await newFeed({ filter }, HORTEN)).expect(200)).text);
    const [county, unit, mine, layer] = [
      await shown({}),
      await shown({ unit: HORTEN }),
      await shown({ unit: HORTEN, responsibleOnly: true }),
      await shown({ unit: HORTEN, layers: [HORTEN] }),
    ];
    expect([county.includes(own.id), county.includes(TASK)]).toEqual([false, true]);
    expect([unit.includes(own.id), unit.includes(TASK)]).toEqual([true, false]);
    const [all, whole] = [
      await shown({ level: 'complete' }),
      await shown({ unit: HORTEN, level: 'complete' }),
    ];
    expect(county.length).toBeLessThan(all.length);
    expect(unit.length).toBeLessThan(whole.length);
    expect(mine.length).toBeLessThanOrEqual(unit.length);
    expect(mine).toContain(own.id);
    expect(layer).toEqual([own.id]);
    const { text } = await fetchFeed(await newFeed({ filter: { unit: HORTEN } }, HORTEN)).expect(200);
    expect(eventOf(text, own.id)?.getFirstPropertyValue('description')).toContain(
      'Lagt til av: Horten videregående skole',
    );
    expect(text.replaceAll('\r\n ', '').split('Lagt til av')).toHaveLength(2);
    await post('/api/feeds', { county: '39', filter: { unit: '39-other' } }, HORTEN).expect(400);
    await post('/api/feeds', { county: '39', filter: { responsibleOnly: true } }, HORTEN).expect(400);
    const feeds = await api('/api/feeds', HORTEN);
    expect(feeds.map(({ shows }: { shows: string[] }) => shows.join(', ')).sort()).toEqual([
      'Horten videregående skole, Horten videregående skole',
      'Horten videregående skole, alle oppgaver',
      'Horten videregående skole, bare det enheten selv skal gjøre',
      'Horten videregående skole, det enheten skal gjøre eller er med på',
      'Horten videregående skole, det enheten skal gjøre eller er med på',
      'alle oppgaver',
      'nødvendige og anbefalte oppgaver',
    ]);
  });

  it('is fresh at the next fetch after publishing; the tag changes of every feed it concerns and of no other', async () => {
    const [all, vg1, vg2] = [
      await first(),
      await newFeed({ filter: { phases: ['oppstart-vg1'] } }),
      await newFeed({ filter: { phases: ['oppfolging-vg2'] } }),
    ];
    const state = () =>
      Promise.all(
        [all, vg1, vg2].map(async (feed) => {
          const { headers } = await fetchFeed(feed).expect(200);
          return [headers.etag, headers['last-modified']];
        }),
      );
    const before = await state();
    clock = instant('2026-11-24T11:00:00Z');
    await patch(`/api/tasks/${TASK}`, 1, { title: 'Velkommen' }).expect(200);
    expect(await state()).toEqual(before);
    await publish();
    const [afterAll, afterVg1, afterVg2] = await state();
    expect(afterAll?.[0]).not.toBe(before[0]?.[0]);
    expect(afterVg1?.[0]).not.toBe(before[1]?.[0]);
    expect(afterVg1?.[1]).toBe('Tue, 24 Nov 2026 11:00:00 GMT');
    expect(afterVg2).toEqual(before[2]);
    expect((await fetchFeed(vg1).expect(200)).text).toContain('SUMMARY:Velkommen');
    // Nothing has changed but the clock and the process.
    await service.stop();
    clock = instant('2026-11-25T11:00:00Z');
    service = await start();
    expect(await state()).toEqual([afterAll, afterVg1, afterVg2]);
  });

  it('I8 shows what is cancelled or taken out for 60 days as cancelled, then no more', async () => {
    const task = {
      title: 'Møte',
      kind: 'activity',
      phase: 'oppstart-vg1',
      category: 'koordinering',
      actor: 'school',
    };
    const { body: seenOnce } = await post(`/api/cycles/${CYCLE}/tasks`, {
      ...task,
      start: '2026-12-10',
    }).expect(201);
    const { body: neverSeen } = await post(`/api/cycles/${CYCLE}/tasks`, {
      ...task,
      start: '2026-12-11',
    }).expect(201);
    const remove = (id: string) =>
      request(service.url).delete(`/api/tasks/${id}`).set(as()).set('If-Match', '"1"').expect(200);
    await remove(neverSeen.id);
    await publish();
    const feed = await first();
    const read = async () => (await fetchFeed(feed).expect(200)).text;
    const status = async (id: string) => eventOf(await read(), id)?.getFirstPropertyValue('status');
    expect(await status(seenOnce.id)).toBe('CONFIRMED');
    await remove(seenOnce.id);
    await patch(`/api/tasks/${TASK}`, 1, { status: 'cancelled' }).expect(200);
    await publish();
    expect([await status(seenOnce.id), await status(TASK), await status(neverSeen.id)]).toEqual([
      'CANCELLED',
      'CANCELLED',
      undefined,
    ]);
    expect(eventOf(await read(), TASK)?.getFirstPropertyValue('sequence')).toBe(2);
    forward(60);
    expect([await status(seenOnce.id), await status(TASK)]).toEqual(['CANCELLED', 'CANCELLED']);
    forward(1);
    expect([await status(seenOnce.id), await status(TASK)]).toEqual([undefined, undefined]);
  });

  it('follows its owner’s choice of bars, phases and what is cancelled: each an update under the same UIDs', async () => {
    const feed = await newFeed();
    const read = async () => {
      const events = new ICAL.Component(ICAL.parse((await fetchFeed(feed).expect(200)).text))
        .getAllSubcomponents('vevent')
        .map((event) => [String(event.getFirstPropertyValue('uid')), event] as const);
      return new Map(events);
    };
    const longest = (events: Awaited<ReturnType<typeof read>>) =>
      Math.max(...[...events.values()].map((event) => new ICAL.Event(event).duration.toSeconds() / 86_400));
    const sequenceOf = (events: Awaited<ReturnType<typeof read>>) =>
      Number(events.get(`${TASK}@arshjul`)?.getFirstPropertyValue('sequence'));
    const choose = (version: number, choice: object) =>
      patch(`/api/feeds/${feed.id}`, version, choice).expect(200);
    const asDays = await read();
    expect(longest(asDays)).toBeLessThanOrEqual(5);
    await choose(1, { bars: true });
    const asBars = await read();
    expect(longest(asBars)).toBeGreaterThan(5);
    expect([...asBars.keys()].filter((uid) => !asDays.has(uid))).toEqual([]);
    expect(sequenceOf(asBars)).toBeGreaterThan(sequenceOf(asDays));
    await choose(2, { bars: false, phases: true });
    const withPhases = await read();
    expect([...withPhases.keys()].filter((uid) => uid.includes('-fase-')).length).toBeGreaterThan(0);
    expect(sequenceOf(withPhases)).toBeGreaterThan(sequenceOf(asBars));
    await choose(3, { name: 'Et annet navn' });
    expect(sequenceOf(await read())).toBe(sequenceOf(withPhases));
    await patch(`/api/tasks/${TASK}`, 1, { status: 'cancelled' }).expect(200);
    await publish();
    expect((await read()).get(`${TASK}@arshjul`)?.getFirstPropertyValue('summary')).toMatch(/^Avlyst: /);
    await choose(4, { cancelled: false });
    expect((await read()).has(`${TASK}@arshjul`)).toBe(false);
  });

  it('is made again when its window moves, and goes on being told unchanged until then', async () => {
    const feed = await newFeed({ filter: { level: 'complete' } });
    const { headers, text } = await fetchFeed(feed).expect(200);
    const earliest = uids(text).length;
    forward(1);
    await fetchFeed(feed, { 'If-None-Match': headers.etag ?? '' }).expect(304);
    clock = instant('2027-09-15T10:00:00Z');
    const { text: later } = await fetchFeed(feed, { 'If-None-Match': headers.etag ?? '' }).expect(200);
    expect(uids(later).length).toBeLessThan(earliest);
    clock = instant('2029-01-01T10:00:00Z');
    expect(uids((await fetchFeed(feed).expect(200)).text)).toEqual([]);
    const all = await newFeed({ filter: { level: 'complete', from: '2000-01-01' } });
    expect(uids((await fetchFeed(all).expect(200)).text)).toHaveLength(earliest);
  });

  it('I16 is a valid calendar with nothing in it, also when nothing is published any more', async () => {
    const empty = await newFeed({ filter: { measures: ['nothing'] } });
    expect(uids((await fetchFeed(empty).expect(200)).text)).toEqual([]);
    await setState('archive');
    expect(uids((await fetchFeed(await first()).expect(200)).text)).toEqual([]);
  });

  it('tells its owner when and by which client it was last fetched', async () => {
    const feed = await newFeed({ name: 'Mine' });
    expect(await api(`/api/feeds/${feed.id}`)).toMatchObject({ lastFetchedAt: null, lastFetchedBy: null });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T12:34:56Z') });
    await fetchFeed(feed, { 'User-Agent': 'Microsoft Outlook 16' }).expect(200);
    vi.useRealTimers();
    const { lastFetchedAt, lastFetchedBy } = await api(`/api/feeds/${feed.id}`);
    expect(lastFetchedBy).toBe('Microsoft Outlook 16');
    expect(lastFetchedAt).toBe('2026-11-24T12:34:56.000Z');
  });

  it('follows within a second what another instance has published or revoked', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const other = await start();
    try {
      const [feed, revoked] = [await first(), await newFeed()];
      await fetchFeed(feed, {}, other).expect(200);
      await fetchFeed(revoked, {}, other).expect(200);
      await patch(`/api/tasks/${TASK}`, 1, { title: 'Velkommen' }).expect(200);
      await publish();
      await request(service.url)
        .delete(`/api/feeds/${revoked.id}`)
        .set(as())
        .set('If-Match', '"1"')
        .expect(200);
      expect((await fetchFeed(feed, {}, other).expect(200)).text).not.toContain('SUMMARY:Velkommen');
      vi.advanceTimersByTime(1000);
      // It looks now; how long the look takes is the database's to say.
      await expect.poll(async () => (await fetchFeed(revoked, {}, other)).status).toBe(410);
      expect((await fetchFeed(feed, {}, other).expect(200)).text).toContain('SUMMARY:Velkommen');
    } finally {
      await other.stop();
      vi.useRealTimers();
    }
  });

  it('refuses a filter or presentation that cannot be, with a pointer', async () => {
    const refused = async (body: object) => {
      const { body: problem } = await post('/api/feeds', body).expect(400);
      return problem.errors.map(({ pointer }: { pointer: string }) => pointer);
    };
    expect(await refused({ county: '99' })).toEqual(['/body/county']);
    expect(await refused({ county: '39', name: ' ' })).toEqual(['/body/name']);
    expect(await refused({ county: '39', filter: { phases: ['x'] } })).toEqual(['/body/filter/phases/0']);
    expect(await refused({ county: '39', filter: { unit: '50' } })).toEqual(['/body/filter/unit']);
    expect(await refused({ county: '39', filter: { text: ' ' } })).toEqual(['/body/filter/text']);
    expect(await refused({ county: '39', filter: { colour: 1 } })).toEqual(['/body/filter/colour']);
    await request(service.url).get('/api/feeds').expect(401);
  });
});
