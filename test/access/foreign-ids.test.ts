import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import type { Tables } from '../../src/database/tables.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { HOLDINGS } from './personal-data.js';
import { signInAs } from './sign-in.js';

const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };
const CYCLE = '39-2026-2027';
const TASK = `${CYCLE}-apen-skole`;
const ELSEWHERE = '50-2026-2027';
const FOREIGN = { cycle: ELSEWHERE, task: `${ELSEWHERE}-apen-skole`, unit: '50-fjellet' } as const;

type Headers = Record<string, string>;

/** Who asks: the coordinators of a school in county 39 and of the county. */
type Who = 'school' | 'county';

/** A request of 39's that names something else's in its body or beside the id that it is about. */
type Attempt = readonly [
  what: string,
  method: 'post' | 'patch' | 'delete',
  path: string,
  body: object,
  who: Who | 'both',
  pointer?: string,
];

const NEW_TASK = {
  title: 'Møte',
  kind: 'activity',
  phase: 'vg1',
  category: 'x',
  actor: 'school',
  start: '2027-02-03',
};
const PERSON = { county: '39', name: 'Ola', address: 'ola@x.example' };
const CSV = Buffer.from('tittel;start\nMøte;2027-02-03\n').toString('base64');

/** Tables that are not what a request has stored: who has signed in, and what the service counts. */
const APART: readonly (keyof Tables)[] = [
  'audit',
  'auth_users',
  'auth_sessions',
  'auth_verifications',
  'signed_in_as',
];

