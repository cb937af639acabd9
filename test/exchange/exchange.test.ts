import { parse } from 'csv-parse/sync';
import express from 'express';
import readExcel from 'read-excel-file/node';
import request from 'supertest';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers, startTestService } from '../http/test-service.js';

const CYCLE = '39-2026-2027';
const NEW = { nb: 'Skolens dag' };

onEachDatabase('taking tasks in and giving them away', (createDatabase) => {
  const { service } = freshService(createDatabase);

  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'On-Behalf-Of': 'kari' };
  const get = async (path: string, { url } = service) =>
    (await request(url).get(path).set(headers).expect(200)).body;
  const post = (path: string, body: object = {}, { url } = service) =>
    request(url).post(path).set(headers).send(body);
  const patch = (id: string, version: number, body: object) =>
    request(service.url).patch(`/api/tasks/${id}`).set(headers).set('If-Match', `"${version}"`).send(body);
  const base64 = (content: string | Buffer) => Buffer.from(content).toString('base64');
  const outcomes = (body: { rows: { title: string; outcome: string }[] }) =>
    body.rows.map(({ title, outcome }) => [title, outcome]);

  /** Previews and carries out an import; answers what it did. */
  const importing = async (order: object) => {
    const { body } = await post(`/api/cycles/${CYCLE}/import?preview=true`, order).expect(200);
    return (await post(`/api/cycles/${CYCLE}/import`, { ...order, token: body.token }).expect(200)).body;
  };
  const revision = async () => (await get(`/api/cycles/${CYCLE}`)).revision;
  const calendar = (day = '20260910', summary = 'Skolens dag') =>
    base64(
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@skole\r\nSUMMARY:${summary}\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    );

  it('previews a calendar, imports exactly that, and a second time changes nothing', async () => {
    const order = { format: 'ics', content: calendar() };
    const { body: preview } = await post(`/api/cycles/${CYCLE}/import?preview=true`, order).expect(200);
    expect(preview.counts).toMatchObject({ new: 1, duplicate: 0 });
    expect(await revision()).toBe(1);
    const done = await importing(order);
    expect(done.rows[0].task).toMatchObject({
      title: 'Skolens dag',
      start: '2026-09-10',
      origin: 'imported',
      layer: '39',
    });
    expect(done.rows[0].task.why).toEqual(['Hentet fra en importert fil: torsdag 10. september 2026.']);
    expect(await revision()).toBe(2);
    expect(outcomes(await importing(order))).toEqual([['Skolens dag', 'duplicate']]);
    expect(await revision()).toBe(2);
    const { body: stale } = await post(`/api/cycles/${CYCLE}/import`, {
      ...order,
      token: preview.token,
    }).expect(409);
    expect(stale.detail).toContain('preview');
  });

  it('follows what the calendar has changed, and keeps what people have changed', async () => {
    const { rows } = await importing({ format: 'ics', content: calendar() });
    const { id } = rows[0].task;
    await patch(id, 1, { title: 'Vår dag', actor: 'school' }).expect(200);
    const again = await importing({ format: 'ics', content: calendar('20260917', 'Skolens store dag') });
    expect(again.rows).toMatchObject([{ outcome: 'changed', fields: ['start', 'end', 'why'] }]);
    expect(await get(`/api/tasks/${id}`)).toMatchObject({
      title: 'Vår dag',
      actor: 'school',
      start: '2026-09-17',
    });
    await post(`/api/cycles/${CYCLE}/undo`).expect(200);
    expect(await get(`/api/tasks/${id}`)).toMatchObject({ title: 'Vår dag', start: '2026-09-10' });
  });

  it('leaves out what has been taken out, unless it is asked to bring it back', async () => {
    const order = { format: 'ics', content: calendar() };
    await importing(order);
    await post(`/api/cycles/${CYCLE}/undo`).expect(200);
    expect(outcomes(await importing(order))).toEqual([['Skolens dag', 'deleted']]);
    const { rows } = await importing({ ...order, restoreDeleted: true });
    expect(rows).toMatchObject([{ outcome: 'changed', fields: ['deleted'] }]);
    expect(await get(`/api/tasks/${rows[0].task.id}`)).toMatchObject({ title: 'Skolens dag', version: 3 });
  });

  it('takes a table with its columns guessed or mapped, with names in any language', async () => {
    const table =
      'Aktivitet;Dag;Fase;Ansvarlig;Med;Type\nMøte med NAV;10.09.2026;Oppfølging Vg1;Skule;NAV;Samarbeid\n';
    const order = { format: 'csv', content: base64(table) };
    const { body } = await post(`/api/cycles/${CYCLE}/import?preview=true`, order).expect(400);
    expect(pointers(body)).toEqual(['/body/mapping/start']);
    expect(body.columns).toContain('Dag');
    const mapping = {
      title: 'Aktivitet',
      start: 'Dag',
      phase: 'Fase',
      actor: 'Ansvarlig',
      partners: 'Med',
      kind: 'Type',
    };
    const { rows } = await importing({ ...order, mapping });
    expect(rows[0].task).toMatchObject({
      title: 'Møte med NAV',
      start: '2026-09-10',
      phase: 'oppfolging-vg1',
      actor: 'school',
      partners: ['nav'],
      kind: 'cooperation',
    });
    const { body: unknown } = await post(`/api/cycles/${CYCLE}/import?preview=true`, {
      ...order,
      mapping: { ...mapping, url: 'Farge' },
    }).expect(400);
    expect(pointers(unknown)).toEqual(['/body/mapping/url']);
  });

  it('says of each entry that cannot be used where it stands and why, and takes the others', async () => {
    const table = [
      'Hva;Dato;Fase',
      'God;10.09.2026;',
      'God;10.09.2026;',
      'Uten dato;;',
      'Feil fase;11.09.2026;Mellomspill',
      'Annet år;10.09.2029;',
      ';12.09.2026;',
      'Gjelder 01017000027;12.09.2026;',
    ].join('\n');
    const done = await importing({ format: 'csv', content: base64(table) });
    expect(done.counts).toEqual({
      new: 1,
      changed: 0,
      duplicate: 1,
      deleted: 0,
      'outside-school-year': 1,
      unusable: 4,
    });
    expect(
      done.rows
        .filter(({ outcome }: { outcome: string }) => outcome === 'unusable')
        .map((row: { place: { number: number }; problems: { field: string }[] }) => [
          row.place.number,
          row.problems[0]?.field,
        ]),
    ).toEqual([
      [4, 'start'],
      [5, 'phase'],
      [7, 'title'],
      [8, 'title'],
    ]);
  });

  it('reads levels by their words in each language, and names the row and column of a word that is none', async () => {
    const words = [
      'Nødvendig',
      'anbefalt',
      'Fullstendig',
      'Nødvendig',
      'Tilrådd',
      'Essential',
      'Recommended',
    ];
    const rows = [...words, 'complete', '', 'Svært viktig'].map(
      (word, at) => `Møte ${at};10.09.2026;${word}`,
    );
    const done = await importing({ format: 'csv', content: base64(`Hva;Dato;Nivå\n${rows.join('\n')}`) });
    expect(done.mapping).toMatchObject({ level: 'Nivå' });
    expect(done.counts).toMatchObject({ new: 9, unusable: 1 });
    const levels = done.rows.flatMap(({ task }: { task: { level: string } | null }) => task?.level ?? []);
    expect(levels).toEqual([
      'essential',
      'recommended',
      'complete',
      'essential',
      'recommended',
      'essential',
      'recommended',
      'complete',
      'recommended',
    ]);
    expect(done.rows.at(-1)).toMatchObject({
      place: { unit: 'line', number: 11 },
      problems: [{ field: 'level', what: '"Svært viktig" is not known' }],
    });
  });

  it.each(['nb', 'nn', 'en'])(
    'reads the levels of its own table again as it wrote them in %s',
    async (language) => {
      const levelsBefore = (await get(`/api/cycles/${CYCLE}/tasks`)).map(
        ({ title, level }: { title: string; level: string }) => [title, level],
      );
      const csv = await request(service.url)
        .get(`/api/cycles/${CYCLE}/table?format=csv&language=${language}`)
        .set(headers)
        .expect(200);
      const written = parse(csv.text, { bom: true, columns: true }) as Record<string, string>[];
      // As tasks of another place: without ids, on a day that none of them has.
      const columns = ['title', 'start', 'level'] as const;
      const table = [
        columns.join(';'),
        ...written.map(({ title, level }, at) => `"${title} ${at}";2026-10-01;${level}`),
      ].join('\n');
      const done = await importing({ format: 'csv', content: base64(table) });
      expect(done.counts).toMatchObject({ new: written.length, unusable: 0 });
      const levelsOf = new Map<string, number>();
      for (const [, level] of levelsBefore) levelsOf.set(level, (levelsOf.get(level) ?? 0) + 1);
      const read = new Map<string, number>();
      for (const { task } of done.rows) read.set(task.level, (read.get(task.level) ?? 0) + 1);
      expect(read).toEqual(levelsOf);
      expect(read.size).toBe(3);
    },
  );

  it('refuses a file that is not of its format, with a pointer', async () => {
    for (const format of ['ics', 'xlsx']) {
      const order = { format, content: base64('<html>') };
      const { body } = await post(`/api/cycles/${CYCLE}/import?preview=true`, order).expect(400);
      expect(pointers(body)).toEqual(['/body/content']);
    }
    const { body } = await post(`/api/cycles/${CYCLE}/import`, { format: 'ics', content: '%%%' }).expect(400);
    expect(pointers(body)).toEqual(['/body/content']);
    const order = { format: 'ics', content: calendar() };
    const { body: early } = await post(`/api/cycles/${CYCLE}/import`, order).expect(400);
    expect(pointers(early)).toEqual(['/body/token']);
  });

  it('knows its own feed and its own tables again', async () => {
    const [{ url }] = await get('/api/feeds');
    const { text } = await request(service.url).get(new URL(url).pathname).expect(200);
    const table = async (query: string): Promise<Buffer> => {
      const { body } = await request(service.url)
        .get(`/api/cycles/${CYCLE}/table?${query}`)
        .set(headers)
        .buffer()
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', (part) => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts)));
        });
      return body;
    };
    const csv = await table('format=csv');
    const xlsx = await table('format=xlsx&language=nn');
    expect(text).toContain('@end.arshjul');
    const entries = text.split('BEGIN:VEVENT').length - 1;
    for (const [format, content, least] of [
      ['ics', text, entries],
      ['csv', csv, 200],
      ['xlsx', xlsx, 200],
    ] as const) {
      const { counts } = await importing({ format, content: base64(content) });
      expect(counts).toMatchObject({ new: 0, changed: 0, unusable: 0 });
      expect(counts.duplicate).toBeGreaterThanOrEqual(least);
    }
  });

  it('writes tables of the filtered list for people and for programs', async () => {
    const csv = await request(service.url)
      .get(`/api/cycles/${CYCLE}/table?format=csv&phase=oppstart-vg1&language=en`)
      .set(headers)
      .expect(200);
    expect(csv.headers['content-disposition']).toContain(`filename="arshjul-${CYCLE}.csv"`);
    const rows = parse(csv.text, { bom: true, columns: true }) as Record<string, string>[];
    const tasks = await get(`/api/cycles/${CYCLE}/tasks?phase=oppstart-vg1`);
    expect(rows.map(({ id }) => id)).toEqual(tasks.map(({ id }: { id: string }) => id));
    const { body } = await request(service.url)
      .get(`/api/cycles/${CYCLE}/table?format=xlsx&phase=oppstart-vg1`)
      .set(headers)
      .responseType('blob')
      .expect(200);
    const [sheet] = await readExcel(body);
    expect(sheet?.sheet).toBe('Årshjul');
    expect(sheet?.data[0]?.slice(0, 2)).toEqual(['Start', 'Slutt']);
    expect(sheet?.data[1]?.[0]).toEqual(new Date(`${tasks[0].start}T00:00:00Z`));
    await request(service.url).get(`/api/cycles/${CYCLE}/table?format=pdf`).expect(400);
  });

  it('gives a cycle away whole, and takes it in again in an empty database with nothing lost', async () => {
    const unit = await post('/api/units', {
      county: '39',
      kind: 'school',
      name: 'Horten videregående skole',
    }).expect(201);
    await patch(`${CYCLE}-skolestart`, 1, { title: 'Velkommen', status: 'started' }).expect(200);
    await request(service.url)
      .patch(`/api/tasks/${CYCLE}-skolestart/adjustments/${unit.body.id}`)
      .set(headers)
      .set('If-Match', '"0"')
      .send({ hidden: 'Ikke her.' })
      .expect(200);
    await post(`/api/tasks/${CYCLE}-skolestart/comments`, { text: 'Husk tolk.' }).expect(201);
    await importing({ format: 'ics', content: calendar() });
    await post(`/api/cycles/${CYCLE}/undo`).expect(200);
    await post(`/api/cycles/${CYCLE}/publish`)
      .set('If-Match', `"${await revision()}"`)
      .expect(200);
    await patch(`${CYCLE}-skolestart`, 2, { title: 'Velkommen inn' }).expect(200);
    const document = await get(`/api/cycles/${CYCLE}/document`);
    const { text, headers: sent } = await request(service.url)
      .get(`/api/cycles/${CYCLE}/document`)
      .set(headers)
      .expect('Content-Type', 'application/json; charset=utf-8');
    expect(text).toBe(JSON.stringify(document));
    // As Express names what it writes itself.
    expect(sent.etag).toBe(express().get('etag fn')(text));

    const empty = await createDatabase();
    const other = await startTestService(empty.address, { settings: { COUNTY: '50' } });
    try {
      await post('/api/cycles/documents', document, other).expect(201);
      expect(await get(`/api/cycles/${CYCLE}/document`, other)).toEqual(document);
      await post(`/api/cycles/${CYCLE}/undo`, {}, other).expect(200);
      expect((await get(`/api/tasks/${CYCLE}-skolestart`, other)).title).toBe('Velkommen');
      await post('/api/cycles/documents', document, other).expect(409);
    } finally {
      await other.stop();
      await empty.drop();
    }
  });

  it('refuses a document that does not hold together, and writes nothing of it', async () => {
    const document = await get(`/api/cycles/${CYCLE}/document`);
    const elsewhere = JSON.parse(JSON.stringify(document).replaceAll(CYCLE, '39-2031-2032'));
    elsewhere.cycle.schoolYear = '2031/2032';
    const broken = structuredClone(elsewhere);
    broken.entries[0].edited.layer = 'nobody';
    broken.entries[1].edited.why = [{ kind: 'because' }];
    broken.entries[2].edited.title = { nb: 'Gjelder 01017000027' };
    broken.history[0].revision = 99;
    const { body: malformed } = await post('/api/cycles/documents', broken).expect(400);
    expect(pointers(malformed)).toEqual(['/body/entries/2/edited/title/nb']);
    broken.entries[2].edited.title = NEW;
    const { body } = await post('/api/cycles/documents', broken).expect(400);
    expect(pointers(body)).toEqual([
      '/body/entries/0/edited/layer',
      '/body/entries/0/generated/layer',
      '/body/entries/0/published/layer',
      '/body/entries/1/edited/why/0',
      '/body/history/0/revision',
    ]);
    await request(service.url).get('/api/cycles/39-2031-2032').expect(404);
    await post('/api/cycles/documents', elsewhere).expect(201);
    expect(await get('/api/cycles/39-2031-2032/tasks')).toHaveLength(document.entries.length);
  });
});
