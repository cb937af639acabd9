/**
 * What the service is delivered with that others have made: the production dependencies of package-lock.json, and what Vite
 * has put into the page. `node test/licences/notice.ts` writes NOTICE; a test holds that it is what this makes.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NOTICE = `${ROOT}NOTICE`;

/** The licences that may be delivered, by their SPDX names. */
export const ALLOWED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
];

/** Why a version before its release is delivered, by package. None is. */
export const PRERELEASES: Readonly<Record<string, string>> = {};

/** Licences of packages whose package.json names none, read from their LICENSE. */
const UNNAMED: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

/** What a package asks to be said beside its licence. */
const SAID_BESIDE: Readonly<Record<string, string>> = {
  'date-holidays':
    'The dates of public holidays in it are made from Wikipedia’s articles, by their authors, and its author’s data: https://github.com/commenthol/date-holidays; its README names CC BY-SA 3.0 for them, its package.json CC-BY-3.0. They are used unchanged.',
  node: 'npm fetches with it the program Node.js, whose own licence is https://github.com/nodejs/node/blob/main/LICENSE.',
};

interface LockEntry {
  readonly version: string;
  readonly license?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

export interface Delivered {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; empty when the package names none. */
  readonly licence: string;
  /** Who has made it, when the package says so. */
  readonly author: string;
  /** Licences and notices that lie in the package; none for one of a single platform, which has those of its parent. */
  readonly texts: readonly string[];
}

const read = (path: string) => JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'));

/** Everything that is delivered, in order of name, a name once. */
export function delivered(): Delivered[] {
  const lock: Readonly<Record<string, LockEntry>> = read('package-lock.json').packages;
  const roots = Object.keys(read('package.json').dependencies).map((name) => `node_modules/${name}`);
  const paths = new Set(roots);
  for (const path of paths) for (const needed of neededBy(lock, path)) paths.add(needed);
  // Written by the build, see vite.config.ts.
  for (const name of read('dist/page/packages.json') as string[]) paths.add(`node_modules/${name}`);
  const byName = new Map<string, Delivered>();
  for (const path of [...paths].sort()) {
    const entry = lock[path];
    const name = nameOf(path);
    if (entry && !byName.has(name)) byName.set(name, deliveredFrom(path, entry));
  }
  return [...byName.values()].sort(({ name: a }, { name: b }) => (a < b ? -1 : 1));
}

const nameOf = (path: string) => path.replace(/.*node_modules\//, '');

/** The packages, by their paths, that one cannot do without. */
function neededBy(lock: Readonly<Record<string, LockEntry>>, path: string): string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = lock[path] ?? {};
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers].flatMap((name) => {
    for (let from = path; ; from = from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
      const found = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
      if (lock[found]) return [found];
      if (from === '') return [];
    }
  });
}

function deliveredFrom(path: string, { version, license, os, cpu }: LockEntry): Delivered {
  const name = nameOf(path);
  const licence = license ?? UNNAMED[name] ?? '';
  if (os || cpu || !existsSync(`${ROOT}${path}`)) return { name, version, licence, author: '', texts: [] };
  const { author } = read(`${path}/package.json`);
  const texts = readdirSync(`${ROOT}${path}`, { withFileTypes: true })
    .filter((each) => each.isFile() && /^((un)?licen[cs]e|notice|copying)|\.license\.txt$/i.test(each.name))
    .map((each) => each.name)
    .sort()
    .map((file) => readFileSync(`${ROOT}${path}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim())
    .filter((text) => text !== '');
  return {
    name,
    version,
    licence,
    author: typeof author === 'string' ? author : (author?.name ?? ''),
    texts,
  };
}

/** Whether an SPDX expression can be met by what is allowed. */
export function isAllowed(licence: string): boolean {
  const ways = licence.replace(/[()]/g, '').split(' OR ');
  return ways.some((way) => way.split(' AND ').every((each) => ALLOWED.includes(each)));
}

/** A text without the lines that say whose it is, and those lines. */
function parted(text: string) {
  const isHolder = (line: string) => /^\W*(copyright|\(c\)|©)[^.]*\d{4}/i.test(line);
  const lines = text.split('\n');
  return {
    body: lines
      .filter((line) => !isHolder(line))
      .join('\n')
      .trim(),
    holders: lines.filter(isHolder).map((line) => line.trim()),
  };
}

/** NOTICE: every package with its licence, then every text once with the packages that it is of and their holders. */
export function notice(packages: readonly Delivered[]): string {
  const byBody = new Map<string, { readonly body: string; readonly of: string[] }>();
  for (const { name, texts } of packages) {
    for (const { body, holders } of texts.map(parted)) {
      const key = body
        .replace(/^(the )?mit license( \(mit\))?\s/i, '')
        .replace(/[\s"'“”*#]+/g, ' ')
        .trim();
      const known = byBody.get(key) ?? { body, of: [] };
      known.of.push([name, ...holders.map((holder) => `  ${holder}`)].join('\n'));
      byBody.set(key, known);
    }
  }
  const lines = packages.map(({ name, licence, author, texts }) => {
    const by = texts.length === 0 && author !== '' ? `, by ${author}` : '';
    const beside = SAID_BESIDE[name];
    return `${name}: ${licence}${by}${beside === undefined ? '' : `\n  ${beside}`}`;
  });
  const rule = '-'.repeat(80);
  const texts = [...byBody.values()].map(({ body, of }) => `${rule}\n${of.join('\n')}\n${rule}\n\n${body}\n`);
  return `Årshjul is under the licence in LICENSE. It is delivered with these packages of others, each under its own; their
texts follow. Made by \`npm run notice\`.

${lines.join('\n')}

${texts.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(NOTICE, notice(delivered()));
