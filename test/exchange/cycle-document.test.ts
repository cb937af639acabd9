import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { cycleSchema } from '../../src/cycle/cycle.js';
import { levelBefore } from '../../src/cycle/levels-before.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { wordingsOf } from '../../src/datafiles/knowledge.js';
import { type CycleDocument, cycleDocumentSchema } from '../../src/exchange/cycle-document.js';
import { type DocumentMeasure, documentFlaws } from '../../src/exchange/cycle-document-flaws.js';
import { type Entry, isTask } from '../../src/task/entry.js';
import { BLANK } from '../../src/task/fields.js';
import type { Task } from '../../src/task/task.js';
import { signInAs } from '../access/sign-in.js';
import { entryOfBefore } from '../calendar/kindless.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, knowledgeOfTests, pointers, startTestService } from '../http/test-service.js';

const CYCLE = '39-2026-2027';
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

/**
 * What the version of November 2026 gave out of a cycle that people have worked in: a unit's own task and its
 * adjustment of a common one, a comment, an undo and its redo, a publication. Most of the generated tasks are left out.
 */
const givenOut = (): CycleDocument =>
  JSON.parse(readFileSync(new URL('cycle-of-the-version-before.json', import.meta.url), 'utf8'));

/** Every text in a document that is an id of the county, of the cycle, or of something in them. */
function idsIn(value: Json, path: Path = []): { readonly path: Path; readonly id: string }[] {
  if (typeof value === 'string') return /^39(-|$)/.test(value) ? [{ path, id: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    idsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The document with another text at a path. */
function withId(document: CycleDocument, path: Path, id: string): CycleDocument {
  const changed = structuredClone(document);
  const holder = path
    .slice(0, -1)
    .reduce<Json>((part, key) => (part as Record<string, Json>)[key] ?? null, changed as unknown as Json);
  (holder as Record<string, Json>)[path.at(-1) ?? ''] = id;
  return changed;
}

/** The same id in another county, and in another cycle of the county if it is of a cycle. */
const foreignOf = (id: string): string[] => [
  id.replace(/^39/, '03'),
  ...(id.includes('2026-2027') ? [id.replace('2026-2027', '2025-2026')] : []),
];

describe('the ids in a document', () => {
  const knowledge = knowledgeOfTests();
  const measure: DocumentMeasure = {
    wording: wordingsOf(knowledge).nb,
    counties: knowledge.counties.map(({ number }) => number),
    partners: knowledge.framework.partners.map(({ id }) => id),
  };

  it('hold together in one that the version before has given out', () => {
    const document = givenOut();
    expect(cycleDocumentSchema.safeParse(document).success).toBe(true);
    expect(documentFlaws({ ...document, cycle: cycleSchema.parse(document.cycle) }, measure)).toEqual([]);
  });

  it('are refused wherever a single one is another county’s or another cycle’s, with its path', () => {
    const document = givenOut();
    const places = idsIn(document as unknown as Json);
    expect(places.length).toBeGreaterThan(100);
    for (const { path, id } of places)
      for (const foreign of foreignOf(id)) {
        const flaws = documentFlaws(withId(document, path, foreign), measure);
        expect(flaws.length, `${path.join('/')}: ${foreign}`).toBeGreaterThan(0);
      }
  });

  it.each<[string, (document: CycleDocument) => void, string]>([
    [
      'a cycle of another year than its id says',
      ({ cycle }) => Object.assign(cycle, { schoolYear: '2025/2026' }),
      'cycle/id',
    ],
    ['a county that there is not', ({ cycle }) => Object.assign(cycle, { county: '99' }), 'cycle/county'],
    [
      'a revision that is there twice',
      ({ history }) => Object.assign(history[1] ?? {}, { revision: 1 }),
      'history/1/revision',
    ],
    [
      'an undo of what comes later',
      ({ history }) => Object.assign(history[0] ?? {}, { takesBack: 4 }),
      'history/0/takesBack',
    ],
    [
      'a unit that is there twice',
      ({ units }) => units.push(structuredClone(units[1] as never)),
      'units/3/id',
    ],
    ['a second county', ({ units }) => Object.assign(units[1] ?? {}, { kind: 'county' }), 'units/1/kind'],
    ['no unit of the county', ({ units }) => units.splice(0, 1), 'units'],
    [
      'a unit with a line break in its address',
      ({ units }) => Object.assign(units[1] ?? {}, { address: 'a@b.example\nBcc: c@d.example' }),
      'units/1/address',
    ],
    [
      'a partner that there is not',
      ({ units }) => Object.assign(units[2] ?? {}, { partner: 'nobody' }),
      'units/2/partner',
    ],
    [
      'a comment that is there twice',
      ({ comments }) => comments.push(structuredClone(comments[0] as never)),
      'comments/1/id',
    ],
    [
      'a time that is none',
      ({ cycle }) => Object.assign(cycle, { createdAt: 'yesterday' }),
      'cycle/createdAt',
    ],
  ])('are refused with %s', (_what, spoil, path) => {
    const document = givenOut();
    spoil(document);
    expect(documentFlaws(document, measure).map((flaw) => flaw.path.join('/'))).toContain(path);
  });
});

/** A document with the fields that tasks have got since: nothing has been said of them but what follows from others. */
function withLaterFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLaterFields);
  if (value === null || typeof value !== 'object') return value;
  const inside = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withLaterFields(each)]));
  // A document that does not say when its cycle was first published has it from when it was last.
  if ('schoolYear' in value && 'publishedAt' in value)
    return { ...inside, firstPublishedAt: value.publishedAt, level: 'complete' };
  if ('leadTimes' in value) return { ...inside, route: null, reminders: 'weekly', publicCoverage: false };
  return 'cycleId' in value && 'kind' in value
    ? { ...BLANK, level: levelBefore(value as Task), ...inside }
    : inside;
}

