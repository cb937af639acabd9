import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { scratchFolder } from '../scratch-folder.js';
import { left, onServer } from './on-server.js';

/** What the databases of tests are copied from: to make one of nothing takes longer than most tests. */
export interface Templates {
  /** The address of the PostgreSQL server. */
  readonly server: string;
  /** On each engine an empty, migrated database: the path of a file, and the name of one on the server. */
  readonly SQLite: string;
  readonly PostgreSQL: string;
}

/** Makes the empty databases; `remove` takes away these and what was made of them to be copied in turn. */
export async function makeTemplates(
  server: string,
): Promise<{ readonly templates: Templates; readonly remove: () => Promise<void> }> {
  const folder = scratchFolder('arshjul-template');
  const templates = { server, SQLite: join(folder, 'empty.sqlite'), PostgreSQL: `template_${process.pid}` };
  await onServer(server, `create database ${templates.PostgreSQL}`);
  for (const address of [templates.SQLite, `${server}/${templates.PostgreSQL}`]) {
    const database = openDatabase(address);
    await migrate(database);
    await database.destroy();
  }
  await left(server, templates.PostgreSQL);
  return {
    templates,
    remove: async () => {
      rmSync(folder, { recursive: true });
      const { rows } = await onServer(
        server,
        'select datname from pg_database where starts_with(datname, $1)',
        [templates.PostgreSQL],
      );
      for (const { datname } of rows) await onServer(server, `drop database ${datname} with (force)`);
    },
  };
}

/** Where a process of the tests keeps a further database to copy from. */
export function furtherTemplate(
  { SQLite, PostgreSQL }: Templates,
  number: number,
): Omit<Templates, 'server'> {
  return {
    SQLite: join(dirname(SQLite), `${process.pid}-${number}.sqlite`),
    PostgreSQL: `${PostgreSQL}_${process.pid}_${number}`,
  };
}

/** Copies a database of SQLite that nobody has open. */
export function copySqlite(from: string, to: string): void {
  if (existsSync(`${from}-wal`)) throw new Error(`${from} has a log that has not been written into it`);
  copyFileSync(from, to);
}

/**
 * Copies a database of PostgreSQL that nobody is connected to. Its files are copied whole: page by page through the log, as
 * is usual, takes three times as long.
 */
export async function copyPostgres(server: string, from: string, to: string): Promise<void> {
  await onServer(server, `create database ${to} template ${from} strategy file_copy`);
}
