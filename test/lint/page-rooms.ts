/**
 * How the page (src/web/client) is laid out, as docs/page.md says: `node test/lint/page-rooms.ts` names every import that leads
 * the wrong way and every folder that has grown too large, and fails when there is one. It stands in for
 * dependency-cruiser, whose parser reads no TSX.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

const CLIENT = fileURLToPath(new URL('../../src/web/client', import.meta.url));

/** The rooms from the ground up; each imports only from those below it, and rooms side by side not from each other. */
const STOREYS = [['data'], ['ui'], ['task'], ['framework', 'units', 'administration'], ['pages'], ['shell']];

/** The most files that stand side by side in a folder. */
const MOST_FILES = 25;

/** An import by one file of another; both are paths below the page's folder, with `/`. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** What is wrong with a layout, a line each; `files` are all files of the page, its styles too. */
export function flawsOf(files: readonly string[], imports: readonly Import[]): string[] {
  const withFiles = new Set(files.map((file) => posix.dirname(file)));
  return [
    ...circlesOf(imports).map((way) => `folders in a circle: ${way.join(' → ')}`),
    ...imports
      .filter(isUpward)
      .map(({ from, to }) => `a room imports from above or beside it: ${from} → ${to}`),
    ...imports
      .filter(({ from, to }) => {
        const [page, other] = [pageOf(from, withFiles), pageOf(to, withFiles)];
        return page !== null && other !== null && page !== other;
      })
      .map(({ from, to }) => `a page imports another: ${from} → ${to}`),
    ...crowdedOf(files),
  ];
}

/** The ways by which folders lead back to themselves; of the folders that hang together at least one. */
function circlesOf(imports: readonly Import[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [folder, other] = [posix.dirname(from), posix.dirname(to)];
    if (folder !== other) next.set(folder, (next.get(folder) ?? new Set()).add(other));
  }
  return [...next.keys()].flatMap((folder) => {
    const way = wayRound(folder, next);
    // Each circle is told by the first of its folders alone.
    return way?.every((each) => each >= folder) ? [way] : [];
  });
}

/** The shortest way from a folder back to it; undefined when there is none. */
function wayRound(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const folder of next.get(way.at(-1) ?? start) ?? []) {
      if (folder === start) return [...way, start];
      if (!seen.has(folder)) ways.push([...way, folder]);
      seen.add(folder);
    }
  }
  return undefined;
}

const roomOf = (file: string) => file.split('/')[0] ?? file;

const storeyOf = (file: string) => STOREYS.findIndex((rooms) => rooms.includes(roomOf(file)));

function isUpward({ from, to }: Import): boolean {
  const [storey, other] = [storeyOf(from), storeyOf(to)];
  // What stands in no room, such as the entry, imports what it needs and is imported by none.
  return storey !== -1 && roomOf(from) !== roomOf(to) && (other === -1 || other >= storey);
}

/** The page that a file belongs to: the outermost folder in `pages/` that has files of its own (is in `withFiles`); null outside of it. */
function pageOf(file: string, withFiles: ReadonlySet<string>): string | null {
  const folders = posix.dirname(file).split('/');
  if (folders[0] !== 'pages') return null;
  const paths = folders.map((_, index) => folders.slice(0, index + 1).join('/'));
  return paths.find((path) => withFiles.has(path)) ?? null;
}

/** Names the folders that hold more files than are taken in at a glance. */
export function crowdedOf(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const folder of files.map((file) => posix.dirname(file)))
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `more than ${MOST_FILES} files side by side: ${folder} has ${count}`);
}

/** All files of the page, and what they import of each other, also where a part is fetched when it is needed. */
export function layout(): { readonly files: string[]; readonly imports: Import[] } {
  const files = readdirSync(CLIENT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(CLIENT.length + 1)
        .replaceAll(sep, '/'),
    );
  const known = new Set(files);
  const imports = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((from) =>
      namesIn(
        parseSync(readFileSync(join(CLIENT, from), 'utf8'), {
          syntax: 'typescript',
          tsx: from.endsWith('x'),
        }),
      )
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(from), name))
        .flatMap((path) => [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')])
        .filter((path) => known.has(path))
        .map((to) => ({ from, to })),
    );
  return { files, imports };
}

/** The modules that a syntax tree names: in imports, in exports, in `import()` and in types. */
function namesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const {
    type,
    source,
    callee,
    arguments: given,
    argument,
  } = node as {
    readonly type?: string;
    readonly source?: { readonly value?: unknown } | null;
    readonly callee?: { readonly type: string };
    readonly arguments?: readonly { readonly expression: { readonly value?: unknown } }[];
    readonly argument?: { readonly value?: unknown };
  };
  const isFetched = type === 'CallExpression' && callee?.type === 'Import';
  const name = isFetched
    ? given?.[0]?.expression.value
    : type === 'TsImportType'
      ? argument?.value
      : source?.value;
  return [...(typeof name === 'string' ? [name] : []), ...Object.values(node).flatMap(namesIn)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, imports } = layout();
  const flaws = flawsOf(files, imports);
  for (const flaw of flaws) console.error(flaw);
  if (flaws.length > 0) process.exitCode = 1;
  else
    console.log(`The page: ${files.length} files and ${imports.length} imports among them, all as laid out.`);
}
