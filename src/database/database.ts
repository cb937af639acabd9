import { statSync } from 'node:fs';
import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import { ArshjulError } from '../errors/arshjul-error.js';
import { DatabaseCondition } from './condition.js';
import { isPostgres } from './database-address.js';
import { postgresPool } from './postgres.js';
import { openSqliteFile, SqliteDialect } from './sqlite.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

/** PostgreSQL takes 65,535 parameters in one statement, SQLite 32,766. */
export const ROWS_PER_INSERT = 500;

/**
 * Opens a database by its address: `postgres://…`, or the path of a file, which is created when it does not exist. Queries
 * fail with DatabaseUnavailable while the database cannot run them, which is noted in the condition. Throws ArshjulError.
 */
export function openDatabase(address: string, condition = new DatabaseCondition()): Database {
  if (isPostgres(address))
    return new Kysely({ dialect: new PostgresDialect({ pool: postgresPool(address, condition) }) });
  return new Kysely({ dialect: new SqliteDialect(openedFile(address), condition) });
}

function openedFile(file: string) {
  try {
    return openSqliteFile(file);
  } catch (error) {
    throw unusableFile(file, error);
  }
}

/** The error for a file that cannot be the database, which names the setting. */
function unusableFile(file: string, error: unknown): ArshjulError {
  const isDirectory = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  const cause = error instanceof Error ? error.message : String(error);
  return new ArshjulError({
    code: 'invalid-setting',
    name: 'DATABASE_URL',
    what: isDirectory
      ? `${JSON.stringify(file)} is a folder, not a file`
      : `${JSON.stringify(file)} cannot be opened as a database: ${cause}`,
  });
}
