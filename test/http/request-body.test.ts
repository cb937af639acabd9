import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissionOf } from '../../src/access/roles/permissions.js';
import type { Service } from '../../src/compose/service.js';
import type { Method } from '../../src/routing/route.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from './test-service.js';

const CYCLE = '39-2026-2027';
const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

/** What inflates to a hundred megabytes. */
const BOMB = gzipSync(Buffer.alloc(100 * 2 ** 20, 0x20));

onDatabase('SQLite', 'a body', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  beforeAll(async () => {
    database = await createDatabase('begun');
    service = await startTestService(database.address);
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  interface Writing {
    readonly method: Method;
    readonly path: string;
  }

  /** The routes that take a body, with an id of each kind in their paths. */
  async function writing(): Promise<Writing[]> {
    const { body } = await request(service.url).get('/openapi.json').expect(200);
    return Object.entries(body.paths as Record<string, Record<string, { requestBody?: object }>>).flatMap(
      ([path, methods]) =>
        Object.entries(methods)
          .filter(([, { requestBody }]) => requestBody !== undefined)
          .map(([method]) => ({ method: method as Method, path })),
    );
  }

  const send = ({ method, path }: Writing, bytes: Buffer | string, headers: Record<string, string>) =>
    request(service.url)
      [method](path.replace(/\{(\w+)\}/g, CYCLE))
      .set('Content-Type', 'application/json')
      .set(headers)
      .serialize((body) => body)
      .send(bytes as string);

  it('is not read before its sender may send it, whichever route it is for', async () => {
    const routes = await writing();
    expect(routes.length).toBeGreaterThan(25);
    for (const each of routes) {
      const isForAnybody = permissionOf(each)[0] === 'anyone';
      const { status } = await send(each, BOMB, { 'Content-Encoding': 'gzip' });
      expect([each.path, status]).toEqual([each.path, isForAnybody ? 415 : 401]);
    }
  });

  it('is a few kilobytes from anybody', async () => {
    const route = { method: 'post', path: '/api/sign-in/mail' } as const;
    const own = { 'Sec-Fetch-Site': 'same-origin' };
    await send(route, JSON.stringify({ address: `${'a'.repeat(9000)}@x.example` }), own).expect(413);
    await send(route, JSON.stringify({ address: 'kari@x.example' }), own).expect(409);
  });

  it('that inflates to more than its route takes is refused on every route', async () => {
    for (const each of await writing()) {
      const [least, scope] = permissionOf(each);
      if (least === 'anyone' || scope === 'session') continue;
      const headers = { ...automation, 'Content-Encoding': 'gzip', 'If-Match': '"1"' };
      expect([each.path, (await send(each, BOMB, headers)).status]).toEqual([each.path, 413]);
    }
  });

  describe.each([
    ['damaged in its coding', Buffer.from('no gzip'), { 'Content-Encoding': 'gzip' }, 400],
    ['in a coding that is not known', 'x', { 'Content-Encoding': 'compress' }, 415],
    ['not in UTF-8', Buffer.from([0x22, 0xff, 0x22]), {}, 400],
    ['cut off in a text', '{"title":"\\', {}, 400],
    ['nested deeply', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {}, 413],
    ['nested deeply in objects', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`, {}, 413],
    ['of very many values', `[${'1,'.repeat(100_000)}1]`, {}, 413],
  ])('%s', (_what, bytes, headers, status) => {
    it(`is refused with ${status}`, async () => {
      const route = { method: 'patch', path: '/api/tasks/39-2026-2027-x' } as const;
      const { body } = await send(route, bytes, { ...automation, 'If-Match': '"1"', ...headers }).expect(
        status,
      );
      expect(body.status).toBe(status);
    });
  });

  it('with more flaws than anybody reads is answered with two thousand of them', async () => {
    const withCancelled = Array.from({ length: 4_000 }, (_, index) => `x${index}`);
    const { body } = await request(service.url)
      .post(`/api/cycles/${CYCLE}/rollover?preview=true`)
      .set(automation)
      .send({ withCancelled })
      .expect(400);
    expect(body.errors).toHaveLength(2_000);
  });

  it('may hold brackets, quotes and backslashes in its texts', async () => {
    const title = `${'['.repeat(50)}"\\"${'{'.repeat(50)}\\`;
    const route = { method: 'post', path: '/api/cycles/{id}/tasks' } as const;
    const task = { title, kind: 'deadline', phase: 'vg1', start: '2026-11-26', end: '2026-11-26' };
    const { body } = await send(route, JSON.stringify(task), automation);
    expect(body.errors?.map(({ pointer }: { pointer: string }) => pointer) ?? []).not.toContain('/body');
  });
});
