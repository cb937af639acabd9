import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Observed } from './observed.js';

const FOLDER = new URL('fixtures/', import.meta.url);
const DATABASE = new URL('database.sqlite.br', FOLDER);
const OBSERVED = new URL('observed.json.br', FOLDER);
const ABOUT = new URL('about.json', FOLDER);

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

/** Writes what the version that runs leaves to those after it. */
export function writeFixtures(database: Buffer, observed: Observed, about: About): void {
  writeFileSync(DATABASE, packed(database));
  writeFileSync(OBSERVED, packed(Buffer.from(JSON.stringify(observed))));
  writeFileSync(ABOUT, `${JSON.stringify(about, null, 2)}\n`);
}

/** The database that the version before has written, as the bytes of its file. */
export function readDatabase(): Buffer {
  return brotliDecompressSync(readFileSync(DATABASE));
}

/** What the version before answered, served, sent and printed. */
export function readObserved(): Observed {
  return JSON.parse(brotliDecompressSync(readFileSync(OBSERVED)).toString());
}
