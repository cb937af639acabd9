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
 * Opens a database by its address: `postgres://…`, or the path of a file that is created when it is not there. What is
 * asked of it while it cannot do it fails with DatabaseUnavailable, and the condition is told. Throws ArshjulError.
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

/** Why a file cannot be the database, told by the setting that names it. */
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
