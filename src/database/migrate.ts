import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Migration, Migrator, PostgresAdapter, sql } from 'kysely';
import { ArshjulError } from '../errors/arshjul-error.js';
import type { Database } from './database.js';
import { TIMEOUTS } from './postgres.js';
import { DatabaseUnavailable } from './unavailable.js';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations/', import.meta.url));

/**
 * Brings the schema up to date, one transaction for all; returns the names of the migrations that ran. Throws ArshjulError
 * `newer-database` for a database that a newer version of the program has migrated, `invalid-setting` for one that refuses
 * the login, and `database-unavailable` for one that cannot be used now.
 */
export async function migrate(database: Database): Promise<string[]> {
  return withoutTimeout(database, async (connection) => {
    const migrator = new Migrator({
      db: connection,
      provider: { getMigrations: async () => migrationsIn(MIGRATIONS) },
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw (await newerDatabase(connection, error)) ?? error;
    return (results ?? [])
      .filter(({ status }) => status === 'Success')
      .map(({ migrationName }) => migrationName);
  }).catch((error: unknown) => {
    throw error instanceof DatabaseUnavailable ? unusable(error) : error;
  });
}

function unusable({ message, detail, isRefused }: DatabaseUnavailable): ArshjulError {
  if (isRefused)
    return new ArshjulError({ code: 'invalid-setting', name: 'DATABASE_URL', what: `is refused: ${detail}` });
  const cause = detail === undefined ? message : `${message} ${detail}`;
  return new ArshjulError({ code: 'database-unavailable', cause });
}

/** A migration of a large database takes its time, and other instances that start wait for it. */
async function withoutTimeout<T>(database: Database, work: (connection: Database) => Promise<T>): Promise<T> {
  return database.connection().execute(async (connection) => {
    if (!(connection.getExecutor().adapter instanceof PostgresAdapter)) return work(connection);
    await sql`set statement_timeout = 0`.execute(connection);
    const done = await work(connection);
    await sql.raw(TIMEOUTS).execute(connection);
    return done;
  });
}

/** Why a migration could not begin, when it is because there are some that are not known here. */
async function newerDatabase(connection: Database, error: unknown): Promise<ArshjulError | undefined> {
  if (!(error instanceof Error && error.message.startsWith('corrupted migrations'))) return undefined;
  const known = knownMigrations();
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    connection,
  );
  const unknown = rows.find(({ name }) => !known.includes(name));
  return unknown && new ArshjulError({ code: 'newer-database', migration: unknown.name });
}

/** The names of all migrations that this version of the program has, in their order. */
export function knownMigrations(): string[] {
  return Object.keys(migrationsIn(MIGRATIONS)).sort();
}

function migrationsIn(directory: string): Record<string, Migration> {
  const names = readdirSync(directory).filter((name) => name.endsWith('.sql'));
  return Object.fromEntries(
    names.map((name) => [
      name.replace(/\.sql$/, ''),
      { up: (db) => run(db, readFileSync(directory + name, 'utf8')) },
    ]),
  );
}

async function run(db: Parameters<Migration['up']>[0], script: string): Promise<void> {
  const statements = script
    .replace(/^--.*$/gm, '')
    .split(/;\s*$/m)
    .filter((statement) => statement.trim() !== '');
  for (const statement of statements) await sql.raw(statement).execute(db);
}
