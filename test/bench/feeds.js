/** Benchmarks of feed reads: the whole service against a bare node:http handler and nginx, in turns in the same run. */
import { execFile, fork, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openDatabase } from '../../dist/database/database.js';
import { feedToken, tokenHash } from '../../dist/feeds/feed-token.js';
import { NODE_FLAGS } from '../cli/node-flags.ts';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const SECRET_KEY = 'a-key-only-for-the-bench-0123456789';
const ROUNDS = 5;
const SECONDS = 3;
/** Feeds of every task, each as one event. */
const EVERYTHING = '{"level":"complete"}';
const ALL = { phases: 1, bars: 1, cancelled: 1, sequence: 1 };
const CONNECTIONS = 32;

/** A process as `npm start` starts the service. */
async function start(script, order) {
  const child = fork(here(script), { execArgv: [...NODE_FLAGS, '--expose-gc'] });
  child.send(order);
  const [ready] = await once(child, 'message');
  const ask = async (question) => {
    child.send(question);
    return (await once(child, 'message'))[0];
  };
  return { ...ready, ask, stop: () => child.kill('SIGKILL') };
}

async function load(order) {
  const child = fork(here('load.js'));
  child.send({ host: '127.0.0.1', seconds: SECONDS, connections: CONNECTIONS, ...order });
  const [counted] = await once(child, 'message');
  child.kill();
  return counted;
}

const request = (path, headers) =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Requests per second, and per second of the server's own processor time, of a load. */
async function measured(server, order) {
  const before = server.ask ? (await server.ask('cpu')).cpu : undefined;
  const counted = await load({ port: server.port, ...order });
  const after = server.ask ? (await server.ask('cpu')).cpu : undefined;
  const busy = after && (after.user - before.user + after.system - before.system) / 1e6;
  return { ...counted, perCpuSecond: busy && counted.count / busy };
}

async function startNginx(folder, body) {
  const found = await promisify(execFile)('which', ['nginx']).catch(() => undefined);
  if (!found) return undefined;
  mkdirSync(join(folder, 'www'));
  writeFileSync(join(folder, 'www', 'feed.ics'), '');
  writeFileSync(join(folder, 'www', 'feed.ics.gz'), body);
  const port = 18_099;
  writeFileSync(
    join(folder, 'nginx.conf'),
    `user root; worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events { worker_connections 512; }
http { access_log off; types { text/calendar ics; } keepalive_requests 10000000; open_file_cache max=10;
server { listen 127.0.0.1:${port}; root ${folder}/www; gzip_static always; } }`,
  );
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'nginx.log')], {
    stdio: 'ignore',
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { headers } = await fetch(`http://127.0.0.1:${port}/feed.ics`);
  return { port, etag: headers.get('etag'), stop: () => child.kill() };
}

/** Writes feeds of the whole county straight into the service's database; answers their paths. */
async function addFeeds(file, count) {
  const database = openDatabase(file);
  const feeds = Array.from({ length: count }, () => {
    const id = `39-${randomUUID()}`;
    return { id, token: feedToken(SECRET_KEY, id, 1) };
  });
  for (let from = 0; from < feeds.length; from += 1000) {
    const some = feeds.slice(from, from + 1000);
    const look = { name: 'Årshjul', language: 'nb', filter: EVERYTHING, form: 'events', alarms: 0, ...ALL };
    const made = { created_at: '2026-11-24T10:00:00.000Z', revoked_at: null, owner: 'bench', version: 1 };
    const rows = some.map(({ id }) => ({ county: '39', id, token_generation: 1, ...look, ...made }));
    const tokens = some.map(({ id, token }) => ({
      county: '39',
      token_hash: tokenHash(token),
      feed_id: id,
      generation: 1,
    }));
    await database.insertInto('feeds').values(rows).execute();
    await database.insertInto('feed_tokens').values(tokens).execute();
  }
  await database.destroy();
  return feeds.map(({ token }) => `/feeds/${token}.ics`);
}

