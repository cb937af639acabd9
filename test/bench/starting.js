/** Benchmarks of starting: a process that serves, and a service in a process that has loaded it, on a database that is there. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../dist/compose/config.js';
import { startService } from '../../dist/compose/service.js';

const RUNS = 9;
const BARE = `require('node:http').createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1', function () {
  console.log('listening http://127.0.0.1:' + this.address().port);
});`;

async function medianMs(run) {
  await run();
  const times = [];
  for (let i = 0; i < RUNS; i += 1) times.push(await run());
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

/** Milliseconds from starting a process that says where it listens to its first answer at a path. */
async function firstAnswer(args, env, path) {
  const from = performance.now();
  const served = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => served.once('exit', resolve));
  let said = '';
  for await (const chunk of served.stdout) {
    said += chunk;
    const [, url] = /listening (\S+)\n/.exec(said) ?? [];
    if (url === undefined) continue;
    const answer = await fetch(url + path);
    await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    break;
  }
  const took = performance.now() - from;
  served.kill('SIGTERM');
  await ended;
  return took;
}

/** The start of the service against that of a bare node:http process, and of what it does once its modules are loaded. */
export async function benchStarting(knowledge, reportRatio) {
  const folder = mkdtempSync(join(tmpdir(), 'arshjul-start-'));
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    DATABASE_URL: join(folder, 'start.sqlite'),
    SECRET_KEY: 'a-key-only-for-the-bench-0123456789',
    SCHOOL_YEAR: '2026/2027',
  };
  const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
  try {
    const bare = await medianMs(() => firstAnswer(['-e', BARE], {}, '/'));
    const whole = await medianMs(() => firstAnswer([main, 'serve'], env, '/api/cycles'));
    reportRatio('process start to the first answer', whole, 'ms', 'a bare node:http process', bare);
    const parts = { now: () => '2026-11-24T10:00:00.000Z', version: 'bench' };
    const started = async (given) => {
      const from = performance.now();
      const service = await startService(readConfig(env), { ...parts, ...given });
      const took = performance.now() - from;
      await service.stop();
      return took;
    };
    const aim = ['ms', 'the aim of 150 ms'];
    reportRatio('from starting the service to listening', await medianMs(() => started({})), ...aim, 150);
    reportRatio('… with data/ read already', await medianMs(() => started({ knowledge })), ...aim, 150);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
