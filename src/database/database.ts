import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { ArshjulError } from '../errors/arshjul-error.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;

/** Opens the embedded database file, creating it and its folder when they are not there. */
export function openDatabase(file: string): Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const sqlite = new SqliteDatabase(file);
    // Readers do not wait for the writer, and a commit survives a crash of the process.
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = NORMAL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('busy_timeout = 5000');
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  } catch (error) {
    throw new ArshjulError({
      code: 'unreadable-file',
      file,
      cause: error instanceof Error ? error.message : String(error),
    });
  }
}
