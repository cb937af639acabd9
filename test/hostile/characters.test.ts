import { beforeAll, expect, it } from 'vitest';
import { inTurns } from './asking.js';
import { describedRoutes, filled, OTHER_ADDRESSES } from './routes.js';
import { ADMIN_TOKEN, AUTOMATION, CYCLE, underAttack } from './watched-service.js';
import { type Field, fieldsOf, takenIn } from './writes.js';

/** What no text of a path can be, as it is written in one. */
const IN_PATHS = [
  'a%00b',
  `${CYCLE}%00`,
  '39-%00',
  '%ED%A0%80',
  '39-%ED%BF%BF',
  '%C3%28',
  '%',
  '39-%0A',
  '39-%1B',
  '39-%7F',
  '%F4%90%80%80',
];

/** What no text can hold: NUL, other control characters, and halves of pairs, which PostgreSQL and UTF-8 have no place for. */
const IN_TEXTS = {
  NUL: 'Møte\u0000her',
  'a lone high surrogate': 'Møte\ud800her',
  'a lone low surrogate': 'Møte\udc00',
  'surrogates the wrong way round': '\udc00\ud800',
  escape: 'Møte\u001b[31m',
  backspace: 'Møte\u0008',
  delete: 'Møte\u007f',
  'a C1 control': 'Møte\u0085\u009b',
};

