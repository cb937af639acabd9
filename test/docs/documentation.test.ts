/**
 * The documentation names nothing that does not exist, and misses none of the commands and settings. Of the routes,
 * api-routes.test.ts sees to that.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PERMISSIONS } from '../../src/access/roles/permissions.js';
import { instant, isoDate } from '../../src/calendar/iso-date.js';
import { runProgram } from '../../src/cli/program.js';
import { settingsSchema } from '../../src/compose/config.js';
import { ADDRESSES } from '../../src/web/page-app.js';
import { NODE_FLAGS } from '../cli/node-flags.js';
import { exists, headingsOf, linksOf, type Page, pages, ROOT, read } from './markdown.js';

const PAGES = pages();

/** Each time that a pattern is found in the code of the pages, with the page and the pattern's first group. */
function named(pattern: RegExp, within: readonly Page[] = PAGES) {
  return within.flatMap(({ path, code }) =>
    code.flatMap((line) =>
      [...line.matchAll(pattern)].map(([whole, name = whole]) => ({ path, line, name, whole })),
    ),
  );
}

/** What is left of what pages name when everything that exists is taken away, to be shown by a failing test. */
const unknown = (found: ReturnType<typeof named>, isKnown: (name: string, line: string) => boolean) =>
  found.filter(({ name, line }) => !isKnown(name, line)).map(({ path, name }) => `${path}: ${name}`);

const pageAt = (path: string) => PAGES.filter((page) => page.path === path);

describe('README.md', () => {
  it('is at most 8 kB', () => {
    expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(8_000);
  });
});

describe('links', () => {
  it('lead to files and headings that are there', () => {
    const all = [...PAGES, { path: 'CHANGELOG.md', text: read('CHANGELOG.md'), code: [] }];
    const broken = all.flatMap((page) =>
      linksOf(page)
        .filter(
          ({ target, heading }) =>
            !exists(target) || (heading !== '' && !headingsOf(read(target)).includes(heading)),
        )
        .map(({ target, heading }) => `${page.path}: ${target}#${heading}`),
    );
    expect(broken).toEqual([]);
  });

  it('lead from README.md to every page', () => {
    const reached = new Set(['README.md']);
    for (const path of reached)
      for (const page of pageAt(path)) for (const { target } of linksOf(page)) reached.add(target);
    expect(PAGES.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });
});

describe('npm’s scripts', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('that are named exist', () => {
    const ran = [...named(/npm run ([\w:-]+)/g), ...named(/npm (start|test)\b/g)];
    expect(ran.length).toBeGreaterThan(10);
    expect(unknown(ran, (name) => name in scripts)).toEqual([]);
  });

  it('are all in CONTRIBUTING.md', () => {
    const listed = named(/npm (?:run )?([\w:-]+)/g, pageAt('CONTRIBUTING.md')).map(({ name }) => name);
    // npm itself runs it, after `npm ci`.
    const asked = Object.keys(scripts).filter((name) => name !== 'prepare');
    expect(asked.filter((name) => !listed.includes(name))).toEqual([]);
  });
});