onEachDatabase('an id that is another’s', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let store: Database;
  const callers = {} as Record<Who, Headers>;
  const ids = { person: '', feed: '', foreignPerson: '', foreignMessage: 'm', task: NEW_TASK as object };

  const send = (
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    headers: Headers,
    body?: object,
  ) => {
    const sent = request(service.url)[method](path).set(headers);
    return body === undefined ? sent : sent.send(body);
  };
  const made = async (path: string, body: object) =>
    (await send('post', path, automation, body).expect(201)).body;

  beforeAll(async () => {
    database = await createDatabase('begun');
    service = await startTestService(database.address);
    store = openDatabase(database.address);
    await made('/api/cycles', { county: '50', schoolYear: '2026/2027' });
    for (const [county, id] of [
      ['39', '39-fjellet'],
      ['39', '39-vika'],
      ['50', '50-fjellet'],
    ])
      await made('/api/units', { county, id, kind: 'school', name: `Skole ${id}` });
    const school = { unitId: '39-fjellet', role: 'unit-coordinator', name: 'Siri' };
    const county = { unitId: '39', role: 'county-coordinator', name: 'Kari' };
    callers.school = (await signInAs(service, database.address, school)).headers;
    callers.county = (await signInAs(service, database.address, county)).headers;
    ids.person = (await made('/api/people', { ...PERSON, unitId: '39-fjellet' })).id;
    ids.foreignPerson = (await made('/api/people', { ...PERSON, county: '50', unitId: '50' })).id;
    ids.feed = (await made('/api/feeds', { county: '39', filter: { unit: '39-fjellet' } })).id;
    const { phase, category } = (await send('get', `/api/tasks/${TASK}`, automation).expect(200)).body;
    ids.task = { ...NEW_TASK, phase, category };
    const at = '2026-11-24T10:00:00.000Z';
    await store
      .insertInto('outbox')
      .values({
        county: '50',
        id: ids.foreignMessage,
        recipient: `person:${ids.foreignPerson}`,
        address: 'ola@x.example',
        day: '2026-11-24',
        kind: 'daily',
        number: 1,
        status: 'failed',
        reason: null,
        attempts: 1,
        asked: 1,
        next_attempt_at: at,
        waiting_since: at,
        leased_until: null,
        server_answer: null,
        created_at: at,
        updated_at: at,
      })
      .execute();
    await store
      .insertInto('outbox_content')
      .values({ county: '50', id: ids.foreignMessage, content: JSON.stringify({ kind: 'daily', tasks: [] }) })
      .execute();
  });
  afterAll(async () => {
    await service.stop();
    await store.destroy();
    await database.drop();
  });

  /** All that is stored, but for who signs in and what is logged. */
  const stored = async () => {
    const found: Record<string, string> = {};
    for (const table of Object.keys(HOLDINGS) as (keyof Tables)[]) {
      if (APART.includes(table)) continue;
      const rows = await store.selectFrom(table).selectAll().execute();
      found[table] = rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n');
    }
    return found;
  };

  const attempts = (): Attempt[] => [
    [
      'a task of one’s own in its layer',
      'post',
      `/api/cycles/${CYCLE}/tasks`,
      { ...ids.task, layer: FOREIGN.unit },
      'both',
      '/body/layer',
    ],
    [
      'a task of one’s own in a colleague’s layer',
      'post',
      `/api/cycles/${CYCLE}/tasks`,
      { ...ids.task, layer: '39-vika' },
      'school',
      '/body/layer',
    ],
    [
      'a task of its unit',
      'post',
      `/api/cycles/${CYCLE}/tasks`,
      { ...ids.task, unitId: FOREIGN.unit },
      'both',
      '/body/unitId',
    ],
    [
      'a partner that is none',
      'post',
      `/api/cycles/${CYCLE}/tasks`,
      { ...ids.task, partners: [FOREIGN.unit] },
      'both',
      '/body/partners',
    ],
    ['a task in its cycle', 'post', `/api/cycles/${ELSEWHERE}/tasks`, ids.task, 'both'],
    ['a task given to its unit', 'patch', `/api/tasks/${TASK}`, { unitId: FOREIGN.unit }, 'both'],
    ['its task', 'patch', `/api/tasks/${FOREIGN.task}`, { title: 'Vår' }, 'both'],
    [
      'its unit’s adjustment',
      'patch',
      `/api/tasks/${TASK}/adjustments/${FOREIGN.unit}`,
      { status: 'done' },
      'both',
    ],
    [
      'a colleague’s adjustment',
      'patch',
      `/api/tasks/${TASK}/adjustments/39-vika`,
      { status: 'done' },
      'school',
    ],
    [
      'its task among many',
      'post',
      `/api/cycles/${CYCLE}/bulk`,
      { tasks: [{ id: FOREIGN.task, version: 1 }], change: { status: 'done' } },
      'both',
    ],
    [
      'many tasks given to its unit',
      'post',
      `/api/cycles/${CYCLE}/bulk`,
      { tasks: [{ id: TASK, version: 1 }], change: { assign: { unitId: FOREIGN.unit } } },
      'both',
    ],
    [
      'a date of its task',
      'post',
      `/api/cycles/${CYCLE}/date-preview`,
      { task: FOREIGN.task, start: '2027-02-03' },
      'both',
    ],
    [
      'an import into its layer',
      'post',
      `/api/cycles/${CYCLE}/import?preview=true`,
      { format: 'csv', content: CSV, layer: FOREIGN.unit },
      'both',
    ],
    [
      'an import into a colleague’s layer',
      'post',
      `/api/cycles/${CYCLE}/import?preview=true`,
      { format: 'csv', content: CSV, layer: '39-vika' },
      'school',
    ],
    [
      'a cancelled task of its to bring along',
      'post',
      `/api/cycles/${CYCLE}/rollover?preview=true`,
      { withCancelled: [FOREIGN.task] },
      'county',
      '/body/withCancelled/0',
    ],
    [
      'a decision on its task',
      'post',
      `/api/cycles/${CYCLE}/regenerate?preview=true`,
      { decisions: [{ taskId: FOREIGN.task, field: 'title', take: 'edited' }] },
      'county',
      '/body/decisions/0/taskId',
    ],
    [
      'its task looked over',
      'patch',
      `/api/cycles/${CYCLE}/looked-over`,
      { tasks: [FOREIGN.task], lookedOver: true },
      'county',
      '/body/tasks/0',
    ],
    ['its gaps', 'post', `/api/cycles/${ELSEWHERE}/gaps`, { measures: [] }, 'both'],
    ['an undo in its cycle', 'post', `/api/cycles/${ELSEWHERE}/undo`, { revision: 1 }, 'both'],
    ['a comment on its task', 'post', `/api/tasks/${FOREIGN.task}/comments`, { text: 'Hei.' }, 'both'],
    [
      'a person in its unit',
      'post',
      '/api/people',
      { ...PERSON, unitId: FOREIGN.unit },
      'both',
      '/body/unitId',
    ],
    [
      'a person in its county',
      'post',
      '/api/people',
      { ...PERSON, county: '50', unitId: '50' },
      'both',
      '/body/county',
    ],
    [
      'a person in a colleague’s unit',
      'post',
      '/api/people',
      { ...PERSON, unitId: '39-vika' },
      'school',
      '/body/unitId',
    ],
    [
      'a person who follows its task',
      'post',
      '/api/people',
      { ...PERSON, unitId: '39-fjellet', follows: [FOREIGN.task] },
      'both',
      '/body/follows/0',
    ],
    [
      'a person who follows what its unit sees',
      'post',
      '/api/people',
      { ...PERSON, unitId: '39-fjellet', followed: { unit: FOREIGN.unit } },
      'both',
      '/body/followed/unit',
    ],
    [
      'a person moved to its unit',
      'patch',
      `/api/people/${ids.person}`,
      { unitId: FOREIGN.unit },
      'both',
      '/body/unitId',
    ],
    [
      'a person who comes to follow its task',
      'patch',
      `/api/people/${ids.person}`,
      { follows: [TASK, FOREIGN.task] },
      'both',
      '/body/follows/1',
    ],
    [
      'a person who comes to follow its layer',
      'patch',
      `/api/people/${ids.person}`,
      { followed: { layers: [FOREIGN.unit] } },
      'both',
      '/body/followed/layers/0',
    ],
    ['its person', 'patch', `/api/people/${ids.foreignPerson}`, { role: 'none' }, 'both'],
    [
      'a feed of its unit',
      'post',
      '/api/feeds',
      { county: '39', filter: { unit: FOREIGN.unit } },
      'both',
      '/body/filter/unit',
    ],
    [
      'a feed of its layer',
      'post',
      '/api/feeds',
      { county: '39', filter: { layers: [FOREIGN.unit] } },
      'both',
      '/body/filter/layers/0',
    ],
    [
      'a feed of a colleague’s layer',
      'post',
      '/api/feeds',
      { county: '39', filter: { layers: ['39-vika'] } },
      'school',
    ],
    [
      'a feed turned to its unit',
      'patch',
      `/api/feeds/${ids.feed}`,
      { filter: { unit: FOREIGN.unit } },
      'both',
      '/body/filter/unit',
    ],
    [
      'a feed for all of its unit',
      'post',
      `/api/cycles/${CYCLE}/feeds`,
      { language: 'nb', filter: { unit: FOREIGN.unit } },
      'both',
      '/body/filter/unit',
    ],
    [
      'a unit by its id',
      'post',
      '/api/units',
      { county: '39', id: '50-vika', kind: 'school', name: 'Vika' },
      'county',
      '/body/id',
    ],
    ['its mail', 'post', `/api/outbox/${ids.foreignMessage}/retry`, { county: '39' }, 'county'],
    [
      'its mail as its county',
      'post',
      `/api/outbox/${ids.foreignMessage}/retry`,
      { county: '50' },
      'county',
      '/body/county',
    ],
    ['a scope that no token has', 'post', '/api/tokens', { name: 'x', scopes: ['50'] }, 'both'],
  ];

  it('is refused in every body and beside every id, and nothing is stored', async () => {
    const before = await stored();
    for (const [what, method, path, body, who, pointer] of attempts())
      for (const caller of who === 'both' ? (['school', 'county'] as const) : [who]) {
        const answer = await send(method, path, { ...callers[caller], 'If-Match': '"1"' }, body);
        const told = `${what}, as ${caller}: ${answer.status} ${answer.text.slice(0, 300)}`;
        expect(answer.status, told).toBeGreaterThanOrEqual(400);
        expect(answer.status, told).toBeLessThan(500);
        expect([412, 428], told).not.toContain(answer.status);
        // Whoever may not do it at all is not told what else is wrong.
        if (pointer !== undefined && answer.status === 400)
          expect(
            answer.body.errors.map((error: { pointer: string }) => error.pointer.slice(0, pointer.length)),
            told,
          ).toContain(pointer);
      }
    expect(await stored()).toEqual(before);
  });
});
