import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inTurns, tally } from './asking.js';
import { describedRoutes, filled, OTHER_ADDRESSES } from './routes.js';
import { AUTOMATION, CYCLE, underAttack } from './watched-service.js';

const TASK = `${CYCLE}-skolestart`;

/** 97 kB that inflate to 100 MB of JSON. */
const LARGE = Buffer.concat([
  Buffer.from('{"title":['),
  Buffer.alloc(100_000_000, '{},'),
  Buffer.from('{}]}'),
]);
const BOMB = gzipSync(LARGE, { level: 9 });

/** 4 kB that inflate to 4 MB of empty objects, which take long to parse and longer to check. */
const MANY_OBJECTS = gzipSync(`{"title":[${Array(1_000_000).fill('{}').join(',')}]}`, { level: 9 });

/** For one body of who may send it, with others before it. */
const MOST_MS = 15_000;

const JSON_TYPE = { 'Content-Type': 'application/json' };

underAttack('bodies that are sent to do harm', (target) => {
  /** Refused for what it is, or not taken at this moment because others are being read. */
  const isRefused = (status: number) => (status >= 400 && status < 500) || status === 503;

  it('from nobody, inflating to 100 MB, are refused at once at every address, whether it takes a body or not', async () => {
    const { service } = target;
    const routes = (await describedRoutes(service)).filter(({ method }) => method !== 'GET');
    const addresses = [
      ...routes.map(({ method, path }) => ({ method, path: filled(path) })),
      ...OTHER_ADDRESSES.map((path) => ({ method: 'POST', path })),
    ];
    const headers = { ...JSON_TYPE, 'Content-Encoding': 'gzip' };
    const answers = await inTurns(addresses, 4, async ({ method, path }) => {
      const { status, fate, milliseconds } = await service.ask(method, path, { headers, body: BOMB });
      return {
        asked: `${method} ${path}`,
        isFine: (isRefused(status) || fate === 'closed' || path === '/api/sign-out') && milliseconds < 2_000,
      };
    });
    expect(answers.filter(({ isFine }) => !isFine)).toEqual([]);
  });

  it('from nobody, twenty of 4 kB at once that inflate to a million objects, are not inflated', async () => {
    const { service } = target;
    const headers = { 'Content-Type': 'application/merge-patch+json', 'Content-Encoding': 'gzip' };
    const answers = await inTurns([...Array(20).keys()], 20, () =>
      service.ask('PATCH', `/api/tasks/${TASK}`, { headers, body: MANY_OBJECTS }),
    );
    expect(tally(answers)).toEqual({ 401: 20 });
    expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(2_000);
  });

  it('from who may write, in any coding, are measured after inflating and refused', async () => {
    const { service } = target;
    const routes = (await describedRoutes(service)).filter(({ takesBody }) => takesBody);
    const bombs = [
      ['gzip', BOMB],
      ['deflate', deflateSync(LARGE, { level: 9 })],
      ['br', brotliCompressSync(LARGE)],
      ['gzip', MANY_OBJECTS],
    ] as const;
    const attacks = routes.flatMap(({ method, path }) =>
      bombs.map(([coding, body]) => ({ method, path: filled(path), coding, body })),
    );
    const answers = await inTurns(attacks, 4, async ({ method, path, coding, body }) => {
      const headers = { ...AUTOMATION, ...JSON_TYPE, 'Content-Encoding': coding, 'If-Match': '"1"' };
      const { status, fate, milliseconds } = await service.ask(method, path, { headers, body });
      return {
        asked: `${method} ${path} ${coding}`,
        status,
        isFine: (isRefused(status) || fate === 'closed') && milliseconds < MOST_MS,
      };
    });
    expect(answers.filter(({ isFine }) => !isFine)).toEqual([]);
  });

  it('nested 100,000 deep are refused at every route', async () => {
    const { service } = target;
    const routes = (await describedRoutes(service)).filter(({ takesBody }) => takesBody);
    const deep = [
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      `{"title":${'['.repeat(100_000)}`,
    ];
    const attacks = routes.flatMap(({ method, path }) =>
      deep.map((body) => ({ method, path: filled(path), body })),
    );
    const answers = await inTurns(attacks, 4, async ({ method, path, body }) => {
      const headers = { ...AUTOMATION, 'If-Match': '"1"' };
      const { status, milliseconds } = await service.ask(method, path, {
        headers: { ...JSON_TYPE, ...headers },
        body,
      });
      return { asked: `${method} ${path}`, status, isFine: isRefused(status) && milliseconds < MOST_MS };
    });
    expect(answers.filter(({ isFine }) => !isFine)).toEqual([]);
  });

  it('with strange names and numbers are refused or read as what they say, at every route', async () => {
    const { service } = target;
    const routes = (await describedRoutes(service)).filter(({ takesBody }) => takesBody);
    const strange = [
      '{"__proto__":{"role":"county-coordinator","isAdmin":true}}',
      '{"constructor":{"prototype":{"title":"x"}}}',
      '{"title":1e999}',
      `{"title":${'9'.repeat(20_000)}}`,
      `{"reminders":[${'9'.repeat(400)}],"revision":-0.0,"county":39}`,
      `{"${'k'.repeat(200_000)}":1}`,
      `{${Array.from({ length: 5_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
      `{${Array(5_000).fill('"title":"x"').join(',')}}`,
      '[]',
      'null',
      '"text"',
      '12',
      '\ufeff{}',
      '{"title":"x"}{"title":"y"}',
      '{"title":"x",}',
      '{"county":"39","county":"03"}',
      '',
    ];
    const attacks = routes.flatMap(({ method, path }) =>
      strange.map((body) => ({ method, path: filled(path), body })),
    );
    const answers = await inTurns(attacks, 4, async ({ method, path, body }) => {
      // A version that nothing has: what happens to be valid changes nothing.
      const headers = { ...AUTOMATION, ...JSON_TYPE, 'If-Match': '"999999"' };
      const { status, milliseconds } = await service.ask(method, path, { headers, body });
      return { asked: `${method} ${path} ${body.slice(0, 40)}`, status, milliseconds };
    });
    expect(
      answers.filter(
        ({ status, milliseconds }) =>
          status === 0 || (status >= 500 && status !== 503) || milliseconds > MOST_MS,
      ),
    ).toEqual([]);
    const task = await service.get<{ version: number }>(`/api/tasks/${TASK}`);
    expect(task).not.toHaveProperty('isAdmin');
  });

  it('of 30 MB and more, a whole cycle from its coordinator, are taken in while everybody else is served', async () => {
    const { service } = target;
    const document = await service.get<LargeDocument>(`/api/cycles/${CYCLE}/document`);
    const large = largeDocument(document);
    expect(large.length).toBeGreaterThan(30_000_000);
    let isUnderway = true;
    const taking = service
      .ask('POST', '/api/cycles/documents', {
        headers: { ...AUTOMATION, ...JSON_TYPE },
        body: large,
        milliseconds: 120_000,
      })
      .finally(() => {
        isUnderway = false;
      });
    const waits: number[] = [];
    while (isUnderway) {
      const answer = await service.ask('GET', `/api/tasks/${TASK}`, { headers: AUTOMATION });
      expect(answer.status).toBe(200);
      waits.push(answer.milliseconds);
    }
    const { status, body } = await taking;
    expect(status, body.toString().slice(0, 300)).toBe(201);
    expect(Math.max(...waits)).toBeLessThan(2_000);
  });
});

interface LargeDocument {
  readonly cycle: { readonly id: string; readonly county: string; readonly schoolYear: string };
  readonly entries: readonly { readonly edited: Record<string, unknown> }[];
}

/** The document of another school year of the same county with a long history, every text of it as it came. */
function largeDocument(document: LargeDocument): Buffer {
  const [from, to] = [CYCLE, '39-2024-2025'];
  const moved = JSON.parse(JSON.stringify(document).replaceAll(from, to)) as LargeDocument;
  const revisions = 8_000;
  const history = Array.from({ length: revisions }, (_, index) => {
    const { edited } = moved.entries[index % moved.entries.length] as LargeDocument['entries'][number];
    return {
      revision: index + 1,
      at: '2024-09-01T10:00:00.000Z',
      who: 'kari',
      action: 'changed',
      takesBack: null,
      message: null,
      changes: [{ before: edited, after: edited }],
    };
  });
  const cycle = { ...moved.cycle, schoolYear: '2024/2025', revision: revisions };
  return Buffer.from(JSON.stringify({ ...moved, cycle, history }));
}
