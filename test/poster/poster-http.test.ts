import request from 'supertest';
import { expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { LANGUAGES } from '../../src/language/text.js';
import { type PosterContext, posterRoutes } from '../../src/poster/poster.routes.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService, sharedService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';
import { readPdf, readPng } from './samples.js';

const CYCLE = '39-2026-2027';

/** How a service is asked for posters, and for what they are made of. */
function asking(service: Service) {
  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'On-Behalf-Of': 'kari' };
  const get = (path: string) => request(service.url).get(path).buffer(true).parse(bytesOf);
  const api = async (path: string) => (await request(service.url).get(path).set(headers).expect(200)).body;
  const post = (path: string, body: object = {}) => request(service.url).post(path).set(headers).send(body);
  const publish = async () => {
    const { revision } = await api(`/api/cycles/${CYCLE}`);
    await post(`/api/cycles/${CYCLE}/publish`).set('If-Match', `"${revision}"`).expect(200);
  };
  const refused = async (path: string) => pointers((await request(service.url).get(path).expect(400)).body);
  return { headers, get, api, post, publish, refused };
}

onEachDatabase('posters over HTTP', (createDatabase) => {
  const { service } = sharedService(createDatabase);
  const { get, api, refused } = asking(service);
  /** The ids of the tasks that a query picks. */
  const idsOf = async (query: string): Promise<string[]> => {
    const tasks: { id: string }[] = await api(`/api/cycles/${CYCLE}/tasks?${query}`);
    return tasks.map(({ id }) => id).sort();
  };
  /** What the poster of a query shows: the ids of its tasks, and its text. */
  const posterOf = async (content: string, query: string) => {
    const { body } = await get(`/cycles/${CYCLE}/${content}.svg?${query}`).expect(200);
    const svg: string = body.toString();
    const shown = [...svg.matchAll(/data-of="entry:([^"]+)"/g)].map(([, id]) => id as string);
    return { shown: shown.sort(), text: svg.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') };
  };

  it('gives wheel and list as SVG, PNG and PDF, to be shown by the browser', async () => {
    for (const content of ['wheel', 'list']) {
      const svg = await get(`/cycles/${CYCLE}/${content}.svg`).expect(200);
      expect(svg.headers).toMatchObject({
        'content-type': expect.stringContaining('image/svg+xml'),
        'content-language': 'nb',
        'cache-control': 'public, no-cache',
      });
      expect(svg.headers['content-disposition']).toMatch(/^inline; filename=".*arshjul/);
      expect(svg.body.toString()).toContain('Årshjul Vestfold');
    }
    const png = await get(`/cycles/${CYCLE}/wheel.png?paper=a4&theme=dark`).expect(200);
    expect(png.headers['content-type']).toBe('image/png');
    expect(readPng(png.body).width).toBe(1240);
    const pdf = await get(`/cycles/${CYCLE}/list.pdf?paper=a1&theme=print`).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect((await readPdf(pdf.body)).info.Title).toContain('Vestfold');
  });

  it('shows what the same filter picks of the tasks, and says which selection it is', async () => {
    const filter = 'phase=oppstart-vg1,sluttvurdering&kind=deadline&q=elev&level=complete';
    const ids = await idsOf(filter);
    expect(ids.length).toBeGreaterThan(2);
    for (const content of ['wheel', 'list']) {
      const { shown, text } = await posterOf(content, filter);
      expect(shown).toEqual(ids);
      expect(text).toContain(`${ids.length} oppgaver på alle nivåer i et utvalg: Oppstart Vg1, Slutt`);
      expect(text).toContain('Sluttvurdering; Frist; ordene «elev»');
    }
  });

  it('shows the essential and recommended tasks unless another level is chosen, and says which', async () => {
    for (const content of ['wheel', 'list']) {
      for (const [level, words] of [
        ['', 'nødvendige og anbefalte oppgaver'],
        ['level=essential', 'nødvendige oppgaver'],
        ['level=recommended', 'nødvendige og anbefalte oppgaver'],
        ['level=complete', 'oppgaver på alle nivåer'],
      ] as const) {
        const { shown, text } = await posterOf(content, level);
        const ids = await idsOf(level || 'level=recommended');
        expect(shown).toEqual(ids);
        expect(text).toContain(`${ids.length} ${words}`);
        expect(text).not.toContain('i et utvalg');
      }
    }
    const sizes = await Promise.all(['essential', 'recommended'].map((level) => idsOf(`level=${level}`)));
    const all = await idsOf('');
    expect(await idsOf('level=complete')).toEqual(all);
    expect(sizes.map(({ length }) => length)).toEqual([...sizes.map(({ length }) => length)].sort());
    expect(sizes[1]?.length).toBeLessThan(all.length);
  });

  it('is written in the language asked for', async () => {
    const title = { nb: 'Årshjul Vestfold', nn: 'Årshjul Vestfold', en: 'Annual cycle Vestfold' };
    const year = { nb: 'Skoleåret', nn: 'Skuleåret', en: 'School year' };
    for (const language of LANGUAGES) {
      const { body, headers } = await get(`/cycles/${CYCLE}/wheel.svg?language=${language}`).expect(200);
      expect(headers['content-language']).toBe(language);
      expect(body.toString()).toContain(`<title id="wheel-title">${title[language]} ${year[language]}`);
    }
  });

  it('counts as dear, also where it is kept: what anybody may cost with it is bounded', () => {
    const routes = posterRoutes({} as PosterContext);
    expect(routes.map(({ path, isDear }) => [path, isDear])).toEqual([
      ['/cycles/{id}/wheel.{format}', true],
      ['/cycles/{id}/list.{format}', true],
    ]);
  });

  it('refuses what it cannot make, with a pointer', async () => {
    expect(await refused(`/cycles/${CYCLE}/wheel.gif`)).toEqual(['/path/format']);
    expect(
      await refused(`/cycles/${CYCLE}/wheel.svg?rings=x&paper=a0&theme=x&phase=x&colour=red&level=x`),
    ).toEqual([
      '/query/colour',
      '/query/level',
      '/query/paper',
      '/query/phase/0',
      '/query/rings',
      '/query/theme',
    ]);
    await request(service.url).post(`/cycles/${CYCLE}/wheel.svg`).expect(405);
  });

  it('is described with its parameters and the files that it gives', async () => {
    const { paths } = await api('/openapi.json');
    for (const content of ['wheel', 'list']) {
      const { get: described } = paths[`/cycles/{id}/${content}.{format}`];
      expect(Object.keys(described.responses['200'].content).sort()).toEqual([
        'application/pdf',
        'image/png',
        'image/svg+xml',
      ]);
      const names = described.parameters.map(({ name }: { name: string }) => name);
      for (const name of ['id', 'format', 'rings', 'paper', 'theme', 'language', 'phase', 'q'])
        expect(names).toContain(name);
      expect(described.responses['304']).toBeDefined();
    }
  });
});

onEachDatabase('posters over HTTP, of a cycle that is worked in', (createDatabase) => {
  const { service } = freshService(createDatabase);
  const { headers, get, api, post, publish, refused } = asking(service);

  it('is not sent again while nothing that it shows has changed', async () => {
    const path = `/cycles/${CYCLE}/list.svg`;
    const { etag, ...first } = (await get(path).expect(200)).headers;
    const again = await get(path)
      .set('If-None-Match', etag as string)
      .expect(304);
    expect(again.headers).toMatchObject({ etag, 'cache-control': first['cache-control'] });
    expect(again.body.length).toBe(0);
    for (const other of ['?theme=dark', '?paper=a4', '?language=nn', '?kind=deadline'])
      await get(path + other)
        .set('If-None-Match', etag as string)
        .expect(200);
    const [task] = await api(`/api/cycles/${CYCLE}/tasks?level=recommended`);
    await request(service.url)
      .patch(`/api/tasks/${task.id}`)
      .set({ ...headers, 'If-Match': `"${task.version}"` })
      .send({ title: 'Et annet navn' })
      .expect(200);
    await get(path)
      .set('If-None-Match', etag as string)
      .expect(304);
    await publish();
    const changed = await get(path)
      .set('If-None-Match', etag as string)
      .expect(200);
    expect(changed.body.toString()).toContain('Et annet navn');
  });

  it('shows a unit its own view, under its name', async () => {
    const school = { county: '39', kind: 'school', name: 'Horten videregående skole' };
    const { body: unit } = await post('/api/units', school).expect(201);
    const task = { title: 'Vårt møte', kind: 'activity', phase: 'oppstart-vg1', category: 'koordinering' };
    await post(`/api/cycles/${CYCLE}/tasks`, { ...task, actor: 'school', start: '2026-09-10' })
      .set('Acting-Unit', unit.id)
      .expect(201);
    await publish();
    const text = async (query: string) =>
      (await get(`/cycles/${CYCLE}/list.svg${query}`).expect(200)).body.toString();
    expect(await text(`?unit=${unit.id}`)).toContain('Vårt møte');
    expect(await text(`?unit=${unit.id}`)).toContain('Horten videregående skole');
    const own = 'alt enheten selv skal gjøre er med';
    expect(await text(`?unit=${unit.id}`)).toContain(own);
    expect(await text(`?unit=${unit.id}&level=complete`)).not.toContain(own);
    // All are drawn from what the county has published; each shows only what is for whoever it is of.
    const { body: other } = await post('/api/units', { ...school, name: 'Greveskogen' }).expect(201);
    for (const query of ['', `?unit=${other.id}`, '?unit=39', '?layer=39'])
      expect(await text(query)).not.toContain('Vårt møte');
    expect(await text(`?layer=${unit.id}`)).toContain('Vårt møte');
    const { headers: named } = await get(`/cycles/${CYCLE}/list.svg?unit=${other.id}`).expect(200);
    await request(service.url)
      .patch(`/api/units/${other.id}`)
      .set({ ...headers, 'If-Match': '"1"' })
      .send({ name: 'Re videregående skole' })
      .expect(200);
    const renamed = await get(`/cycles/${CYCLE}/list.svg?unit=${other.id}`)
      .set('If-None-Match', named.etag as string)
      .expect(200);
    expect(renamed.body.toString()).toContain('Re videregående skole');
    expect(await refused(`/cycles/${CYCLE}/list.svg?unit=50-x`)).toEqual(['/query/unit']);
    const wheel = await get(`/cycles/${CYCLE}/wheel.svg?rings=unit&unit=${unit.id}`).expect(200);
    expect(wheel.body.toString()).toContain('data-of="entry:');
  });

  it('is made sixty times for an address in a quarter of an hour; what is kept is given to all', async () => {
    const poster = (n: number) =>
      request(service.url).get(`/cycles/${CYCLE}/list.svg?kind=deadline&q=ord${n}`);
    for (let n = 0; n < 60; n += 1) await poster(n).expect(200);
    const { body, headers } = await poster(60).expect(429);
    expect(body.type).toBe('urn:arshjul:problem:too-many-requests');
    expect(headers).toMatchObject({ 'retry-after': '900', 'cache-control': 'no-store' });
    await poster(0).expect(200);
  });

  it('is there for a published cycle only', async () => {
    await post('/api/cycles', { county: '50', schoolYear: '2026/2027' }).expect(201);
    for (const path of ['/cycles/50-2026-2027/wheel.pdf', '/cycles/nothing/list.svg']) {
      const { body } = await request(service.url).get(path).expect(404);
      expect(body).toMatchObject({ type: 'urn:arshjul:problem:not-found' });
    }
  });

  it('is for those who may see the cycle, where the county does not show it to everybody', async () => {
    const path = `/cycles/${CYCLE}/wheel.svg`;
    await request(service.url)
      .patch(`/api/cycles/${CYCLE}`)
      .set({ ...headers, 'If-Match': '"1"' })
      .send({ public: false })
      .expect(200);
    await request(service.url).get(path).expect(404);
    const { headers: answered } = await get(path).set(headers).expect(200);
    expect(answered['cache-control']).toBe('private, no-cache');
  });
});

/** A body as bytes, whatever its type. */
function bytesOf(response: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
