import pg from 'pg';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { onDatabase, type TestDatabase } from './databases.js';
import { serveTroubled, type TroubledService, until } from './unavailable-service.js';

const AWAY = '50 The database cannot be reached.';
const BACK = '30 The database is available again.';
const UNAVAILABLE = expect.objectContaining({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });

onDatabase('PostgreSQL', 'a service whose database goes away', (createDatabase) => {
  let database: TestDatabase;
  let service: TroubledService;
  let operator: pg.Client;
  let name: string;

  beforeEach(async () => {
    database = await createDatabase('begun');
    name = new URL(database.address).pathname.slice(1);
    service = await serveTroubled(database.address);
    operator = new pg.Client({ connectionString: `${inject('postgres')}/postgres` });
    await operator.connect();
  });

  afterEach(async () => {
    expect(await service.stop()).toEqual([0, null]);
    await operator.end();
    await database.drop();
  });

  const terminate = (which: string) =>
    operator.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and ${which}`, [
      name,
    ]);

  it('answers 503 when a connection is lost inside a transaction, and goes on', async () => {
    const other = new pg.Client({ connectionString: database.address });
    await other.connect();
    await other.query('begin');
    await other.query('select 1 from cycles for update');
    const change = service.change('Skolestart');
    // The change waits, in its transaction, for the row of the cycle.
    for (let isWaiting = false; !isWaiting; ) {
      const { rowCount } = await terminate(`wait_event_type = 'Lock'`);
      isWaiting = rowCount !== 0;
    }
    expect(await change).toEqual(UNAVAILABLE);
    await other.query('rollback');
    await other.end();
    expect(await service.change('Skolestart')).toMatchObject({ status: 200 });
    expect(service.told()).toEqual([AWAY]);
  });

  it('tells that a connection was lost which nothing used, once, and goes on', async () => {
    await service.change('Skolestart');
    await terminate(`state = 'idle'`);
    const lost = () => service.log().match(/An idle connection to PostgreSQL was lost/g)?.length ?? 0;
    await expect.poll(lost, { timeout: 30_000 }).toBe(1);
    expect(service.log()).toContain('terminating connection due to administrator command');
    expect(await service.change('Skolestart igjen')).toMatchObject({ status: 200 });
    expect(service.told()).toEqual([]);
  });

  it('serves what it keeps while nobody can connect, says 503 of the rest, and goes on with what it had', async () => {
    expect(await service.change('Skolestart før')).toMatchObject({ status: 200 });
    const feed = await fetch(service.url + service.feedPath);
    const [etag, text] = [feed.headers.get('ETag') ?? '', await feed.text()];
    const signedIn = await service.openLink();
    const Cookie = signedIn.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    const whoAmI = () => fetch(`${service.url}/api/session`, { headers: { Cookie } });
    expect(await (await whoAmI()).json()).toMatchObject({ role: 'county-coordinator' });
    await operator.query(`alter database ${name} with allow_connections false`);
    await terminate('true');

    expect(await until(503, () => service.ask('/readyz'))).toMatchObject({
      retryAfter: expect.any(String),
      body: expect.stringContaining('The database cannot be reached.'),
    });
    expect(await service.change('Skolestart')).toEqual(UNAVAILABLE);
    expect(JSON.parse((await service.change('Skolestart')).body)).toEqual({
      type: 'urn:arshjul:problem:unavailable',
      title: 'The service is temporarily unavailable',
      status: 503,
      detail: 'The database cannot be reached.',
    });
    expect(await service.ask('/api/cycles')).toEqual(UNAVAILABLE);
    expect(await whoAmI()).toMatchObject({ status: 503 });
    expect(await service.openLink('another-token')).toMatchObject({ status: 503 });
    expect(await service.ask(service.feedPath)).toMatchObject({ status: 200, body: text });
    expect(await service.ask(service.feedPath, { 'If-None-Match': etag })).toMatchObject({ status: 304 });
    expect(await service.ask('/feeds/an-unknown-one.ics')).toEqual(UNAVAILABLE);
    expect(await service.ask('/healthz')).toMatchObject({ status: 200 });
    expect(await service.ask('/metrics')).toMatchObject({ status: 200 });
    expect(service.told()).toEqual([AWAY]);

    await operator.query(`alter database ${name} with allow_connections true`);
    await until(200, () => service.ask('/readyz'));
    expect(await (await whoAmI()).json()).toMatchObject({ role: 'county-coordinator' });
    expect(await service.change('Skolestart etter')).toMatchObject({ status: 200 });
    expect(service.told()).toEqual([AWAY, BACK]);
    expect(service.log()).toMatch(/"failures":\d+,"seconds":\d+/);
  });
});