/** Requests per second of 304 and of 200-gzip, for an address drawn at random from 1,000 feeds of 300 events. */
export async function benchFeedReads(reportRatio) {
  const folder = mkdtempSync(join(tmpdir(), 'arshjul-bench-'));
  const file = join(folder, 'bench.sqlite');
  const service = await start('service-server.js', { file, tasks: 300 });
  const paths = await addFeeds(file, 1000);
  const raw = await promisify(execFile)('curl', [
    '-s',
    '-D',
    '-',
    '-o',
    join(folder, 'body'),
    '-H',
    'Accept-Encoding: gzip',
    `http://127.0.0.1:${service.port}${paths[0]}`,
  ]);
  const headers = Object.fromEntries(
    raw.stdout
      .split('\r\n')
      .slice(1)
      .filter((line) => line.includes(': '))
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)])
      .filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)),
  );
  const body = readFileSync(join(folder, 'body'));
  const bare = await start('bare-server.js', { headers, etag: headers.etag, body: body.toString('base64') });
  const nginx = await startNginx(folder, body);
  try {
    // Every feed is fetched once, as in any hour of a day.
    await load({
      port: service.port,
      requests: paths.map((path) => request(path, { 'Accept-Encoding': 'gzip' })),
      seconds: 3,
    });
    for (const [what, given] of [
      ['304', { 'Accept-Encoding': 'gzip', 'If-None-Match': headers.etag }],
      ['200 gzip', { 'Accept-Encoding': 'gzip' }],
    ]) {
      const rounds = { service: [], bare: [], nginx: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.service.push(await measured(service, { requests: paths.map((path) => request(path, given)) }));
        rounds.bare.push(await measured(bare, { requests: [request(paths[0], given)] }));
        if (nginx) {
          const asked = { ...given, ...(given['If-None-Match'] && { 'If-None-Match': nginx.etag }) };
          rounds.nginx.push(await measured(nginx, { requests: [request('/feed.ics', asked)] }));
        }
      }
      const status = what.slice(0, 3);
      for (const [name, results] of Object.entries(rounds))
        for (const { statuses } of results)
          if (Object.keys(statuses).join() !== status)
            throw new Error(`${name} answered ${JSON.stringify(statuses)}`);
      const of = (name, figure) => median(rounds[name].map((each) => each[figure]));
      const events = '300 events, one of 1,000 feeds';
      reportRatio(
        `feed ${what}, ${events}`,
        of('service', 'perSecond'),
        'requests/s',
        'bare node:http handler',
        of('bare', 'perSecond'),
      );
      reportRatio(
        `feed ${what}, ${events}, by processor time`,
        of('service', 'perCpuSecond'),
        'requests/CPU s',
        'bare node:http handler',
        of('bare', 'perCpuSecond'),
      );
      if (nginx)
        reportRatio(
          `feed ${what}, ${events}`,
          of('service', 'perSecond'),
          'requests/s',
          'nginx, one worker, static file',
          of('nginx', 'perSecond'),
        );
    }
  } finally {
    service.stop();
    bare.stop();
    nginx?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 100,000 feeds of 300 tasks: memory, p99 of 304 at half of the maximum rate, and a publish that touches all of them. */
export async function benchManyFeeds(reportRatio) {
  const folder = mkdtempSync(join(tmpdir(), 'arshjul-bench-'));
  const file = join(folder, 'bench.sqlite');
  const service = await start('service-server.js', { file, tasks: 300 });
  const against = 'the aim';
  try {
    const url = `http://127.0.0.1:${service.port}`;
    const paths = await addFeeds(file, 100_000);
    const { headers } = await fetch(url + paths[0], { headers: { 'Accept-Encoding': 'gzip' } });
    const requests = paths.map((path) =>
      request(path, { 'Accept-Encoding': 'gzip', 'If-None-Match': headers.get('etag') }),
    );
    // Long enough that nearly every feed has been fetched, as in any hour of a day.
    await load({ port: service.port, requests, seconds: 40 });
    const most = await load({ port: service.port, requests });
    const bare = await start('bare-server.js', {
      headers: { etag: headers.get('etag') },
      etag: headers.get('etag'),
      body: '',
    });
    const pace = { seconds: 10, connections: 64, ratePerConnection: most.perSecond / 2 / 64 };
    const bareHalf = await load({ port: bare.port, requests, ...pace });
    bare.stop();
    const half = await load({ port: service.port, requests, ...pace });
    reportRatio('304 of 100,000 feeds, at most', most.perSecond, 'requests/s', 'itself', most.perSecond);
    reportRatio(
      `304 of 100,000 feeds at ${Math.round(half.perSecond)} requests/s, p99`,
      half.p99,
      'ms',
      `${against} of 5 ms`,
      5,
    );
    const rate = Math.round(bareHalf.perSecond);
    reportRatio(
      `304 of 100,000 feeds, p99`,
      half.p99,
      'ms',
      `p99 of a bare node:http handler at ${rate} requests/s`,
      bareHalf.p99,
    );
    const { memory } = await service.ask('memory');
    reportRatio(
      'memory with 100,000 feeds',
      memory.rss / 2 ** 20,
      'MB resident',
      `${against} of 300 MB`,
      300,
    );
    const task = '/api/tasks/39-2026-2027-skolestart';
    const authorised = {
      Authorization: 'Bearer a-token-only-for-the-bench',
      'Content-Type': 'application/json',
    };
    const times = [];
    for (let version = 1; version <= 5; version += 1) {
      const changed = { method: 'PATCH', body: JSON.stringify({ title: `Skolestart ${version}` }) };
      await fetch(url + task, { ...changed, headers: { ...authorised, 'If-Match': `"${version}"` } });
      const cycle = await fetch(`${url}/api/cycles/39-2026-2027`);
      const begun = process.hrtime.bigint();
      const response = await fetch(`${url}/api/cycles/39-2026-2027/publish`, {
        method: 'POST',
        headers: { ...authorised, 'If-Match': cycle.headers.get('etag') },
      });
      if (!response.ok) throw new Error(`publish: ${response.status}`);
      times.push(Number(process.hrtime.bigint() - begun) / 1e6);
    }
    reportRatio('publish that touches 100,000 feeds', median(times), 'ms', `${against} of 200 ms`, 200);
  } finally {
    service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
