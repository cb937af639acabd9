import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../src/access/roles/permissions.js';
import type { Service } from '../../src/compose/service.js';
import { signInAs } from '../access/sign-in.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { CYCLE, hardTexts, WITHOUT_WRITTEN_FIELDS, WRITTEN_FIELDS, withAt } from './written-fields.js';

describe('the table of fields in which people write', () => {
  it('has every route that takes a body', () => {
    const writing = Object.keys(PERMISSIONS).filter((name) => /^(POST|PATCH) /.test(name));
    expect([...Object.keys(WRITTEN_FIELDS), ...WITHOUT_WRITTEN_FIELDS].sort()).toEqual(writing.sort());
  });
});

onEachDatabase('a field in which people write', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let person: Record<string, string>;
  const ids: Record<string, string> = {};
  const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

  beforeAll(async () => {
    database = await createDatabase('begun');
    service = await startTestService(database.address);
    const kari = await signInAs(service, database.address, {
      unitId: '39',
      role: 'county-coordinator',
      name: 'Kari',
    });
    person = kari.headers;
    ids['{person}'] = kari.id;
    const post = (path: string, body: object) =>
      request(service.url).post(path).set(automation).send(body).expect(201);
    await post('/api/units', { county: '39', kind: 'school', name: 'Horten' });
    ids['{feed}'] = (await post('/api/feeds', { county: '39' })).body.id;
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  const send = (name: string, path: string, body: object) => {
    const method = name.startsWith('PATCH') ? 'patch' : 'post';
    const address = path.replace(/\{\w+\}/, (placeholder) => ids[placeholder] ?? placeholder);
    const call = request(service.url)[method](address).set('If-Match', '"1"');
    return call.set(name.endsWith('/tokens') ? person : automation).send(body);
  };
  type Flaws = readonly { readonly pointer: string; readonly code?: string }[];
  const codesAt = (errors: Flaws | undefined, pointer: string) =>
    (errors ?? []).filter((error) => error.pointer === `/body${pointer}`).map(({ code }) => code);

  const table = Object.entries(WRITTEN_FIELDS).flatMap(([name, { path, body, fields }]) =>
    Object.entries(fields).map(([pointer, form]) => ({ name, path, body, pointer, form })),
  );

  it.each(table)('refuses it: $name $pointer', async ({ name, path, body, pointer, form }) => {
    for (const { text, codes } of hardTexts(form)) {
      const answer = await send(name, path, withAt(body, pointer, text) as object);
      expect(answer.status, JSON.stringify(answer.body)).toBe(400);
      expect(codes).toEqual(expect.arrayContaining(codesAt(answer.body.errors, pointer).slice(0, 1)));
      expect(codesAt(answer.body.errors, pointer)).not.toEqual([]);
    }
  });

  it('of a cycle’s document is refused too', async () => {
    const { body: document } = await request(service.url)
      .get(`/api/cycles/${CYCLE}/document`)
      .set(automation)
      .expect(200);
    const at = document.entries.findIndex(({ edited }: { edited: { source?: object | null } }) =>
      Boolean(edited.source),
    );
    // One task is enough, and quick to send.
    const whole = {
      ...document,
      entries: [document.entries[at]],
      history: document.history.slice(0, 1).map((revision: object) => ({ ...revision, changes: [] })),
      comments: [
        { taskId: `${CYCLE}-skolestart`, id: 'a', at: '2026-11-24T10:00:00Z', who: 'Kari', text: 'a' },
      ],
    };
    const task = '/entries/0/edited';
    const link = `${task}/links/0`;
    const withLink = withAt(withAt(whole, `${link}/title`, 'a'), `${link}/url`, 'https://example.org/') as {
      entries: { edited: { links: { historical: boolean }[] } }[];
    };
    for (const each of withLink.entries[0]?.edited.links.slice(0, 1) ?? []) each.historical = false;
    for (const pointer of [
      '/units/0/id',
      '/units/0/name',
      '/units/0/municipality',
      '/units/0/address',
      `${task}/title/nb`,
      `${task}/description/nb`,
      `${task}/ruleWhy/nb`,
      `${task}/source/page`,
      `${task}/source/note`,
      `${link}/title`,
      '/history/0/who',
      '/history/0/message',
      '/comments/0/who',
      '/comments/0/text',
    ])
      for (const { text, codes } of hardTexts('text')) {
        const answer = await request(service.url)
          .post('/api/cycles/documents')
          .set(automation)
          .send(withAt(withLink, pointer, text) as object);
        expect(answer.status, pointer).toBe(400);
        expect(codesAt(answer.body.errors, pointer), pointer).toEqual(codes.slice(0, 1));
      }
  });

  const base64 = (content: string) => Buffer.from(content).toString('base64');
  const text = hardTexts('text').map((each) => each.text);

  it('of a table of people or units is a problem of its row', async () => {
    const rows = text.map((each) => each.replaceAll(',', ''));
    const people = `navn,e-post,enhet\n${rows.map((row, index) => `${row},a${index}@example.org,39`).join('\n')}\n`;
    const units = `navn,type,kommune\n${rows.map((row) => `${row},skole,Horten`).join('\n')}\nA,skole,${rows[0]}\n`;
    for (const [path, content, fields] of [
      ['/api/people/import', people, ['name', 'name']],
      ['/api/units/import', units, ['name', 'name', 'municipality']],
    ] as const) {
      const body = { county: '39', format: 'csv', content: base64(content) };
      const answer = await request(service.url).post(path).set(automation).send(body).expect(200);
      expect(answer.body.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
        fields.map(() => 'unusable'),
      );
      const flawed = answer.body.map(({ problems }: { problems: { field: string }[] }) => problems[0]?.field);
      expect(flawed).toEqual(fields);
    }
  });

  it('of an imported table or calendar is a problem of its row', async () => {
    const [number = '', nul = ''] = text;
    const columns = ['title', 'description', 'id'] as const;
    const rows = columns.flatMap((column) => [number, nul].map((each) => ({ [column]: each })));
    const lines = rows.map((row, index) => {
      const { title = `Møte ${index}`, description = '', id = '' } = row as Record<string, string>;
      return `${title},2026-10-22,${description},${id}`;
    });
    const csv = ['title,start,description,id', ...lines].join('\n');
    const event = (uid: string, summary: string) =>
      `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${summary}\r\nDTSTART;VALUE=DATE:20261022\r\nEND:VEVENT\r\n`;
    const ics = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${event('a', number)}${event('b\u0000', 'Møte')}END:VCALENDAR\r\n`;
    for (const [format, content, fields] of [
      ['csv', csv, ['title', 'title', 'description', 'description', 'id', 'id']],
      ['ics', ics, ['title', 'id']],
    ] as const) {
      const answer = await request(service.url)
        .post(`/api/cycles/${CYCLE}/import?preview=true`)
        .set(automation)
        .send({ format, content: base64(content) })
        .expect(200);
      type Row = { outcome: string; problems: { field: string }[] };
      expect(answer.body.rows.map(({ problems }: Row) => problems[0]?.field)).toEqual(fields);
      expect(answer.body.counts).toMatchObject({ new: 0, unusable: fields.length });
    }
  });

  it('takes real dates, telephone and organisation numbers', async () => {
    const body = {
      text: 'tlf. 22 33 44 55, 01.03.2027 kl. 10:00, org.nr. 974 760 673, 2026-11-29T05:15:55Z',
    };
    await request(service.url)
      .post(`/api/tasks/${CYCLE}-skolestart/comments`)
      .set(automation)
      .send(body)
      .expect(201);
  });
});
