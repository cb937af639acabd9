import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ArshjulError } from './errors/arshjul-error.js';

/**
 * The key that feed addresses are derived from, kept beside the embedded database and made on first run.
 * It lies apart from the database, so that a copy of the one does not give away the addresses.
 */
export function secretKeyOf(databaseFile: string): string {
  const file = join(dirname(databaseFile), 'secret.key');
  try {
    // wx: of two processes that start at once, the second finds the key of the first.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST')
      throw new ArshjulError({ code: 'unwritable-file', file, cause: code ?? String(error) });
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 32) throw new ArshjulError({ code: 'unreadable-file', file, cause: 'it holds no key' });
  return key;
}
