import { existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database as Sqlite } from 'better-sqlite3';
import { ArshjulError } from '../errors/arshjul-error.js';
import { isPostgres } from './database-address.js';
import { knownMigrations } from './migrate.js';

export interface CopyOptions {
  /** Whether an existing file is replaced. */
  readonly force: boolean;
}

/** More pages than any database has. */
const ALL_PAGES = 0x7fffffff;

/**
 * Writes a consistent copy of an embedded database to a file while others read and write: 1. refuse to replace a file
 * unasked, 2. copy, 3. check the copy, 4. give it its name. Throws ArshjulError.
 */
export async function backUp(address: string, file: string, { force }: CopyOptions): Promise<void> {
  refusePostgres(address);
  if (!existsSync(address)) throw unreadable(address, 'no database found');
  refuseSame(file, address);
  if (existsSync(file) && !force) throw taken(file);
  await copyChecked(address, file);
}

/**
 * Puts a backup in the place of the embedded database: 1. refuse to replace a database unasked, 2. copy the backup
 * beside it, 3. check the copy, 4. make sure that no service has the old one open, 5. give the copy its name. Throws
 * ArshjulError, and leaves the old database as it was.
 */
export async function restore(file: string, address: string, { force }: CopyOptions): Promise<void> {
  refusePostgres(address);
  if (!existsSync(file)) throw unreadable(file, 'the file does not exist');
  refuseSame(file, address);
  if (existsSync(address) && !force) throw taken(address);
  await copyChecked(file, address, () => closeDown(address));
}

async function copyChecked(from: string, to: string, beforeNaming = () => {}): Promise<void> {
  const copy = `${to}.partial`;
  try {
    makeRoom(to, copy);
    await copySqlite(from, copy);
    checkCopy(copy, from);
    beforeNaming();
    renameSync(copy, to);
  } finally {
    rmSync(copy, { force: true });
  }
}

function makeRoom(to: string, copy: string): void {
  try {
    mkdirSync(dirname(to), { recursive: true });
    rmSync(copy, { force: true });
  } catch (error) {
    throw new ArshjulError({ code: 'unwritable-file', file: to, cause: messageOf(error) });
  }
}

/** All pages are copied in one step: a copy in several steps restarts whenever somebody writes in between. */
async function copySqlite(from: string, copy: string): Promise<void> {
  const source = openExisting(from);
  try {
    await source.backup(copy, { progress: () => ALL_PAGES });
  } catch (error) {
    throw unreadable(from, messageOf(error));
  } finally {
    source.close();
  }
}

/** Makes the copy one file, and throws unless it is whole, an årshjul, and not of a newer version than this. */
function checkCopy(copy: string, from: string): void {
  const sqlite = openExisting(copy);
  try {
    sqlite.pragma('journal_mode = DELETE');
    const [found] = sqlite.pragma('integrity_check') as { integrity_check: string }[];
    if (found?.integrity_check !== 'ok') throw unreadable(from, `it is damaged: ${found?.integrity_check}`);
    const known = knownMigrations();
    const ran = migrationsOf(sqlite);
    if (ran.length === 0) throw unreadable(from, 'it is not an årshjul database');
    const unknown = ran.find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw unreadable(from, `it was written by a newer version of årshjul (migration ${unknown})`);
  } catch (error) {
    throw error instanceof ArshjulError ? error : unreadable(from, messageOf(error));
  } finally {
    sqlite.close();
  }
}

function migrationsOf(sqlite: Sqlite): string[] {
  const isThere = sqlite.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  if (!isThere) return [];
  return sqlite
    .prepare<[], { name: string }>('select name from kysely_migration')
    .all()
    .map(({ name }) => name);
}

/**
 * Removes the write-ahead log of a database that is about to be replaced, because it would be taken for that of the new one.
 * SQLite does that only when no other process has the database open.
 */
function closeDown(address: string): void {
  if (!existsSync(address)) return;
  try {
    const sqlite = new SqliteDatabase(address, { timeout: 0 });
    try {
      sqlite.pragma('journal_mode = DELETE');
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
      throw new ArshjulError({ code: 'file-in-use', file: address });
    // A database that is no longer one is what a backup is for.
    for (const ending of ['-wal', '-shm']) rmSync(address + ending, { force: true });
  }
}

/** Refuses to replace a database by itself, which would take it from processes that have it open. */
function refuseSame(file: string, address: string): void {
  if (!existsSync(file) || !existsSync(address) || realpathSync(file) !== realpathSync(address)) return;
  throw new ArshjulError({ code: 'unwritable-file', file, cause: 'it is the current database itself' });
}

function openExisting(file: string): Sqlite {
  try {
    return new SqliteDatabase(file, { fileMustExist: true });
  } catch (error) {
    throw unreadable(file, messageOf(error));
  }
}

function refusePostgres(address: string): void {
  if (!isPostgres(address)) return;
  const what = 'names a PostgreSQL server: use its own pg_dump and pg_restore';
  throw new ArshjulError({ code: 'invalid-setting', name: 'DATABASE_URL', what });
}

const taken = (file: string) =>
  new ArshjulError({ code: 'unwritable-file', file, cause: 'it already exists; use --force to replace it' });

const unreadable = (file: string, cause: string) =>
  new ArshjulError({ code: 'unreadable-file', file, cause });

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
