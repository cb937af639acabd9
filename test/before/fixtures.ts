import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { parse, stringify } from 'yaml';
import { DATA_DIRECTORY } from '../../src/datafiles/data-directory.js';
import { scratchFolder } from '../scratch-folder.js';
import type { Observed } from './observed.js';

/** Where the fixtures of the version before are. */
export const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

const DATABASE = 'database.sqlite.br';
const OBSERVED = 'observed.json.br';
const DATES = 'dates.json.br';
const WORDS = 'words.json.br';
const ABOUT = 'about.json';

/** The parts of data/ that give tasks their dates and words. */
const DATED_BY = ['cycle', 'school-years', 'dates'];

/** The parts that give names and sentences to what is shown. */
const WORDED_BY = ['framework', 'locales'];

/** Which code the fixtures were written by. */
export interface About {
  readonly commit: string;
  readonly subject: string;
}

function packed(bytes: Buffer): Buffer {
  // Much of what is kept says the same of a task many times over, far apart: a large window finds it.
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}

/** The files of some parts of data/, by their names. */
function textsOf(parts: readonly string[]): Readonly<Record<string, string>> {
  const files = parts.flatMap((part) => globSync(`${part}/**/*.yaml`, { cwd: DATA_DIRECTORY })).sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(DATA_DIRECTORY, file), 'utf8')]));
}

/** Writes what the version that runs leaves to those after it into a folder. */
export function writeFixtures(folder: string, database: Buffer, observed: Observed, about: About): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, DATABASE), packed(database));
  writeFileSync(join(folder, OBSERVED), packed(Buffer.from(JSON.stringify(observed))));
  writeFileSync(join(folder, DATES), packed(Buffer.from(JSON.stringify(textsOf(DATED_BY)))));
  writeFileSync(join(folder, WORDS), packed(Buffer.from(JSON.stringify(textsOf(WORDED_BY)))));
  writeFileSync(join(folder, ABOUT), `${JSON.stringify(about, null, 2)}\n`);
}

/** The database that the version before has written, as the bytes of its file. */
export function readDatabase(): Buffer {
  return brotliDecompressSync(readFileSync(join(FIXTURES, DATABASE)));
}

/** What the version before answered, served, sent and printed. */
export function readObserved(): Observed {
  return JSON.parse(brotliDecompressSync(readFileSync(join(FIXTURES, OBSERVED))).toString());
}

/**
 * A folder with the data of this version, but with the templates, skoleruter, dates, framework and words of the version before:
 * what the service does with them is compared, not what has become better known or said since. Texts that did not exist
 * then are there. To be removed by whoever asks for it.
 */
export function dataOfBefore(): string {
  const folder = scratchFolder('data-before');
  cpSync(DATA_DIRECTORY, folder, { recursive: true });
  for (const part of DATED_BY) rmSync(join(folder, part), { recursive: true, force: true });
  for (const [file, text] of Object.entries({ ...readTexts(DATES), ...readTexts(WORDS) })) {
    const path = join(folder, file);
    const isLocale = file.startsWith('locales/');
    if (isLocale && !existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, isLocale ? inWordsOf(text, readFileSync(path, 'utf8')) : text);
  }
  return folder;
}

function readTexts(fixture: string): Readonly<Record<string, string>> {
  return JSON.parse(brotliDecompressSync(readFileSync(join(FIXTURES, fixture))).toString());
}

/** A locale of this version with the words of the version before for every text that both have. */
function inWordsOf(before: string, now: string): string {
  const worded = (was: unknown, is: unknown): unknown => {
    if (!isTree(is)) return typeof was === 'string' ? was : is;
    return Object.fromEntries(
      Object.entries(is).map(([key, part]) => [key, worded(isTree(was) ? was[key] : undefined, part)]),
    );
  };
  return stringify(worded(parse(before), parse(now)));
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