underAttack('characters that no text may hold', (target) => {
  let fields: readonly Field[];

  beforeAll(async () => {
    fields = await fieldsOf(target);
  });

  /** Refused for what it is, or not taken at this moment because others are being read. */
  const isRefused = (status: number) => (status >= 400 && status < 500) || status === 503;
  const isAnswered = (status: number) => status >= 200 && status < 500;

  it('are refused in the path of every route, from anybody and from who may', async () => {
    const { service } = target;
    const routes = (await describedRoutes(service)).filter(({ path }) => path.includes('{'));
    const attacks = routes.flatMap(({ method, path }) =>
      IN_PATHS.flatMap((id) =>
        [{}, AUTOMATION].map((headers) => ({ method, path: filled(path, id), headers })),
      ),
    );
    const answers = await inTurns(attacks, 6, async ({ method, path, headers }) => {
      const all = { ...headers, 'If-Match': '"1"' };
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const { status } = await service.ask(method, path, { headers: all, body });
      return { asked: `${method} ${path}`, status };
    });
    expect(answers.filter(({ status }) => !isRefused(status))).toEqual([]);
  });

  it('are refused in every parameter of every route', async () => {
    const { service } = target;
    const described = await service.get<{
      paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>;
    }>('/openapi.json');
    const attacks = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { parameters = [] }]) =>
        parameters
          .filter((parameter) => parameter.in === 'query')
          .flatMap(({ name }) =>
            ['a%00b', '39%00', '%ED%A0%80', '%C3%28'].map((value) => ({
              method: method.toUpperCase(),
              path: `${filled(path)}?${name === 'county' ? '' : 'county=39&'}${name}=${value}`,
            })),
          ),
      ),
    );
    const answers = await inTurns(attacks, 6, async ({ method, path }) => {
      const headers = { ...AUTOMATION, 'If-Match': '"1"' };
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const { status } = await service.ask(method, path, { headers, body, milliseconds: 15_000 });
      return { asked: `${method} ${path}`, status };
    });
    expect(answers.filter(({ status }) => !isAnswered(status))).toEqual([]);
  });

  it('are refused at addresses that are no routes of the API', async () => {
    const { service } = target;
    const addresses = OTHER_ADDRESSES.flatMap((path) => [`${path}%00`, `${path}%ED%A0%80`, `${path}?a=%00`]);
    const more = [
      '/feeds/%00.ics',
      '/subscribe/%00',
      '/mail/%00',
      '/cycles/%00/wheel',
      '/embed/%00',
      '/tasks/%00',
    ];
    const answers = await inTurns([...addresses, ...more], 6, async (path) => {
      const { status } = await service.ask('GET', path);
      return { path, status };
    });
    expect(answers.filter(({ path, status }) => !isAnswered(status) && !path.startsWith('/readyz'))).toEqual(
      [],
    );
  });

  it.each(Object.entries(IN_TEXTS))('are refused in every field: %s', async (_what, text) => {
    // A header cannot hold the halves of pairs at all, and node:http sends no control characters in one.
    const inBodies = fields.filter(
      ({ name, holds }) => name !== 'for whom automation writes' && holds !== 'digits',
    );
    const inFiles = inBodies.filter(({ isTaken }) => isTaken);
    const lone = /^[^\p{Cc}]*$/u.test(text);
    expect(
      await takenIn(lone ? inBodies.filter((field) => !inFiles.includes(field)) : inBodies, text),
    ).toEqual([]);
  });

  it('are refused in names of fields, and in what is thrown away', async () => {
    const { service } = target;
    const routes = (await describedRoutes(service)).filter(({ takesBody }) => takesBody);
    const bodies = ['{"\\u0000":1}', '{"\\ud800":"x"}', '{"title":{"\\u0000":"\\udfff"}}', '"\\u0000"'];
    const raw = [
      Buffer.from([0x22, 0xff, 0xfe, 0x22]),
      Buffer.from('{"title":"a\u0000b"}'),
      Buffer.from([0xed, 0xa0, 0x80]),
    ];
    const attacks = routes.flatMap(({ method, path }) =>
      [...bodies, ...raw].map((body) => ({ method, path: filled(path), body })),
    );
    const answers = await inTurns(attacks, 6, async ({ method, path, body }) => {
      const headers = { ...AUTOMATION, 'Content-Type': 'application/json', 'If-Match': '"999999"' };
      const { status } = await service.ask(method, path, { headers, body });
      return { asked: `${method} ${path} ${body}`, status };
    });
    expect(answers.filter(({ status }) => !isRefused(status))).toEqual([]);
  });

  it('are refused in headers that the service reads', async () => {
    const { service } = target;
    const names = [
      'On-Behalf-Of',
      'Acting-Unit',
      'If-Match',
      'Cookie',
      'Accept-Language',
      'Authorization',
      'Last-Event-ID',
    ];
    const values = ['a\u0000b', '\u001b[31m', 'a\u007fb', '\xed\xa0\x80', '\xc3\x28', '\xff\xfe'];
    const attacks = names.flatMap((name) => values.map((value) => ({ name, value })));
    const answers = await inTurns(attacks, 4, async ({ name, value }) => {
      const authorization = name === 'Authorization' ? '' : `Authorization: Bearer ${ADMIN_TOKEN}\r\n`;
      const tag = name === 'If-Match' ? '' : 'If-Match: "999999"\r\n';
      const request = `PATCH /api/tasks/${CYCLE}-skolestart HTTP/1.1\r\nHost: x\r\n${authorization}${tag}Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n${name}: ${value}\r\n\r\n{}`;
      const { status } = await service.askInBytes(Buffer.from(request, 'latin1'), { milliseconds: 10_000 });
      return { asked: `${name}: ${JSON.stringify(value)}`, status };
    });
    expect(answers.filter(({ status }) => !isRefused(status))).toEqual([]);
  });

  it('leave for whom automation writes readable, in UTF-8, and bounded', async () => {
    const { service } = target;
    const path = `/api/tasks/${CYCLE}-skolestart`;
    const write = async (onBehalfOf: string, title: string) => {
      const current = await service.ask('GET', path, { headers: AUTOMATION });
      return service.ask('PATCH', path, {
        headers: { ...AUTOMATION, 'If-Match': String(current.headers.etag), 'On-Behalf-Of': onBehalfOf },
        body: { title },
      });
    };
    expect((await write(Buffer.from('Åse Bjørnsen').toString('latin1'), 'Av Åse')).status).toBe(200);
    const history = await service.get<{ who: string }[]>(`/api/cycles/${CYCLE}/history?limit=1`);
    expect(history[0]?.who).toBe('Åse Bjørnsen');
    // More than Node takes of headers is refused by it; what it takes is bounded by us.
    for (const length of [1_000, 14_000, 100_000]) {
      const { status, fate } = await write('x'.repeat(length), `Av ${length}`);
      expect(fate === 'closed' || (status >= 400 && status < 500), `${length}: ${status}`).toBe(true);
    }
  });
});
