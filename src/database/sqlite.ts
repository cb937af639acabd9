import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { DatabaseCondition } from './condition.js';
import { fileIdentity } from './file-identity.js';
import { type SqliteConnections, SqliteDriver } from './sqlite-driver.js';

/** How long opening waits for another process; no requests are served yet. */
const OPENING_WAIT_MS = 1_000;

/** Kysely's SQLite dialect with our own driver, and with atomic migrations. */
export class SqliteDialect implements Dialect {
  readonly #connections: SqliteConnections;
  readonly #condition: DatabaseCondition;

  constructor(connections: SqliteConnections, condition: DatabaseCondition) {
    this.#connections = connections;
    this.#condition = condition;
  }

  createDriver(): Driver {
    return new SqliteDriver(this.#connections, this.#condition);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  // biome-ignore lint/suspicious/noExplicitAny: as Kysely's interface has it.
  createIntrospector(database: Kysely<any>): DatabaseIntrospector {
    return new SqliteIntrospector(database);
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Opens an embedded database, which is created when it is not there; throws what better-sqlite3 throws. */
export function openSqliteFile(file: string): SqliteConnections {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new SqliteDatabase(file, { timeout: OPENING_WAIT_MS });
  try {
    // Readers do not wait for the writer, and a commit survives a crash of the process.
    writer.pragma('journal_mode = WAL');
    writer.pragma('synchronous = NORMAL');
    writer.pragma('foreign_keys = ON');
    // The first access creates the files beside the database.
    writer.prepare('select count(*) from sqlite_master').get();
    const openReader = () => new SqliteDatabase(file, { readonly: true, timeout: 0 });
    const reader = openReader();
    // From here on the driver waits: SQLite's own waiting blocks the whole process.
    writer.pragma('busy_timeout = 0');
    return { writer, reader, openReader, isInPlace: fileIdentity(file) };
  } catch (error) {
    writer.close();
    throw error;
  }
}
