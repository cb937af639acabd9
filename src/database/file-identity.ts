import { type BigIntStats, statSync } from 'node:fs';

/** The file of an embedded database, its write-ahead log and the index of that. */
const ENDINGS = ['', '-wal', '-shm'];

/**
 * Where the files of an embedded database lie that has been opened. Returns whether they still do: what is written to a
 * file that has been deleted or replaced is lost.
 */
export function fileIdentity(file: string): () => boolean {
  const paths = ENDINGS.map((ending) => file + ending);
  const opened = new Map(paths.map((path) => [path, inode(path)]));
  return () => paths.every((path) => opened.get(path) === undefined || inode(path) === opened.get(path));
}

/** Identifies a file on the machine; undefined when it does not exist. */
function inode(path: string): string | undefined {
  const found: BigIntStats | undefined = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}
