import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Observed } from './observed.js';

/** Where the fixtures of the version before are. */
export const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

const DATABASE = 'database.sqlite.br';
const OBSERVED = 'observed.json.br';
const ABOUT = 'about.json';

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

/** Writes what the version that runs leaves to those after it into a folder. */
export function writeFixtures(folder: string, database: Buffer, observed: Observed, about: About): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, DATABASE), packed(database));
  writeFileSync(join(folder, OBSERVED), packed(Buffer.from(JSON.stringify(observed))));
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
