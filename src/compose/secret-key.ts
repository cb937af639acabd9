import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPostgres } from '../database/database-address.js';
import { ArshjulError } from '../errors/arshjul-error.js';
import type { Config } from './config.js';

/**
 * The key that feed addresses are derived from, kept beside the embedded database and made on first run.
 * It is a separate file, so that a copy of the database does not reveal the addresses.
 */
function secretKeyOf(databaseFile: string): string {
  const file = keyFileOf(databaseFile);
  try {
    // wx: of two processes that start at once, the second finds the key of the first.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST')
      throw new ArshjulError({ code: 'unwritable-file', file, cause: code ?? String(error) });
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 32)
    throw new ArshjulError({ code: 'unreadable-file', file, cause: 'it does not contain a key' });
  return key;
}

const keyFileOf = (databaseFile: string) => join(dirname(databaseFile), 'secret.key');

/** The file of the key; undefined when the key is a setting. */
export function secretKeyFile({
  SECRET_KEY,
  DATABASE_URL,
}: Pick<Config, 'SECRET_KEY' | 'DATABASE_URL'>): string | undefined {
  return SECRET_KEY === undefined ? keyFileOf(DATABASE_URL) : undefined;
}

/**
 * The key that addresses and links are made with: the one set, else the one beside the embedded database; several
 * instances that share a PostgreSQL must be given one. Throws ArshjulError `invalid-setting`.
 */
export function secretKeyFor({
  SECRET_KEY,
  DATABASE_URL,
}: Pick<Config, 'SECRET_KEY' | 'DATABASE_URL'>): string {
  if (SECRET_KEY !== undefined) return SECRET_KEY;
  if (isPostgres(DATABASE_URL)) {
    throw new ArshjulError({
      code: 'invalid-setting',
      name: 'SECRET_KEY',
      what: 'is required with PostgreSQL: all instances share it',
    });
  }
  return secretKeyOf(DATABASE_URL);
}