describe('the commands of arshjul', () => {
  const unused = () => Promise.reject(new Error('only --help is asked for'));

  async function helpOf(...args: string[]): Promise<string> {
    let help = '';
    const output = {
      out: (text: string | Uint8Array) => {
        help += text;
      },
      err: () => undefined,
    };
    await runProgram([...args, '--help'], {
      output,
      version: '0.0.0',
      today: () => isoDate('2026-11-24'),
      baseUrl: undefined,
      now: () => instant('2026-11-24T10:00:00Z'),
      access: { signInLink: unused, addExampleUnits: unused },
      storage: { backUp: unused, restore: unused, keyFile: () => undefined },
      withReminders: unused,
      migrate: unused,
      serve: unused,
    });
    return help;
  }

  /** The long options of each command, by its name. */
  const commands = new Map<string, readonly string[]>();
  beforeAll(async () => {
    const [, list = ''] = (await helpOf()).split('Commands:');
    for (const [, name = ''] of list.matchAll(/^ {2}([a-z][a-z-]*)/gm)) {
      if (name === 'help') continue;
      const options = [...(await helpOf(name)).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(
        ([, option = '']) => option,
      );
      commands.set(
        name,
        options.filter((option) => option !== '--help'),
      );
    }
  });

  it('that are named exist, with the options that are named', () => {
    expect(commands.size).toBeGreaterThan(10);
    const ran = named(/\barshjul ([a-z][\w-]*)/g);
    expect(ran.length).toBeGreaterThan(10);
    expect(unknown(ran, (name) => commands.has(name))).toEqual([]);
    const optionsOfAny = [...commands.values()].flat();
    const options = named(/(?<![\w-])(--[a-z][a-z-]*)/g).filter(
      ({ line }) => !/^(npm|npx vitest|node) /.test(line),
    );
    const isKnown = (option: string, line: string) => {
      const [, command] = /\barshjul ([a-z][\w-]*)/.exec(line) ?? [];
      const isOfNode = NODE_FLAGS.some((flag) => flag.split('=')[0] === option);
      return (
        isOfNode || option === '--help' || (commands.get(command ?? '') ?? optionsOfAny).includes(option)
      );
    };
    expect(unknown(options, isKnown)).toEqual([]);
  });

  it('each have a row in docs/operations.md with all their options', () => {
    const rows = read('docs/operations.md').split('\n');
    for (const [name, options] of commands) {
      const row = rows.find((line) => line.startsWith(`| \`arshjul ${name}`)) ?? '';
      const listed = [...row.matchAll(/`(--[a-z-]+)`/g)].map(([, option]) => option);
      expect({ name, options: listed.sort() }).toEqual({ name, options: [...options].sort() });
    }
  });
});

describe('environment variables', () => {
  // That docs/settings.md has all settings is tested with the settings.
  const settings = Object.keys(settingsSchema.shape);

  it('that are named are settings, or read by the tests', () => {
    const tests = globSync('test/**/*.{ts,js}', { cwd: ROOT }).map(read).join('\n');
    const ofTests = [...tests.matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name = '']) => name);
    const found = named(/(?<![\w`.])([A-Z]+(?:_[A-Z]+)+)(?!\w)/g);
    expect(found.length).toBeGreaterThan(30);
    expect(unknown(found, (name) => settings.includes(name) || ofTests.includes(name))).toEqual([]);
  });

  it('of one word, too', () => {
    const others = ['NOTICE', 'GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'FILE'];
    const found = PAGES.flatMap(({ path, code }) =>
      code
        .filter((span) => /^[A-Z]{4,}$/.test(span))
        .map((name) => ({ path, line: name, name, whole: name })),
    );
    expect(unknown(found, (name) => settings.includes(name) || others.includes(name))).toEqual([]);
  });
});

describe('addresses', () => {
  /** What is answered beside the API: by the feeds, the small pages, and src/http. */
  const OUTSIDE = [
    'GET /feeds/{token}.ics',
    'GET /subscribe/{token}',
    'GET /mail/{token}',
    'POST /mail/{token}',
    'GET /api/auth/callback/oidc',
    'GET /openapi.json',
    'GET /docs',
    'GET /healthz',
    'GET /readyz',
    'GET /metrics',
  ];
  const ofPage = ADDRESSES.flatMap((address) => [address, `/embed${address}`.replace(/\/$/, '')]).map(
    (address) => `GET ${address.replace(/:(\w+)/g, '{$1}')}`,
  );
  const known = [...Object.keys(PERMISSIONS), ...OUTSIDE, ...ofPage].map(
    (route) =>
      new RegExp(
        `^${route.replace(/\{\w+\}|[.*+?^$()|[\]\\]/g, (part) => (part.length > 1 ? '[^/ ]+' : `\\${part}`))}$`,
      ),
  );
  const isKnown = (route: string) => known.some((pattern) => pattern.test(route));
  const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

  it('that are named with a method exist', () => {
    const found = named(/\b((?:GET|POST|PATCH|PUT|DELETE) \/[^\s?]*)/g);
    expect(found.length).toBeGreaterThan(50);
    expect(unknown(found, isKnown)).toEqual([]);
  });

  it('that are named alone exist', () => {
    const found = named(/(?:^|BASE_URL)(\/[^\s?]*)/g);
    expect(found.length).toBeGreaterThan(20);
    expect(unknown(found, (path) => METHODS.some((method) => isKnown(`${method} ${path}`)))).toEqual([]);
  });
});

describe('files', () => {
  /** What is made by building or running. */
  const MADE = ['dist', 'dist/main.js', 'dist/page', 'db/arshjul.sqlite', 'db/secret.key', 'screenshots'];
  const isKnown = (path: string) => MADE.includes(path) || exists(path);

  it('and folders that are named exist', () => {
    const found = named(/(?<![\w./-])((?:src|test|data|db|docs|dist|screenshots|\.ci)\/[\w./-]*)/g).map(
      (each) => ({ ...each, name: each.name.replace(/[/.]$/, '') }),
    );
    expect(found.length).toBeGreaterThan(100);
    expect(unknown(found, isKnown)).toEqual([]);
  });

  it('that are named by their ending exist, too', () => {
    const found = named(/^([\w-][\w./-]*\.(?:ts|tsx|js|cjs|json|yaml|md|sql|py|css))$/g);
    expect(unknown(found, isKnown)).toEqual([]);
  });

  it('of the documentation that the code names exist', () => {
    const broken = globSync(['src/**/*.{ts,tsx}', 'test/**/*.ts'], { cwd: ROOT }).flatMap((file) =>
      [...read(file).matchAll(/\bdocs\/[\w/-]+\.md\b/g)]
        .filter(([path]) => !exists(path))
        .map(([path]) => `${file}: ${path}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('names of the code', () => {
  const code = globSync(['src/**/*.{ts,tsx}', 'test/**/*.ts'], { cwd: ROOT }).map(read).join('\n');

  it('of functions exist', () => {
    const found = named(/^([a-z]\w*)\(\)$/gi);
    expect(found.length).toBeGreaterThan(10);
    const declared = new Set(
      [...code.matchAll(/\b(?:function|const|class) (\w+)/g)].map(([, name = '']) => name),
    );
    expect(unknown(found, (name) => declared.has(name))).toEqual([]);
  });

  it('of metrics exist', () => {
    const found = named(/\b(arshjul_[a-z_]+)\b/g);
    expect(found.length).toBeGreaterThan(3);
    expect(unknown(found, (name) => code.includes(`'${name}'`))).toEqual([]);
  });
});

describe('texts of the page', () => {
  /** The bokmål texts, each as a pattern of what it may be when its blanks are filled in. */
  function labels(): RegExp[] {
    const files = globSync('data/locales/**/*nb.yaml', { cwd: ROOT });
    const texts = (value: unknown): string[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [String(value)];
    return files
      .flatMap((file) => texts(parse(read(file))))
      .map(
        (text) =>
          new RegExp(
            `^${text
              .split(/\{\{\w+\}\}/)
              .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
              .join('.+')}$`,
          ),
      );
  }

  it('that docs/bruk shows in bold are in data/locales', () => {
    // What is little but blanks would fit anything.
    const known = labels().filter(({ source }) => /\p{L}{3}/u.test(source));
    const shown = PAGES.filter(({ path }) => path.startsWith('docs/bruk/')).flatMap(({ path, text }) =>
      [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => ({
        path,
        label: label.replace(/\s+/g, ' '),
      })),
    );
    expect(shown.length).toBeGreaterThan(50);
    expect(
      shown.filter(({ label }) => label !== 'fet skrift' && !known.some((pattern) => pattern.test(label))),
    ).toEqual([]);
  });
});

describe('docs/glossary.md', () => {
  it('has the names of phases, categories, actors, kinds, statuses, levels and roles as people see them', () => {
    type Names = Readonly<Record<string, string>>;
    const glossary = read('docs/glossary.md');
    const framework = [
      ...globSync('data/framework/phases/*.yaml', { cwd: ROOT }).map((file) => parse(read(file))),
      ...parse(read('data/framework/categories.yaml')).categories,
      ...parse(read('data/framework/actors.yaml')).actors,
    ].map(({ id, name }: { id: string; name: Names }) => [id, name.nb, name.nn, name.en]);
    const [nb, nn, en] = ['nb', 'nn', 'en'].map(
      (language) => parse(read(`data/locales/${language}.yaml`)) as Readonly<Record<string, Names>>,
    );
    const words = ['kind', 'status', 'level', 'role'].flatMap((group) =>
      Object.keys(nb?.[group] ?? {}).map((key) => [
        key,
        nb?.[group]?.[key],
        nn?.[group]?.[key],
        en?.[group]?.[key],
      ]),
    );
    const rows = [...framework, ...words].map(([key, ...names]) => `| \`${key}\` | ${names.join(' | ')} |`);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !glossary.includes(row))).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  it('names every dependency, and nothing else', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const asked = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !name.startsWith('@types/'),
    );
    const listed = [...read(join('docs', 'dependencies.md')).matchAll(/^\| ([^|]+) \|/gm)]
      .flatMap(([, cell = '']) => cell.trim().split(/, (?:and )?/))
      .filter((name) => !['dependency', '----------', 'the @types packages'].includes(name));
    expect(listed.sort()).toEqual(asked.sort());
  });
});
