import { afterEach, beforeEach, expect, expectTypeOf, it, vi } from 'vitest';
import type { IsoDate } from '../../src/calendar/iso-date.js';
import { call, JsonText } from '../../src/web/client/data/api/call.js';
import { ApiProblem } from '../../src/web/client/data/api/problem.js';

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  fetched.mockReset().mockImplementation(async () => Response.json({}));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => vi.unstubAllGlobals());

/** What was last sent. */
const sent = () => {
  const [address, init] = fetched.mock.lastCall ?? [];
  return { address, ...init };
};

const LANGUAGE = { language: 'nn' };

it('writes parameters and query into the address, leaving out what is undefined', async () => {
  await call('GET /api/tasks/{id}', { params: { id: 'a/b å' }, query: { unit: undefined }, ...LANGUAGE });
  expect(sent()).toMatchObject({ address: '/api/tasks/a%2Fb%20%C3%A5', method: 'GET' });
  await call('GET /api/cycles/{id}/history', {
    params: { id: '39-2026-2027' },
    query: { limit: 50, who: 'Kari & Ola', task: undefined },
    ...LANGUAGE,
  });
  expect(sent().address).toBe('/api/cycles/39-2026-2027/history?limit=50&who=Kari+%26+Ola');
});

it('sends the language alone where there is neither body nor version', async () => {
  await call('GET /api/cycles', LANGUAGE);
  expect(sent().headers).toEqual({ Accept: 'application/json', 'Accept-Language': 'nn' });
  expect(sent()).not.toHaveProperty('body');
});

it('sends a body as JSON, and the version that the change starts from as an entity tag', async () => {
  const request = { params: { id: 't' }, body: { status: 'done' }, ifMatch: 3, ...LANGUAGE } as const;
  await call('PATCH /api/tasks/{id}', request);
  expect(sent()).toMatchObject({
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', 'If-Match': '"3"' },
    body: '{"status":"done"}',
  });
});

it('sends what stands written as JSON as it stands', async () => {
  await call('POST /api/cycles/documents', { body: new JsonText('{ "a" :1}'), ...LANGUAGE });
  expect(sent()).toMatchObject({ headers: { 'Content-Type': 'application/json' }, body: '{ "a" :1}' });
});

it('hands on how the request is sent', async () => {
  const { signal } = new AbortController();
  await call('GET /api/cycles', { signal, keepalive: true, ...LANGUAGE });
  expect(sent()).toMatchObject({ signal, keepalive: true });
});

it('throws what the service says against it', async () => {
  fetched.mockResolvedValue(Response.json({ detail: 'No.', errors: [] }, { status: 409 }));
  await expect(call('GET /api/cycles', LANGUAGE)).rejects.toEqual(new ApiProblem(409, 'No.'));
});

it('is typed by what the routes declare', () => {
  const params = { id: 't' };
  const typed = () => [
    // @ts-expect-error: there is no such route.
    call('GET /api/cyclez', LANGUAGE),
    // @ts-expect-error: a task is changed from a version.
    call('PATCH /api/tasks/{id}', { params, body: {}, ...LANGUAGE }),
    // @ts-expect-error: a task is read without one.
    call('GET /api/tasks/{id}', { params, ifMatch: 1, ...LANGUAGE }),
    // @ts-expect-error: no task has such a state.
    call('PATCH /api/tasks/{id}', { params, body: { status: 'almost' }, ifMatch: 1, ...LANGUAGE }),
    // @ts-expect-error: the parameter of the path is missing.
    call('GET /api/tasks/{id}', LANGUAGE),
    // @ts-expect-error: the list of cycles takes no query.
    call('GET /api/cycles', { query: { county: '39' }, ...LANGUAGE }),
    // @ts-expect-error: this one answers with a file.
    call('GET /api/cycles/{id}/table', { params, query: { format: 'csv' }, ...LANGUAGE }),
  ];
  expectTypeOf(typed).toBeFunction();
  const task = () => call('GET /api/tasks/{id}', { params, ...LANGUAGE });
  expectTypeOf<Awaited<ReturnType<typeof task>>['start']>().toEqualTypeOf<IsoDate>();
  expectTypeOf<Awaited<ReturnType<typeof task>>>().not.toBeAny();
});
