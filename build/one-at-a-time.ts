import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';

const LOOK_MS = 100;

/**
 * Does work that no other process does meanwhile by the same file: it waits for another's to end, and tells of that once.
 * The lock is SQLite's on the file, which the system takes from whoever dies with it: there is no stale one. Resolves and
 * rejects as the work does.
 */
export async function oneAtATime<T>(file: string, work: () => Promise<T>, onWait: () => void): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new Database(file, { timeout: 0 });
  try {
    if (!take(lock)) {
      onWait();
      do await pause(LOOK_MS);
      while (!take(lock));
    }
    return await work();
  } finally {
    lock.close();
  }
}

/** Takes the lock unless somebody else has it; returns whether it was free. */
function take(lock: Database.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
