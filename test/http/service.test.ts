import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { readConfig } from '../../src/compose/config.js';
import { type Service, startService } from '../../src/compose/service.js';
import { ROLE_TABLE } from '../access/role-table.js';
import { knowledge } from '../calendar/samples.js';
import { vestfoldCycle } from '../cycle/samples.js';

const ADMIN_TOKEN = 'a-token-only-for-this-test';
const BASE_URL = 'https://arshjul.example';
const NOW = instant('2026-11-24T10:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));

const start = (now = NOW): Promise<Service> =>
  startService(
    readConfig({
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: join(folder, 'test.sqlite'),
      ADMIN_TOKEN,
      BASE_URL,
    }),
    { now: () => now, version: '0.0.0' },
  );

let service: Service;
const token = { Authorization: `Bearer ${ADMIN_TOKEN}` };
const get = (path: string) => request(service.url).get(path).set(token);

const feedAddress = () => {
  const line = service.greeting.find((each) => each.startsWith('feed'));
  return line?.replace(/^feed\s+/, '').replace(BASE_URL, '') ?? '';
};

beforeAll(async () => {
  service = await start();
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

describe('the first start', () => {
  it('generates Vestfold’s cycle of the current school year, published', async () => {
    const { body } = await get('/api/cycles').expect(200);
    expect(body).toMatchObject([
      {
        id: '39-2026-2027',
        county: '39',
        schoolYear: '2026/2027',
        state: 'published',
        revision: 1,
        provisional: [],
      },
    ]);
  });

  it('prints the page’s address, a feed address and how to sign in', () => {
    expect(service.greeting.join('\n')).toMatch(/page +https:\/\/arshjul\.example\/\n/);
    expect(feedAddress()).toMatch(/^\/feeds\/[\w-]{32}\.ics$/);
    expect(service.greeting.join('\n')).toMatch(/sign in +https:\/\/arshjul\.example\/sign-in#link=\w{32}\n/);
    expect(service.greeting.join('\n')).toContain('ADMIN_TOKEN');
    expect(service.greeting.join('\n')).not.toContain(ADMIN_TOKEN);
  });

  it('keeps the key of the feed addresses to its owner, apart from the database', () => {
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
    const [, token] = /feeds\/(.*)\.ics/.exec(feedAddress()) ?? [];
    expect(readFileSync(join(folder, 'test.sqlite'), 'latin1')).not.toContain(token);
  });
});

describe('a second start', () => {
  it('keeps the cycle, the feed address and the bytes of the feed, also a day later', async () => {
    const [address, before, tasks] = [
      feedAddress(),
      await get(feedAddress()).expect(200),
      (await get('/api/cycles/39-2026-2027/tasks')).body,
    ];
    await service.stop();
    service = await start(instant('2026-11-25T10:00:00Z'));
    expect(feedAddress()).toBe(address);
    const after = await get(address).expect(200);
    expect(after.text).toBe(before.text);
    expect(after.headers.etag).toBe(before.headers.etag);
    expect((await get('/api/cycles/39-2026-2027/tasks')).body).toEqual(tasks);
  });
});

describe('reading tasks', () => {
  it('gives those of the generated cycle, with the contract’s fields', async () => {
    const { body } = await get('/api/cycles/39-2026-2027/tasks').expect(200);
    expect(body.map(({ id }: { id: string }) => id)).toEqual(vestfoldCycle.tasks.map(({ id }) => id));
    const deadline = body.find(({ key }: { key: string }) => key === 'soknadsfrist-videregaende');
    expect(deadline).toMatchObject({
      cycleId: '39-2026-2027',
      kind: 'deadline',
      phase: 'overgang-fra-grunnskolen',
      start: '2027-03-01',
      end: '2027-03-01',
      status: 'planned',
      origin: 'template',
      version: 1,
    });
    expect(deadline.why.join(' ')).toContain('mandag 1. mars 2027');
    const { body: same } = await get(`/api/tasks/${deadline.id}`).expect(200);
    expect(same).toEqual(deadline);
  });

  it('filters by actor, partner, kind, period and words', async () => {
    const tasksWhere = async (query: string) =>
      (await get(`/api/cycles/39-2026-2027/tasks?${query}`).expect(200)).body;
    for (const task of await tasksWhere('partner=nav&kind=cooperation')) {
      expect(task.partners).toContain('nav');
      expect(task.kind).toBe('cooperation');
    }
    const march = await tasksWhere('from=2027-03-01&to=2027-03-31&actor=school');
    expect(march.length).toBeGreaterThan(0);
    for (const task of march) {
      expect(task.end >= '2027-03-01' && task.start <= '2027-03-31' && task.actor === 'school').toBe(true);
    }
    expect((await tasksWhere('q=s%C3%B8knad')).length).toBeGreaterThan(0);
    expect(await tasksWhere('q=finnesikke')).toEqual([]);
  });

  it('takes several values of a parameter, separated by commas', async () => {
    const idsWhere = async (query: string) =>
      (await get(`/api/cycles/39-2026-2027/tasks?${query}`).expect(200)).body.map(
        ({ id }: { id: string }) => id,
      );
    const measures = vestfoldCycle.tasks.flatMap(({ measures: [first] }) => first ?? []).slice(0, 2);
    const cases = {
      phase: ['oppstart-vg1', 'sluttvurdering'],
      category: ['koordinering', 'malrettede-tiltak'],
      actor: ['school', 'follow-up-service'],
      partner: ['nav', 'ppt'],
      kind: ['deadline', 'cooperation'],
      status: ['planned', 'done'],
      measure: measures,
    };
    for (const [parameter, values] of Object.entries(cases)) {
      const each = await Promise.all(values.map((value) => idsWhere(`${parameter}=${value}`)));
      const both = await idsWhere(`${parameter}=${values.join(',')}`);
      expect(both.length, parameter).toBeGreaterThan(0);
      expect(both.sort(), parameter).toEqual([...new Set(each.flat())].sort());
    }
    const { body } = await get('/openapi.json').expect(200);
    const { parameters } = body.paths['/api/cycles/{id}/tasks'].get;
    expect(parameters.find(({ name }: { name: string }) => name === 'phase')).toMatchObject({
      in: 'query',
      style: 'form',
      explode: false,
      schema: { type: 'array', items: { $ref: '#/components/schemas/PhaseId' } },
    });
  });

  it('answers in the language asked for', async () => {
    const path = '/api/tasks/39-2026-2027-soknadsfrist-videregaende';
    const titles = await Promise.all(
      ['?language=nb', '?language=nn', '?language=en'].map(
        async (query) => (await get(path + query)).body.title,
      ),
    );
    expect(new Set(titles).size).toBe(3);
    const { body, headers } = await get(path).set('Accept-Language', 'en-GB,en;q=0.9');
    expect(body.title).toBe(titles[2]);
    expect(headers['content-language']).toBe('en');
    expect((await get(path).set('Accept-Language', 'no')).body.title).toBe(titles[0]);
  });
});

describe('reading about a cycle', () => {
  it('tells its history', async () => {
    const { body } = await get('/api/cycles/39-2026-2027/history').expect(200);
    expect(body).toEqual([
      {
        revision: 1,
        at: '2026-11-24T10:00:00.000Z',
        who: 'service',
        action: 'generated',
        takesBack: null,
        message: null,
        isTakenBack: false,
        mayUndo: false,
        changes: [],
      },
    ]);
  });

  it('tells what of the framework it covers: all of it', async () => {
    const { body } = await get('/api/cycles/39-2026-2027/coverage').expect(200);
    expect(body.uncovered).toEqual([]);
    expect(body.cells).toHaveLength(7 * 4 * 3);
    const sum = body.cells.reduce((total: number, { tasks }: { tasks: number }) => total + tasks, 0);
    expect(sum).toBe(vestfoldCycle.tasks.length);
  });

  it('tells the workload of each week', async () => {
    const { body } = await get('/api/cycles/39-2026-2027/workload').expect(200);
    const sum = body.reduce(
      (total: number, week: Record<string, number>) =>
        total + (week.deadlines ?? 0) + (week.activities ?? 0) + (week.cooperation ?? 0),
      0,
    );
    expect(sum).toBe(vestfoldCycle.tasks.length);
  });
});

describe('reading the framework', () => {
  it('gives it whole', async () => {
    const { body } = await get('/api/framework').expect(200);
    expect(body.phases).toHaveLength(7);
    expect(body.counties).toHaveLength(15);
    expect(body.responsibilities).toHaveLength(knowledge.framework.responsibilities.length);
  });

  it('gives the measures of a county of today', async () => {
    const { body } = await get('/api/measures?county=46').expect(200);
    expect(new Set(body.map(({ county }: { county: { code: string } }) => county.code))).toEqual(
      new Set(['HO', 'SF']),
    );
    expect((await get('/api/measures')).body).toHaveLength(77);
  });

  it('gives everything that concerns NAV in Oppfølging Vg1', async () => {
    const { body } = await get('/api/framework/concerning?phase=oppfolging-vg1&partner=nav').expect(200);
    for (const part of ['focusAreas', 'responsibilities', 'countyMeasures', 'resources']) {
      expect(body[part].length, part).toBeGreaterThan(0);
    }
  });
});

describe('a request that cannot be answered', () => {
  it('is a problem with a pointer to each offending field', async () => {
    const { body, headers } = await get(
      '/api/cycles/39-2026-2027/tasks?kind=deadline,party&actor=&from=soon&colour=red',
    ).expect(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ type: 'urn:arshjul:problem:invalid-request', status: 400 });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/query/actor/0',
      '/query/colour',
      '/query/from',
      '/query/kind/1',
    ]);
  });

  it.each([
    '/api/cycles/nothing',
    '/api/cycles/nothing/tasks',
    '/api/tasks/nothing',
    '/api/nothing',
    '/nothing/at/all',
    '/x',
  ])('%s is not found', async (path) => {
    const { body } = await get(path).expect(404);
    expect(body).toMatchObject({ type: 'urn:arshjul:problem:not-found', status: 404 });
  });

  it('is refused when the method is not one of the address', async () => {
    const { headers } = await request(service.url).delete('/api/cycles/39-2026-2027').expect(405);
    expect(headers.allow).toBe('GET, HEAD, PATCH');
    const { headers: ofTask } = await request(service.url).put('/api/tasks/x').expect(405);
    expect(ofTask.allow).toBe('GET, HEAD, PATCH, DELETE');
  });

  it('is refused without the token of the county coordinator', async () => {
    await request(service.url).get('/api/feeds').expect(401);
    await get('/api/feeds').set('Authorization', 'Bearer wrong').expect(401);
    const { body } = await get('/api/feeds').expect(200);
    expect(body).toMatchObject([{ county: '39', url: BASE_URL + feedAddress() }]);
  });

  it('tells nothing of the server’s inside when the address is malformed', async () => {
    const { body, text } = await get('/api/tasks/%E0%A4%A').expect(400);
    expect(body.status).toBe(400);
    expect(text).not.toContain('node_modules');
  });
});

describe('the service about itself', () => {
  it('is healthy and ready, and counts requests by pattern, never by address', async () => {
    await get('/healthz').expect(200);
    await get('/readyz').expect(200);
    const { text } = await get('/metrics').expect(200);
    expect(text).toContain('arshjul_feed_requests_total{status="200"}');
    expect(text).not.toContain(feedAddress());
  });

  it('describes every API route in OpenAPI 3.1', async () => {
    const { body } = await get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    const paths = Object.keys(ROLE_TABLE).map((name) => name.split(' ')[1]);
    expect(Object.keys(body.paths).sort()).toEqual([...new Set(paths)].sort());
  });

  it('allows scripts and styles of its own host only', async () => {
    const { headers } = await get('/docs').expect(200);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });
});

describe('a county without a known skolerute', () => {
  it('says that its dates are provisional: in the API and in the feed', async () => {
    const database = join(folder, 'provisional', 'test.sqlite');
    const settings = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database,
      BASE_URL,
      COUNTY: '50',
      ADMIN_TOKEN,
    };
    const trondelag = await startService(readConfig(settings), { now: () => NOW, version: '0.0.0' });
    try {
      const read = (path: string) => request(trondelag.url).get(path).set(token).expect(200);
      expect((await read('/api/cycles')).body[0].provisional).toContain('autumn-break');
      const start = (await read('/api/tasks/50-2026-2027-skolestart')).body;
      expect(start.provisional).toBe(true);
      expect(start.why.at(-1)).toContain('Skoleruta er foreløpig');
      const feed = trondelag.greeting
        .find((line) => line.startsWith('feed'))
        ?.replace(/^feed +/, '')
        .replace(BASE_URL, '');
      expect((await read(feed ?? '')).text).toContain('STATUS:TENTATIVE');
    } finally {
      await trondelag.stop();
    }
  });
});
