import request from 'supertest';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';

const CYCLE = '46-2026-2027';
const ROUTE = 'vinterferie-uke-9';

interface Dated {
  readonly id: string;
  readonly start: string;
  readonly byRoute: readonly { readonly route: string; readonly start: string }[];
}

onEachDatabase('a unit that follows another route of the skolerute', (createDatabase) => {
  const { service, restart } = freshService(createDatabase);
  const call = (method: 'get' | 'post' | 'patch', path: string, version?: number) => {
    const asked = request(service.url)[method](path).set('Authorization', `Bearer ${ADMIN_TOKEN}`);
    return version === undefined ? asked : asked.set('If-Match', `"${version}"`);
  };
  const school = async (name: string, fields: object = {}) =>
    (
      await call('post', '/api/units')
        .send({ county: '46', kind: 'school', name, ...fields })
        .expect(201)
    ).body;
  const tasksOf = async (unit?: string): Promise<Map<string, Dated>> => {
    const query = unit === undefined ? '' : `?unit=${unit}`;
    const { body } = await call('get', `/api/cycles/${CYCLE}/tasks${query}`).expect(200);
    return new Map((body as Dated[]).map((task) => [task.id, task]));
  };
  const feedOf = async (unit: string): Promise<string> => {
    const filter = { unit, level: 'complete' };
    const { body } = await call('post', '/api/feeds').send({ county: '46', filter, bars: true }).expect(201);
    const { text } = await request(service.url).get(new URL(body.url).pathname).expect(200);
    return text.replaceAll('\r\n ', '');
  };
  const dayIn = (feed: string, id: string) =>
    new RegExp(`UID:${id}@arshjul\\r\\n[^]*?DTSTART;VALUE=DATE:(\\d{8})`).exec(feed)?.[1];

  beforeEach(async () => {
    const made = await call('post', '/api/cycles')
      .send({ county: '46', schoolYear: '2026/2027' })
      .expect(201);
    await call('post', `/api/cycles/${CYCLE}/publish`, made.body.revision).send({}).expect(200);
  });

  it('has its tasks on the days of the route, in lists and feeds, while others have the county’s', async () => {
    const bergen = await school('Bergen katedralskole', { route: ROUTE });
    const stord = await school('Stord vgs');
    expect([bergen.route, stord.route]).toEqual([ROUTE, null]);
    const [common, theirs, others] = await Promise.all([tasksOf(), tasksOf(bergen.id), tasksOf(stord.id)]);
    const moved = [...common.values()].filter(({ byRoute }) => byRoute.length > 0);
    expect(moved.length).toBeGreaterThan(3);
    for (const { id, start, byRoute } of moved) {
      expect(theirs.get(id)?.start).toBe(byRoute[0]?.start);
      expect(others.get(id)?.start).toBe(start);
    }
    const [task] = moved.filter(({ start, byRoute }) => start !== byRoute[0]?.start);
    if (!task) throw new Error('no task begins on another day');
    const days = [dayIn(await feedOf(bergen.id), task.id), dayIn(await feedOf(stord.id), task.id)];
    expect(days).toEqual([task.byRoute[0]?.start.replaceAll('-', ''), task.start.replaceAll('-', '')]);
    const { body: one } = await call('get', `/api/tasks/${task.id}?unit=${bergen.id}`).expect(200);
    expect(one.why.at(-1)).toContain('Skolens egen rute (vinterferie i uke 9)');
    const winterOf = async (query: string) => {
      const { body } = await call('get', `/api/cycles/${CYCLE}/view?state=published${query}`).expect(200);
      return body.schoolYear.breaks.find(({ id }: { id: string }) => id === 'winter-break').from;
    };
    expect(await winterOf(`&unit=${bergen.id}`)).toBe('2027-03-01');
    expect(await winterOf(`&unit=${stord.id}`)).toBe('2027-02-22');
    expect(await winterOf('')).toBe('2027-02-22');
  });

  it('takes it up and leaves it, and keeps it over a restart', async () => {
    const { id, version } = await school('Amalie Skram');
    const before = await tasksOf(id);
    await call('patch', `/api/units/${id}`, version).send({ route: ROUTE }).expect(200);
    expect(await tasksOf(id)).not.toEqual(before);
    await restart();
    const { body } = await call('get', `/api/units/${id}`).expect(200);
    expect(body.route).toBe(ROUTE);
    await call('patch', `/api/units/${id}`, body.version).send({ route: null }).expect(200);
    expect(await tasksOf(id)).toEqual(before);
  });

  it('cannot follow one that the county does not have', async () => {
    const { id, version } = await school('Sogndal vgs');
    const { body } = await call('patch', `/api/units/${id}`, version).send({ route: 'uke-12' }).expect(400);
    expect(pointers(body)).toEqual(['/body/route']);
    expect(body.errors[0].detail).toBe(`is not one of ${ROUTE}`);
    const elsewhere = { county: '39', kind: 'school', name: 'Horten vgs', route: ROUTE };
    const refused = await call('post', '/api/units').send(elsewhere).expect(400);
    expect(refused.body.errors[0].detail).toBe('the county has one route');
  });
});
