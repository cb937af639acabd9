/** Builds dist/ from the sources, as far as they have changed since: `node build/build.ts`, in the root of the project. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { oneAtATime } from './one-at-a-time.ts';
import { bringUpToDate, type Digests, digestsOf, type Part } from './up-to-date.ts';

const ROOT = process.cwd();

/** What is read whatever is built: packages by what is installed of them, settings, and this. */
const COMMON = [
  'build/*.ts',
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'tsconfig.json',
];

const TSC = 'node_modules/typescript/bin/tsc';

const PAGE = 'src/web/client/';
const PAGE_FILES = 'dist/page/**';
const STAMPS = 'dist/.*';
const DATA = 'dist/data.json';
const API = 'dist/openapi.json';
/** What in dist/ is not the server. */
const NOT_SERVER = [PAGE_FILES, STAMPS, DATA, API];

const isOfServer = (source: string) =>
  isCommon(source) || (source.startsWith('src/') && !source.startsWith(PAGE));

const server: Part = {
  name: 'server',
  reads: isOfServer,
  readsNames: false,
  variables: {},
  output: { files: 'dist/**', without: NOT_SERVER },
  make: async () => {
    const written = await compile();
    // What is no longer written came of a source that is gone.
    const old = Object.keys(digestsOf(ROOT, ['dist/**'], NOT_SERVER));
    for (const file of old) if (!written.has(file)) rmSync(file);
    return [];
  },
};

/** What the files of data/ say, read ahead of the starts that want it. */
const data: Part = {
  name: 'data',
  reads: (source) =>
    isCommon(source) ||
    ['data/', 'src/datafiles/', 'src/file-bounds/'].some((each) => source.startsWith(each)),
  readsNames: false,
  variables: {},
  output: { files: DATA, without: [] },
  make: async () => {
    const built = await import(pathToFileURL(`${ROOT}/dist/datafiles/built-contents.js`).href);
    (built as { readonly writeBuiltContents: () => void }).writeBuiltContents();
    return [];
  },
};

/** The description of the API, made of the routes of the server ahead of the requests for it. */
const api: Part = {
  name: 'api-description',
  reads: (source) => isOfServer(source) || source.startsWith('data/'),
  readsNames: false,
  variables: {},
  output: { files: API, without: [] },
  make: async () => {
    const built = await import(pathToFileURL(`${ROOT}/dist/compose/api-description.js`).href);
    (built as { readonly writeApiDescription: () => void }).writeApiDescription();
    return [];
  },
};

const page: Part = {
  name: 'page',
  reads: (source) =>
    isCommon(source) ||
    source === 'vite.config.ts' ||
    source.startsWith(PAGE) ||
    source.startsWith('data/locales/'),
  // A file that is new may be found ahead of the one that an import has meant so far.
  readsNames: true,
  variables: { NODE_ENV: 'production' },
  output: { files: PAGE_FILES, without: [] },
  make: bundle,
};

/** Whether a file is read whatever is built. */
function isCommon(source: string): boolean {
  return !source.startsWith('src/') && !source.startsWith('data/') && source !== 'vite.config.ts';
}

/**
 * Compiles the server without checking its types, which takes eight times as long and is left to `npm run typecheck`; the
 * output is the same, because each file compiles by itself. Resolves to the files written; rejects when one cannot be read.
 */
async function compile(): Promise<ReadonlySet<string>> {
  const compiler = spawn(process.execPath, [TSC, '-p', 'src', '--noCheck', '--listEmittedFiles'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([text(compiler.stdout), once(compiler, 'close')]);
  const lines = output.split('\n').filter((line) => line !== '');
  const written = /^TSFILE: +(.*)$/;
  if (code !== 0) throw new Error(lines.filter((line) => !written.test(line)).join('\n'));
  return new Set(
    lines.flatMap((line) => {
      const [, file] = written.exec(line) ?? [];
      return file === undefined ? [] : [fromRoot(file)];
    }),
  );
}

/** Builds the page; resolves to the modules that it is made of and that are the project's own. */
async function bundle(): Promise<readonly string[]> {
  const { build } = await import('vite');
  let modules: readonly string[] = [];
  await build({
    logLevel: 'warn',
    plugins: [
      {
        name: 'modules',
        buildEnd() {
          modules = [...this.getModuleIds()];
        },
      },
    ],
  });
  const own = modules
    .map((id) => fromRoot(id.replace(/\?.*$/, '')))
    .filter((file) => /^(src|data)\//.test(file));
  return [...new Set(own)].sort();
}

const fromRoot = (file: string) => relative(ROOT, file).replaceAll('\\', '/');

/** Builds parts one after the other, each unless it is there as it would become. */
async function buildInTurn(sources: Digests, ...parts: readonly Part[]): Promise<void> {
  for (const part of parts)
    if (await bringUpToDate(ROOT, sources, part)) process.stderr.write(`built the ${part.name}\n`);
}

/** Builds what has changed, once nobody else builds: what they have built need not be built again. */
const results = await oneAtATime(
  `${ROOT}/dist/.lock`,
  () => {
    const sources = digestsOf(ROOT, ['src/**', 'data/**', 'vite.config.ts', ...COMMON]);
    return Promise.allSettled([buildInTurn(sources, server, data, api), buildInTurn(sources, page)]);
  },
  () => process.stderr.write('waiting for another build\n'),
);

for (const result of results) {
  if (result.status === 'fulfilled') continue;
  const { reason } = result;
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
