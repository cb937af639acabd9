/**
 * How the service (src without the page) is laid out, beside what .dependency-cruiser.cjs says of its imports:
 * `node test/lint/server-rooms.ts` names every folder that has grown too large and every store without a query.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crowdedOf } from './page-rooms.ts';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

const QUERY = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|\bsql</;

/** What is wrong with a layout, a line each; `files` are paths below src with their texts. */
export function flawsOf(files: ReadonlyMap<string, string>): string[] {
  return [
    ...crowdedOf([...files.keys()]),
    ...[...files]
      .filter(([path, text]) => path.endsWith('.store.ts') && !QUERY.test(text))
      .map(([path]) => `a store without a query: ${path}`),
  ];
}

/** All files of the service by their paths below src, with `/`. */
export function serverFiles(): Map<string, string> {
  const paths = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(SOURCE, 'web', 'client')));
  return new Map(
    paths.map((path) => [path.slice(SOURCE.length + 1).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = serverFiles();
  const flaws = flawsOf(files);
  for (const flaw of flaws) console.error(flaw);
  if (flaws.length > 0) process.exitCode = 1;
  else console.log(`The service: ${files.size} files, all as laid out.`);
}