onEachDatabase('a document that is taken in', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let store: Database;
  const start = async () => {
    database = await createDatabase();
    service = await startTestService(database.address, { settings: { FIRST_CYCLE: 'none' } });
    store = openDatabase(database.address);
  };
  const stop = async () => {
    await service.stop();
    await store.destroy();
    await database.drop();
  };
  const post = (document: object, headers: Record<string, string> = automation) =>
    request(service.url).post('/api/cycles/documents').set(headers).send(document);
  const rows = async () => {
    const found: Record<string, unknown[]> = {};
    for (const table of ['cycles', 'tasks', 'history', 'comments', 'units'] as const)
      found[table] = await store.selectFrom(table).selectAll().execute();
    return found;
  };

  describe('with a single foreign id', () => {
    beforeAll(start);
    afterAll(stop);

    it('is refused, and nothing of it is stored', async () => {
      const document = givenOut();
      const places = idsIn(document as unknown as Json);
      const nothing = await rows();
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), fc.nat({ max: 1 }), async ({ path, id }, which) => {
          const foreign = foreignOf(id)[which] ?? foreignOf(id)[0] ?? '';
          const { status, body } = await post(withId(document, path, foreign));
          expect([400, 403, 409], path.join('/')).toContain(status);
          expect(body.errors.length).toBeGreaterThan(0);
          expect(body.errors[0].pointer).toMatch(/^\/body\//);
        }),
        { numRuns: 60 },
      );
      expect(await rows()).toEqual(nothing);
      await post(document).expect(201);
    });

    it.each<[string, (document: CycleDocument) => void, string]>([
      [
        'the id of a comment',
        ({ comments }) => Object.assign(comments[0] ?? {}, { id: 'a\u0000b' }),
        '/body/comments/0/id',
      ],
      [
        'the id of an entry',
        (document) => {
          const [first] = document.entries;
          const edited = { ...first?.edited, id: `${CYCLE}-a\u0000b` };
          Object.assign(document, {
            entries: [...document.entries, { edited, generated: null, published: null }],
          });
        },
        '/body/entries/',
      ],
      [
        'half a character in a step that is ticked',
        ({ entries }) =>
          Object.assign(entries.find(({ edited }) => 'adjusts' in edited)?.edited ?? {}, {
            ticked: ['a\ud800'],
          }),
        '/ticked/0',
      ],
    ])('is refused with what no database stores in %s', async (_what, spoil, pointer) => {
      const document = givenOut();
      spoil(document);
      const { status, body } = await post(document);
      expect(status).toBe(400);
      expect(body.errors[0].pointer).toContain(pointer);
      expect(['control-character', 'lone-surrogate']).toContain(body.errors[0].code);
    });

    it('is the county’s own coordinator’s to send', async () => {
      const oslo = await signInAs(service, database.address, {
        unitId: '03',
        role: 'county-coordinator',
        name: 'Oslo',
      });
      const { body } = await post(givenOut(), oslo.headers).expect(403);
      expect(pointers(body)).toEqual(['/body/cycle/county']);
    });
  });

  describe('otherwise', () => {
    beforeEach(start);
    afterEach(stop);

    it('is given out again as it was, by those who have it from the version before', async () => {
      const document = givenOut();
      await post(document).expect(201);
      const given = await request(service.url)
        .get(`/api/cycles/${CYCLE}/document`)
        .set(automation)
        .expect(200);
      // Its rules say their kind since; nothing else is another than it was.
      const asBefore = (entry: Entry | null) =>
        entry && { ...entryOfBefore(entry), ...(isTask(entry) && { level: entry.level }) };
      const { entries, history, ...rest } = given.body as CycleDocument;
      expect({
        ...rest,
        entries: entries.map(({ edited, generated, published }) => ({
          edited: asBefore(edited),
          generated: asBefore(generated),
          published: asBefore(published),
        })),
        history: history.map((revision) => ({
          ...revision,
          changes: revision.changes.map(({ before, after }) => ({
            before: asBefore(before),
            after: asBefore(after),
          })),
        })),
      }).toEqual(withLaterFields(document));
      const rules = entries.flatMap(({ edited }) => (isTask(edited) && edited.rule ? [edited.rule] : []));
      expect(rules.length).toBeGreaterThan(0);
      expect(rules.every(({ kind }) => typeof kind === 'string')).toBe(true);
    });

    it('leaves units as they are that are there, whatever version it says they have', async () => {
      const send = (method: 'post' | 'patch', path: string, body: object, more: object = {}) =>
        request(service.url)
          [method](path)
          .set({ ...automation, ...more })
          .send(body);
      const school = {
        county: '39',
        id: '39-fjellet',
        kind: 'school',
        name: 'Fjellet',
        address: 'ekte@fjellet.example',
      };
      await send('post', '/api/units', school).expect(201);
      await send(
        'patch',
        '/api/units/39',
        { address: 'ekte@vestfold.example' },
        { 'If-Match': '"1"' },
      ).expect(200);
      const document = givenOut();
      for (const unit of document.units)
        Object.assign(unit, { version: 999_999, address: 'annen@x.example' });
      await post(document).expect(201);
      const { body } = await request(service.url).get('/api/units?county=39').set(automation).expect(200);
      expect(body).toMatchObject([
        { id: '39', address: 'ekte@vestfold.example', version: 2 },
        { id: '39-fjellet', name: 'Fjellet', address: 'ekte@fjellet.example', version: 1 },
        { id: '39-nav-horten', address: 'annen@x.example' },
      ]);
    });

    it('is a conflict by name where an id is taken, and nothing of it is stored', async () => {
      const document = givenOut();
      const [entry] = document.entries;
      const at = '2026-11-24T10:00:00.000Z';
      await request(service.url)
        .post('/api/cycles')
        .set(automation)
        .send({ county: '03', schoolYear: '2026/2027' })
        .expect(201);
      // As a document could bring it into a database of the version before.
      await store
        .insertInto('tasks')
        .values({
          county: '03',
          cycle_id: '03-2026-2027',
          id: entry?.edited.id ?? '',
          version: 1,
          body: '{}',
          generated: null,
          published: null,
          adjusts: null,
        })
        .execute();
      await store
        .insertInto('units')
        .values({
          county: '03',
          id: '39-fjellet',
          kind: 'school',
          name: 'Fjellet',
          partner: null,
          address: null,
          organisation_number: null,
          municipality: null,
          language: 'nb',
          lead_times: '{}',
          retired: 0,
          version: 1,
          created_at: at,
          updated_at: at,
        })
        .execute();
      const there = await rows();
      const { body: unitTaken } = await post(document).expect(409);
      expect(pointers(unitTaken)).toEqual(['/body/units/1/id']);
      await store.deleteFrom('units').where('id', '=', '39-fjellet').execute();
      const { body: taskTaken } = await post(document).expect(409);
      expect(pointers(taskTaken)).toEqual(['/body/entries/0/edited/id']);
      expect((await rows()).tasks).toEqual(there.tasks);
    });

    it('is a conflict by name where the cycle is there already', async () => {
      await post(givenOut()).expect(201);
      expect(pointers((await post(givenOut()).expect(409)).body)).toEqual(['/body/cycle/id']);
    });
  });
});
