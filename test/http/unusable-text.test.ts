import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import type { Method } from '../../src/routing/route.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from './test-service.js';

const CYCLE = '39-2026-2027';
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

onEachDatabase('text that no database stores', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let routes: { method: Method; path: string; parameters: NonNullable<Described['parameters']> }[];
  beforeAll(async () => {
    database = await createDatabase('begun');
    service = await startTestService(database.address);
    const { body } = await request(service.url).get('/openapi.json').expect(200);
    routes = Object.entries(body.paths as Record<string, Record<Method, Described>>).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(([method, { parameters = [] }]) => ({
          method: method as Method,
          path,
          parameters,
        })),
    );
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  const ask = (method: Method, path: string) =>
    request(service.url)[method](path).set(automation).set('If-Match', '"1"').send({});

  it('is refused in each part of the path of every route', async () => {
    for (const { method, path } of routes) {
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
        const asked = path.replace(`{${name}}`, '39%00').replace(/\{(\w+)\}/g, CYCLE);
        const { status, body } = await ask(method, asked);
        const told = { status, errors: body.errors?.slice(0, 1) };
        const error = { pointer: `/path/${name}`, code: 'control-character' };
        expect([method, path, told]).toMatchObject([method, path, { status: 400, errors: [error] }]);
      }
    }
  });

  it('is refused in every parameter of every route, from anybody', async () => {
    for (const { method, path, parameters } of routes) {
      for (const { name } of parameters.filter((each) => each.in === 'query')) {
        const asked = `${path.replace(/\{(\w+)\}/g, CYCLE)}?${name}=x%00`;
        const { status } = await request(service.url)[method](asked).send({});
        expect([method, asked, status]).toEqual([method, asked, 400]);
      }
    }
  });

  it('is refused in keys and values of a body, with a pointer', async () => {
    const send = (text: string) =>
      request(service.url)
        .post('/api/units')
        .set(automation)
        .set('Content-Type', 'application/json')
        .send(text)
        .expect(400);
    const told = async (text: string) =>
      (await send(text)).body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code]);
    expect(await told('{"county":"39","kind":"school","name":"A\\u0000"}')).toEqual([
      ['/body/name', 'control-character'],
    ]);
    expect(await told('{"county":"39","kind":"school","name":"\\ud800"}')).toEqual([
      ['/body/name', 'lone-surrogate'],
    ]);
    expect(await told('{"a/b\\u0001":1}')).toEqual([['/body/a~1b\u0001', 'control-character']]);
  });

  it.each([
    '/',
    '/tasks/%00',
    '/cycles/%00',
    '/cycles/%00/wheel',
    '/subscribe/%00',
    '/mail/%00',
    '/feeds/%00.ics',
  ])('is nothing that the page at %s fails of', async (path) => {
    expect((await request(service.url).get(path)).status).toBeLessThan(500);
    expect((await request(service.url).post(path)).status).toBeLessThan(500);
  });

  it('is no name that automation writes for; one in UTF-8 is', async () => {
    const named = (name: Buffer) =>
      request(service.url).get('/api/session').set(automation).set('On-Behalf-Of', name.toString('latin1'));
    for (const name of ['Kari 010170 00027', 'x'.repeat(201), 'x'.repeat(12_000)].map((each) =>
      Buffer.from(each),
    ))
      expect((await named(name).expect(400)).body.errors[0].pointer).toBe('/header/On-Behalf-Of');
    const { body: inLatin1 } = await named(Buffer.from('K\u00e5re', 'latin1')).expect(400);
    expect(inLatin1.errors[0].detail).toBe('is not in UTF-8');
    const { body } = await named(Buffer.from('Kåre Ørjasæter')).expect(200);
    expect(body.name).toBe('Kåre Ørjasæter');
  });
});
