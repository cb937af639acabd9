import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, type Transaction as KyselyTransaction, PostgresDialect, SqliteDialect } from 'kysely';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { ArshjulError } from '../errors/arshjul-error.js';
import { isPostgres } from './database-address.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

/** PostgreSQL takes 65,535 parameters in one statement, SQLite 32,766. */
export const ROWS_PER_INSERT = 500;

/** Longer statements, such as those that insert many rows, differ each time. */
const LONGEST_KEPT = 4000;

/** Opens a database by its address: `postgres://…`, or the path of a file that is created when it is not there. */
export function openDatabase(address: string): Database {
  return isPostgres(address) ? openPostgres(address) : openSqlite(address);
}

function openPostgres(address: string): Database {
  const pool = new pg.Pool({ connectionString: address, max: 10 });
  // A connection lost while it is idle is replaced when the next one is asked for.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function openSqlite(file: string): Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const sqlite = new SqliteDatabase(file);
    // Readers do not wait for the writer, and a commit survives a crash of the process.
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = NORMAL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('busy_timeout = 5000');
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(sqlite) }) });
  } catch (error) {
    throw new ArshjulError({
      code: 'unreadable-file',
      file,
      cause: error instanceof Error ? error.message : String(error),
    });
  }
}

/** The same database, which prepares a short statement that comes again and again once. */
function keepingStatements(sqlite: SqliteDatabase.Database) {
  const kept = new LRUCache<string, SqliteDatabase.Statement>({ max: 500 });
  return {
    prepare: (text: string) => {
      const known = kept.get(text);
      if (known) return known;
      const statement = sqlite.prepare(text);
      if (text.length <= LONGEST_KEPT) kept.set(text, statement);
      return statement;
    },
    close: () => sqlite.close(),
  };
}
