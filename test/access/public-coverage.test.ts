import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, pointers, startTestService } from '../http/test-service.js';
import { OWN_PAGE, signIn, signInAs } from './sign-in.js';

const CYCLE = '39-2026-2027';
const SCHOOL = '39-fjellet';
const ROUTES = ['coverage', 'workload', 'gaps'] as const;
const STATES = ['published', 'edited'] as const;

/** Whoever asks, from the least on. */
const CALLERS = [
  'anyone',
  'nobody',
  'reader elsewhere',
  'coordinator elsewhere',
  'reader',
  'contributor',
  'unit-coordinator',
  'county-coordinator',
  'automation',
] as const;

type Statuses = Readonly<Record<(typeof CALLERS)[number], number>>;

/** Those who work with the cycle are let in, whatever has been opened. */
const WORKING = {
  contributor: 200,
  'unit-coordinator': 200,
  'county-coordinator': 200,
  automation: 200,
} as const;

/** What has no role in the county, of a working version. */
const UNKNOWN = { nobody: 404, 'reader elsewhere': 404, 'coordinator elsewhere': 404 } as const;

const CLOSED: Statuses = {
  anyone: 401,
  nobody: 403,
  'reader elsewhere': 403,
  'coordinator elsewhere': 403,
  reader: 403,
  ...WORKING,
};

interface Case {
  readonly isPublic: boolean;
  readonly isOpen: boolean;
  readonly published: Statuses;
  readonly edited: Statuses;
}

/** What is answered, by whether the cycle is public and whether the county has opened them. */
const EXPECTED: Readonly<Record<string, Case>> = {
  'of a public cycle, closed as from the start': {
    isPublic: true,
    isOpen: false,
    published: CLOSED,
    edited: { anyone: 401, ...UNKNOWN, reader: 403, ...WORKING },
  },
  'of a public cycle, opened': {
    isPublic: true,
    isOpen: true,
    published: {
      anyone: 200,
      nobody: 200,
      'reader elsewhere': 200,
      'coordinator elsewhere': 200,
      reader: 200,
      ...WORKING,
    },
    edited: { anyone: 401, ...UNKNOWN, reader: 200, ...WORKING },
  },
  'of a cycle that is not public, opened': {
    isPublic: false,
    isOpen: true,
    published: { anyone: 404, ...UNKNOWN, reader: 200, ...WORKING },
    edited: { anyone: 401, ...UNKNOWN, reader: 200, ...WORKING },
  },
  'of a cycle that is not public, closed': {
    isPublic: false,
    isOpen: false,
    published: { anyone: 404, ...UNKNOWN, reader: 403, ...WORKING },
    edited: { anyone: 401, ...UNKNOWN, reader: 403, ...WORKING },
  },
};

onEachDatabase('who may read coverage, workload and gaps', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  const headersOf = new Map<string, Record<string, string>>();
  const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const get = (path: string, caller: string) =>
    request(service.url)
      .get(path)
      .set(headersOf.get(caller) ?? {});
  const patch = async (path: string, body: object, caller = 'automation') => {
    const { headers } = await get(path, 'automation').expect(200);
    return request(service.url)
      .patch(path)
      .set({ ...headersOf.get(caller), 'If-Match': headers.etag ?? '' })
      .send(body);
  };

  beforeAll(async () => {
    database = await createDatabase('begun');
    service = await startTestService(database.address);
    headersOf.set('anyone', OWN_PAGE).set('automation', { ...automation, ...OWN_PAGE });
    for (const [county, id] of [
      ['39', SCHOOL],
      ['50', '50-fjellet'],
    ])
      await request(service.url)
        .post('/api/units')
        .set(automation)
        .send({ county, id, kind: 'school', name: 'Fjellet vgs' })
        .expect(201);
    for (const [caller, unitId, role] of [
      ['reader elsewhere', '50-fjellet', 'reader'],
      ['coordinator elsewhere', '50', 'county-coordinator'],
      ['reader', SCHOOL, 'reader'],
      ['contributor', SCHOOL, 'contributor'],
      ['unit-coordinator', SCHOOL, 'unit-coordinator'],
      ['county-coordinator', '39', 'county-coordinator'],
    ] as const) {
      const { headers } = await signInAs(service, database.address, { unitId, role, name: caller });
      headersOf.set(caller, headers);
    }
    const Cookie = await signIn(service, database.address, 'nobody@example.org');
    headersOf.set('nobody', { Cookie, ...OWN_PAGE });
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  describe.each(Object.entries(EXPECTED))('%s', (_name, { isPublic, isOpen, ...expected }) => {
    beforeAll(async () => {
      expect((await patch(`/api/cycles/${CYCLE}`, { public: isPublic })).status).toBe(200);
      expect((await patch('/api/units/39', { publicCoverage: isOpen })).status).toBe(200);
    });

    it.each(ROUTES.flatMap((route) => STATES.map((state) => [route, state] as const)))(
      'GET /api/cycles/{id}/%s?state=%s',
      async (route, state) => {
        const told: Record<string, number> = {};
        for (const caller of CALLERS)
          told[caller] = (await get(`/api/cycles/${CYCLE}/${route}?state=${state}`, caller)).status;
        expect(told).toEqual(expected[state]);
      },
    );

    it('what is read of the cycle says so', async () => {
      const { body } = await get(`/api/cycles/${CYCLE}/view?state=published`, 'reader').expect(200);
      expect(body.county).toEqual({ number: '39', name: 'Vestfold', publicCoverage: isOpen });
    });
  });

  it('is chosen by the coordinator of the county, for the county’s own unit', async () => {
    const open = { publicCoverage: true };
    for (const caller of ['reader', 'contributor', 'unit-coordinator'])
      expect((await patch('/api/units/39', open, caller)).status).toBe(403);
    expect((await patch('/api/units/39', open, 'coordinator elsewhere')).status).toBe(404);
    const { status, body } = await patch(`/api/units/${SCHOOL}`, open, 'county-coordinator');
    expect([status, pointers(body)]).toEqual([409, ['/body/publicCoverage']]);
    expect((await patch('/api/units/39', open, 'county-coordinator')).body).toMatchObject(open);
    expect((await get('/api/units/39', 'reader')).body).toMatchObject(open);
  });
});
