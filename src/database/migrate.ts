import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Migration, Migrator, sql } from 'kysely';
import type { Database } from './database.js';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations/', import.meta.url));

/** Brings the schema up to date, one transaction for all; answers the names of the migrations that ran. */
export async function migrate(database: Database): Promise<string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrationsIn(MIGRATIONS) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? [])
    .filter(({ status }) => status === 'Success')
    .map(({ migrationName }) => migrationName);
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
