import type { Database, Transaction } from './database.js';

/**
 * Reads in several queries what is there at one moment: what others write meanwhile is not seen, and nobody waits. Throws what
 * `read` throws, and DatabaseUnavailable.
 */
export function readAtOneMoment<T>(
  database: Database,
  read: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
