import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'arshjul-build-'));

const write = (file: string, content: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
};

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Builds; returns what it says that it has built. */
function build(variables: Record<string, string> = {}): string[] {
  const { status, stderr } = spawnSync(process.execPath, ['build/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: '', ...variables },
  });
  if (status !== 0) throw new Error(stderr);
  return builtBy(stderr);
}

const builtBy = (said: string) =>
  said
    .split('\n')
    .flatMap((line) => /^built the ([\w-]+)$/.exec(line)?.[1] ?? [])
    .sort();

/** Begins to build beside whoever else does; `said` resolves to what it has said when it has ended well. */
function beginBuild() {
  const child = spawn(process.execPath, ['build/build.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = Promise.all([text(child.stderr), once(child, 'close')]);
  const said = ended.then(([said, [code]]) => {
    if (code !== 0) throw new Error(said);
    return said;
  });
  return { said, stderr: child.stderr };
}

/** What is made of the server is made with it. */
const SERVER = ['api-description', 'server'];

const ALL = ['api-description', 'data', 'page', 'server'];

const pageScripts = () =>
  [...read('dist/page/index.html').matchAll(/src="([^"]+\.js)"/g)].map(([, file]) =>
    read(`dist/page${file}`),
  );

/** A project as small as can be, built by what builds this one. */
beforeAll(() => {
  for (const file of [
    'build/build.ts',
    'build/one-at-a-time.ts',
    'build/straight-imports.ts',
    'build/up-to-date.ts',
    'vite.config.ts',
    'tsconfig.json',
    'src/tsconfig.json',
  ])
    write(file, readFileSync(join(PROJECT, file), 'utf8'));
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  write('package.json', '{"name":"small","type":"module"}');
  write('package-lock.json', '{"version":1}');
  write('src/main.ts', `import { word } from './shared/word.js';\nconsole.log(word);\n`);
  write('src/old.ts', 'export const old: number = 1;\n');
  write('src/shared/word.ts', `export const word: string = 'first';\n`);
  write('src/web/client/index.html', '<script type="module" src="./main.ts"></script>');
  write(
    'src/web/client/main.ts',
    `import { word } from '../../shared/word.js';\nimport texts from '../../../data/locales/nb.yaml';\nconsole.log(word, texts);\n`,
  );
  write(
    'src/datafiles/built-contents.ts',
    `import { copyFileSync } from 'node:fs';\nexport const writeBuiltContents = () => copyFileSync('data/locales/nb.yaml', 'dist/data.json');\n`,
  );
  write(
    'src/compose/api-description.ts',
    `import { copyFileSync } from 'node:fs';\nexport const writeApiDescription = () => copyFileSync('package.json', 'dist/openapi.json');\n`,
  );
  write('data/locales/nb.yaml', 'hello: Hei\n');
  expect(build()).toEqual(ALL);
});

afterAll(() => rmSync(root, { recursive: true }));

describe('building', () => {
  it('is left out when nothing has changed, whatever the times of the files', () => {
    copyFileSync(join(root, 'src/main.ts'), join(root, 'copy'));
    write('src/main.ts', read('copy'));
    expect(build()).toEqual([]);
  });

  it('builds the server alone for a source that only it reads', () => {
    write('src/main.ts', `${read('src/main.ts')}console.log('more');\n`);
    expect(build()).toEqual(SERVER);
    expect(read('dist/main.js')).toContain('more');
  });

  it('builds the page alone for a source that only it reads', () => {
    write('src/web/client/main.ts', `${read('src/web/client/main.ts')}console.log('seen');\n`);
    expect(build()).toEqual(['page']);
    expect(pageScripts().join()).toContain('seen');
  });

  it('builds both for a source that both read', () => {
    write('src/shared/word.ts', `export const word: string = 'second';\n`);
    expect(build()).toEqual(['api-description', 'page', 'server']);
    expect(read('dist/shared/word.js')).toContain('second');
    expect(pageScripts().join()).toContain('second');
  });

  it('builds the page and what is read ahead for a text of data/locales', () => {
    write('data/locales/nb.yaml', 'hello: God dag\n');
    expect(build()).toEqual(['api-description', 'data', 'page']);
    expect(read('dist/data.json')).toContain('God dag');
    expect(pageScripts().join()).toContain('God dag');
  });

  it('takes what comes of a deleted source out of dist, and asks the page whether it has meant it', () => {
    rmSync(join(root, 'src/old.ts'));
    expect(build()).toEqual(['api-description', 'page', 'server']);
    expect(existsSync(join(root, 'dist/old.js'))).toBe(false);
    expect(existsSync(join(root, 'dist/main.js'))).toBe(true);
  });

  it('builds all when other packages are to be installed', () => {
    write('package-lock.json', '{"version":2}');
    expect(build()).toEqual(ALL);
  });

  it('builds the page for another kind of build', () => {
    expect(build({ NODE_ENV: 'development' })).toEqual(['page']);
    expect(build()).toEqual(['page']);
  });

  it('builds what is not there any more', () => {
    rmSync(join(root, 'dist/shared/word.js'));
    expect(build()).toEqual(['server']);
    rmSync(join(root, 'dist'), { recursive: true });
    expect(build()).toEqual(ALL);
  });

  it('builds what is there by half', () => {
    truncateSync(join(root, 'dist/main.js'), 5);
    truncateSync(join(root, 'dist/page/index.html'), 5);
    truncateSync(join(root, 'dist/data.json'), 5);
    truncateSync(join(root, 'dist/openapi.json'), 5);
    expect(build()).toEqual(ALL);
    expect(build()).toEqual([]);
  });

  it('takes away what does not belong there', () => {
    write('dist/stray.js', '');
    write('dist/page/assets/stray.js', '');
    expect(build()).toEqual(['page', 'server']);
    expect([
      existsSync(join(root, 'dist/stray.js')),
      existsSync(join(root, 'dist/page/assets/stray.js')),
    ]).toEqual([false, false]);
  });

  it('fails for a source that is no program, and builds again once it is one', () => {
    const before = read('src/main.ts');
    write('src/main.ts', 'const = ;\n');
    expect(() => build()).toThrow('src/main.ts');
    expect(() => build()).toThrow('src/main.ts');
    write('src/main.ts', before);
    expect(build()).toEqual(['server']);
  });

  it('builds once where several begin at the same time', async () => {
    write('src/shared/word.ts', `export const word: string = 'third';\n`);
    const said = await Promise.all([beginBuild().said, beginBuild().said, beginBuild().said]);
    expect(builtBy(said.join(''))).toEqual(['api-description', 'page', 'server']);
    expect(read('dist/shared/word.js')).toContain('third');
    expect(pageScripts().join()).toContain('third');
    expect(build()).toEqual([]);
  });

  it('waits for who builds, and no longer when they have died of it', async () => {
    write('src/main.ts', `${read('src/main.ts')}console.log('waited');\n`);
    const holding = `import { oneAtATime } from './build/one-at-a-time.ts';
      const hold = async () => {
        console.log('holds');
        await new Promise((resolve) => setTimeout(resolve, 600_000));
      };
      await oneAtATime('dist/.lock', hold, () => {});`;
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', holding], { cwd: root });
    await once(holder.stdout, 'data');
    const { said, stderr } = beginBuild();
    await once(stderr, 'data');
    expect(read('dist/main.js')).not.toContain('waited');
    holder.kill('SIGKILL');
    expect(await said).toBe('waiting for another build\nbuilt the server\nbuilt the api-description\n');
    expect(read('dist/main.js')).toContain('waited');
  });
});
