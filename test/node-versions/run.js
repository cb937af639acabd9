/**
 * What the README promises, on machines whose own Node is 20, 22, 24 or 26: each is put first in the PATH of npm, and a
 * clean clone of what is committed is installed, started, used for some minutes with forced collections, and tested.
 *
 *   npm run node-versions -- [--minutes 10] [--versions 20,22,24,26] [--without-suite]
 *
 * Prints one line for each step; ends with 1 when one has failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadFor } from './load.js';
import { run, serve } from './processes.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COLLECTING = pathToFileURL(fileURLToPath(new URL('collecting.js', import.meta.url))).href;
const TOKEN = 'a-token-only-for-this-run-0123456789';

/** The oldest Node that the program itself runs on. */
const LEAST = 22;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    versions: { type: 'string', default: '20,22,24,26' },
    'without-suite': { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
const scratch = mkdtempSync(join(tmpdir(), 'arshjul-node-versions-'));
let failures = 0;

/** The environment as it is outside of this npm: without its Node in front, and with another one. */
function environment(nodeFolder) {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      (!/^npm_/i.test(name) || /^npm_config_(registry|cache|userconfig|globalconfig)$/i.test(name)) &&
      !['NODE', 'NODE_OPTIONS', 'NODE_PATH', 'INIT_CWD', 'CI'].includes(name),
  );
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules|node-gyp-bin/.test(folder));
  return {
    ...Object.fromEntries(kept),
    PATH: [...(nodeFolder ? [nodeFolder] : []), ...path].join(delimiter),
  };
}

/** Does one step of a version and tells how it went; answers what the step gave, or undefined when it has failed. */
async function step(version, name, work) {
  const began = Date.now();
  try {
    const told = await work();
    const seconds = Math.round((Date.now() - began) / 1000);
    process.stdout.write(`node ${version}: ${name}: ${told ? `${told}, ` : ''}${seconds} s\n`);
    return true;
  } catch (error) {
    failures += 1;
    process.stdout.write(`node ${version}: ${name}: FAILED: ${error.message.slice(-2000)}\n`);
    return false;
  }
}

/** Runs a program that has to end with a code; answers what it has said. */
async function expectEnd(code, program, args, options) {
  const ended = await run(program, args, options);
  if (ended.code !== code)
    throw new Error(
      `${program} ${args.join(' ')} ended with ${ended.code}\n${ended.out.slice(-1000)}${ended.err.slice(-1000)}`,
    );
  return ended;
}

function check(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** Starts the service, uses it for a while, and stops it. */
async function serveAndUse(milliseconds, program, args, { cwd, env }) {
  const settings = {
    HOST: '127.0.0.1',
    PORT: await freePort(),
    ADMIN_TOKEN: TOKEN,
    SCHOOL_YEAR: '2026/2027',
    LOG_LEVEL: 'error',
  };
  const service = await serve(program, args, { cwd, env: { ...env, ...settings } });
  const calendar = await (await fetch(service.feed)).text();
  check(calendar.startsWith('BEGIN:VCALENDAR'), `the feed is ${calendar.slice(0, 200)}`);
  const using =
    milliseconds > 0 ? loadFor(milliseconds, { ...service, token: TOKEN }) : Promise.resolve(new Map());
  const early = await Promise.race([
    service.end.then(({ code, err }) => new Error(`the service has ended with ${code}: ${err}`)),
    using.then(
      () => undefined,
      (error) => error,
    ),
  ]);
  if (early) {
    await service.stop().catch(() => undefined);
    throw early;
  }
  const { code, err } = await service.stop();
  check(code === 0, `stopped by SIGTERM it ended with ${code}: ${err}`);
  return [...(await using)]
    .sort()
    .map(([status, count]) => `${status}×${count}`)
    .join(' ');
}

async function tryVersion(major) {
  const holder = join(scratch, `node-${major}`);
  const own = environment();
  const installed = await step(major, 'is had from npm', async () => {
    const args = ['install', '--prefix', holder, '--no-save', '--no-audit', '--no-fund', `node@${major}`];
    await expectEnd(0, 'npm', args, { cwd: scratch, env: own });
  });
  if (!installed) return;
  const nodeFolder = join(holder, 'node_modules', 'node', 'bin');
  const node = join(nodeFolder, 'node');
  const env = environment(nodeFolder);
  const version = (await expectEnd(0, 'node', ['--version'], { cwd: scratch, env })).out.trim().slice(1);
  check(version.startsWith(`${major}.`), `the node in the PATH is ${version}`);
  const cwd = join(scratch, `clone-${major}`);
  const at = { cwd, env };
  const isOlder = Number(major) < LEAST;
  const load = { cwd, env: { ...env, NODE_OPTIONS: `--import ${COLLECTING}` } };
  const main = join('dist', 'main.js');

  await expectEnd(0, 'git', ['clone', '--quiet', ROOT, cwd], { cwd: scratch, env });
  if (!(await step(version, 'npm ci', async () => void (await expectEnd(0, 'npm', ['ci'], at))))) return;
  await step(version, 'npm start serves its feed and stops', () => serveAndUse(0, 'npm', ['start'], at));
  await step(version, 'npx arshjul --version and generate', async () => {
    const said = await expectEnd(0, 'npx', ['arshjul', '--version'], at);
    check(said.out.trim() === packageVersion(cwd), `it says ${said.out}`);
    const args = ['arshjul', 'generate', '--county', '39', '--school-year', '2026/2027', '--format', 'ics'];
    const { out } = await expectEnd(0, 'npx', args, at);
    check(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\s*$/.test(out), `it writes ${out.slice(0, 200)}`);
    return `${out.split('BEGIN:VEVENT').length - 1} entries`;
  });
  await step(version, 'node dist/main.js, outside of npm', async () => {
    const { out, err } = await expectEnd(isOlder ? 2 : 0, node, [main, '--version'], at);
    if (!isOlder) {
      check(out.trim() === packageVersion(cwd), `it says ${out}`);
      return;
    }
    check(err.trimEnd().split('\n').length === 1 && err.includes(String(LEAST)), `it says ${err}`);
    return `“${err.trim()}”`;
  });
  // The own Node is what differs; where it is too old, npm's scripts bring theirs.
  const whole = minutes * 60_000;
  await step(version, `npm start under load, collecting all the time`, () =>
    serveAndUse(isOlder ? whole : whole / 10, 'npm', ['start'], load),
  );
  if (!isOlder)
    await step(version, 'node dist/main.js under load, collecting all the time', () =>
      serveAndUse(whole, node, [main, 'serve'], load),
    );
  if (!values['without-suite'])
    await step(version, 'npm test', async () => {
      const { out } = await expectEnd(0, 'npm', ['test'], { cwd, env: { ...env, CI: 'true' } });
      return /\d+ passed, .*$/m.exec(out)?.[0];
    });
  rmSync(cwd, { recursive: true, force: true });
}

function packageVersion(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

for (const major of values.versions.split(',')) {
  try {
    await tryVersion(major);
  } catch (error) {
    failures += 1;
    process.stdout.write(`node ${major}: FAILED: ${error.message}\n`);
  }
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = failures === 0 ? 0 : 1;
