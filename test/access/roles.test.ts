import type { Readable } from 'node:stream';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS, permissionOf } from '../../src/access/roles/permissions.js';
import type { Service } from '../../src/compose/service.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { ROLE_TABLE } from './role-table.js';
import { OWN_PAGE, signIn, signInAs } from './sign-in.js';

const ROLES = ['reader', 'contributor', 'unit-coordinator', 'county-coordinator'] as const;
const COUNTIES = ['39', '50'] as const;

type County = (typeof COUNTIES)[number];

const schoolOf = (county: County) => `${county}-fjellet`;
const cycleOf = (county: County) => `${county}-2026-2027`;

/** What somebody is told, whatever becomes of what they asked for. */
function answerOf(status: number): string {
  const told: Record<number, string> = { 401: 'sign in', 403: 'not yours', 404: 'not there', 429: 'wait' };
  return told[status] ?? (status < 500 ? 'let in' : `failed with ${status}`);
}

onDatabase('SQLite', 'who may do what', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  const callers = new Map<string, Record<string, string>>();
  const things = new Map<County, Record<'person' | 'feed', string>>();
  const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const send = (method: string, path: string, headers: Record<string, string>, body?: object) => {
    const sent = request(service.url)[method.toLowerCase() as 'get'](path).set(headers);
    return body === undefined ? sent : sent.send(body);
  };
  const made = async (path: string, body: object) =>
    (await send('POST', path, automation, body).expect(201)).body;

  beforeAll(async () => {
    database = await createDatabase('begun');
    service = await startTestService(database.address);
    await made('/api/cycles', { county: '50', schoolYear: '2026/2027' });
    await send('POST', `/api/cycles/${cycleOf('50')}/publish`, { ...automation, 'If-Match': '"1"' }).expect(
      200,
    );
    await send(
      'PATCH',
      `/api/cycles/${cycleOf('39')}`,
      { ...automation, 'If-Match': '"1"' },
      { public: false },
    ).expect(200);
    for (const county of COUNTIES) {
      await made('/api/units', { county, id: schoolOf(county), kind: 'school', name: 'Fjellet vgs' });
      for (const role of ROLES) {
        const unitId = role === 'county-coordinator' ? county : schoolOf(county);
        const { headers } = await signInAs(service, database.address, { unitId, role, name: role });
        callers.set(`${role} of ${county}`, headers);
      }
      const [person, feed] = await Promise.all([
        made('/api/people', {
          county,
          unitId: schoolOf(county),
          name: 'Ola',
          address: `ola@${county}.example`,
        }),
        made('/api/feeds', { county, filter: { unit: schoolOf(county) } }),
      ]);
      things.set(county, { person: person.id, feed: feed.id });
    }
    const Cookie = await signIn(service, database.address, 'nobody@example.org');
    callers.set('nobody', { Cookie, 'Sec-Fetch-Site': 'same-origin' });
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  /** A request of a route about a county: its own ids, and nothing in the body but the county. */
  const ask = (name: string, county: County, headers: Record<string, string>) => {
    const [method = '', path = ''] = name.split(' ');
    const ids: Record<string, string | undefined> = {
      cycles: cycleOf(county),
      tasks: `${cycleOf(county)}-apen-skole`,
      units: schoolOf(county),
      people: things.get(county)?.person,
      feeds: things.get(county)?.feed,
      accounts: `${county}-user-none`,
      tokens: 'none',
      sessions: 'none',
      outbox: 'none',
    };
    const [, kind = ''] = path.replace(/^\/api/, '').split('/');
    const filled = path
      .replace('{id}', ids[kind] ?? '')
      .replace('{format}', 'svg')
      .replace('{label}', '2026-2027')
      .replace('{unit}', schoolOf(county));
    const query = new URLSearchParams({
      ...(/\/(view|coverage|workload|gaps|table)$/.test(path) && { state: 'published' }),
      ...(path.endsWith('/table') && { format: 'csv' }),
      ...(QUERIED.includes(name) && { county }),
    });
    if (path.endsWith('/presence')) query.set('window', 'one');
    const body = method === 'GET' ? undefined : (BODIES[name]?.(county) ?? { county });
    const sent = send(method, `${filled}?${query}`, headers, body);
    return path.endsWith('/events') ? sent.buffer(true).parse(leaveAtOnce) : sent;
  };
  /** A stream of events has no end of its own. */
  const leaveAtOnce = (response: request.Response, done: (error: null, body: object) => void) => {
    (response as unknown as Readable).destroy();
    done(null, {});
  };
  const QUERIED = [
    'GET /api/draft-sizes',
    'GET /api/school-years/{label}',
    'PATCH /api/school-years/{label}',
    'DELETE /api/school-years/{label}',
    'GET /api/school-years/{label}/dates',
    'PATCH /api/school-years/{label}/dates/{template}',
    'DELETE /api/school-years/{label}/dates/{template}',
    'GET /api/units',
    'GET /api/people',
    'GET /api/accounts',
    'GET /api/feeds',
    'GET /api/outbox',
    'GET /api/audit',
    'GET /api/reminders/simulation',
    'GET /api/reminders/lapsed',
  ];
  const BODIES: Record<string, (county: County) => object> = {
    'POST /api/cycles/documents': (county) => ({ cycle: { county } }),
    'POST /api/cycles/{id}/feeds': () => ({ language: 'nb', filter: {} }),
    'POST /api/cycles/{id}/feeds/preview': () => ({ language: 'nb', filter: {} }),
  };

  const expected = (name: string, role: string, isOwn: boolean): string => {
    const [least, elsewhere, special] = ROLE_TABLE[name] ?? ['nobody', 'same'];
    if (role === 'automation') return special === 'person' ? 'not yours' : 'let in';
    const order = ['anyone', 'nobody', ...ROLES];
    if (order.indexOf(role) < order.indexOf(least)) {
      const isReader = isOwn && order.indexOf(role) >= order.indexOf('reader');
      if (special === 'hidden' || (special === 'counted' && !isReader)) return 'not there';
      return role === 'anyone' ? 'sign in' : 'not yours';
    }
    if (isOwn || elsewhere === 'same') return 'let in';
    return elsewhere === 'none' ? 'not there' : 'not yours';
  };

  it('is said of every route of the OpenAPI document, and of no other', async () => {
    const { body } = await send('GET', '/openapi.json', {}).expect(200);
    const routes = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(ROLE_TABLE).sort()).toEqual(routes.sort());
    expect(Object.keys(PERMISSIONS).sort()).toEqual(routes.sort());
    expect(() => permissionOf({ method: 'get', path: '/api/new' })).toThrow('GET /api/new is missing');
  });

  // Of a token or session only the owner knows the id, no mail has been owed yet, and nobody is known by claims: what is not there is
  // let in, and found not to be.
  const isLetInToNothing = (name: string, status: number, reaches: boolean) =>
    status === 404 &&
    (['DELETE /api/tokens/{id}', 'DELETE /api/sessions/{id}', 'POST /api/outbox/{id}/retry'].includes(name) ||
      (reaches && name.includes(' /api/accounts/{id}')));

  const callersOf = (county: County): [string, Record<string, string>][] => [
    ['anyone', OWN_PAGE],
    ['nobody', callers.get('nobody') ?? {}],
    ...ROLES.map((role): [string, Record<string, string>] => [
      role,
      callers.get(`${role} of ${county}`) ?? {},
    ]),
    ['automation', { ...automation, ...OWN_PAGE }],
  ];

  describe.each(COUNTIES)('for callers of county %s', (own) => {
    it.each(Object.keys(ROLE_TABLE).filter((name) => name !== 'POST /api/sign-out'))('%s', async (name) => {
      const told: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      // What is the same in all counties is asked once.
      const asked = ROLE_TABLE[name]?.[1] === 'same' ? [own] : COUNTIES;
      for (const county of asked)
        for (const [role, headers] of callersOf(own)) {
          const { status } = await ask(name, county, headers);
          const key = `${role}, ${county === own ? 'own' : 'other'} county`;
          told[key] = isLetInToNothing(name, status, county === own || role === 'automation')
            ? 'let in'
            : answerOf(status);
          wanted[key] = expected(name, role, county === own);
        }
      expect(told).toEqual(wanted);
    });
  });

  it('is told alike of an id that is unknown and one that is another county’s', async () => {
    const headers = callers.get('county-coordinator of 39') ?? {};
    const paths = [
      '/api/cycles/ID/history',
      '/api/tasks/ID',
      '/api/units/ID',
      '/api/people/ID/export',
      '/api/feeds/ID',
      '/api/cycles/ID',
      '/api/cycles/ID/view?state=published',
      '/api/tasks/ID/view?state=published',
      '/api/cycles/ID/coverage?state=published',
    ];
    const ids = [
      cycleOf('50'),
      `${cycleOf('50')}-apen-skole`,
      schoolOf('50'),
      things.get('50')?.person,
      things.get('50')?.feed,
      cycleOf('50'),
      cycleOf('50'),
      `${cycleOf('50')}-apen-skole`,
      cycleOf('50'),
    ];
    for (const [index, path] of paths.entries()) {
      const [theirs, nowhere] = [String(ids[index]), '39-nowhere'];
      const one = await send('GET', path.replace('ID', theirs), headers).expect(404);
      const other = await send('GET', path.replace('ID', nowhere), headers).expect(404);
      expect(one.text.replaceAll(theirs, 'ID'), path).toBe(other.text.replaceAll(nowhere, 'ID'));
    }
  });

  it('is a reader’s alone where it is about what is edited', async () => {
    for (const part of ['coverage', 'workload', 'gaps', 'table?format=csv&'])
      await send(
        'GET',
        `/api/cycles/${cycleOf('39')}/${part}${part.includes('?') ? '' : '?'}state=edited`,
        {},
      ).expect(401);
  });

  it('lists to each the cycles that are theirs to see', async () => {
    const ids = async (headers: Record<string, string>) =>
      (await send('GET', '/api/cycles', headers).expect(200)).body.map(({ id }: { id: string }) => id);
    expect(await ids({})).toEqual([]);
    expect(await ids(callers.get('reader of 39') ?? {})).toEqual([cycleOf('39')]);
    expect(await ids(callers.get('reader of 50') ?? {})).toEqual([cycleOf('50')]);
    expect(await ids(automation)).toEqual([cycleOf('39'), cycleOf('50')]);
  });

  it('lets anyone sign out', async () => {
    await send('POST', '/api/sign-out', {}).expect(200);
    await send('POST', '/api/sign-out', callers.get('reader of 50') ?? {}).expect(200);
    await send('GET', '/api/units?county=50', callers.get('reader of 50') ?? {}).expect(401);
  });
});
