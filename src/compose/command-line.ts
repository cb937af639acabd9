import { dateAt, type Instant } from '../calendar/iso-date.js';
import { ZONE } from '../calendar/zone.js';
import type { Output } from '../cli/output.js';
import { runProgram } from '../cli/program.js';
import { readConfig } from './config.js';
import { secretKeyFile } from './secret-key.js';

/** When the service has responded to nobody for this many seconds, it exits to be restarted. */
const LONGEST_HELD_UP = 30;

/** What the program takes from the process that it runs on. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly output: Output;
  readonly version: string;
  readonly now: () => Instant;
  /** Resolves when the process is asked to stop. */
  readonly asked: () => Promise<void>;
}

/** Runs the program on this process; resolves to what to exit with. */
export function runCommandLine(version: string): Promise<number> {
  // A reader that leaves (`arshjul serve | head -1`) must not take the service with it.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return runCommand({
    args: process.argv.slice(2),
    environment: process.env,
    output: {
      out: (content) => void process.stdout.write(content),
      err: (text) => void process.stderr.write(text),
    },
    version,
    now: () => new Date().toISOString() as Instant,
    asked: () =>
      new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      }),
  });
}

/**
 * Runs one command on what it is given; resolves to what to exit with. What only some commands need is loaded by them: the
 * whole service takes a second to load.
 */
export function runCommand({ args, environment, output, version, now, asked }: CommandLine): Promise<number> {
  return runProgram(args, {
    output,
    version,
    today: () => dateAt(now(), ZONE),
    baseUrl: environment.BASE_URL,
    now,
    access: {
      signInLink: async (person) => {
        const { makeSignInLink } = await import('./access-commands.js');
        return makeSignInLink(readConfig(environment), now, person);
      },
      addExampleUnits: async () => {
        const { addExampleUnits } = await import('./access-commands.js');
        return addExampleUnits(readConfig(environment), now);
      },
    },
    storage: {
      backUp: async (file, options) => {
        const { backUp } = await import('../database/backup.js');
        return backUp(readConfig(environment).DATABASE_URL, file, options);
      },
      restore: async (file, options) => {
        const { restore } = await import('../database/backup.js');
        return restore(file, readConfig(environment).DATABASE_URL, options);
      },
      keyFile: () => secretKeyFile(readConfig(environment)),
    },
    withReminders: async (work) => {
      const { withReminders } = await import('./reminder-setup.js');
      return withReminders(readConfig(environment), now, work);
    },
    serve: async () => {
      // Signals that arrive while the service is still loading count too.
      const stopped = asked();
      const { startService } = await import('./service.js');
      const { watchMainThread } = await import('../workers/watchdog.js');
      const service = await startService(readConfig(environment), { now, version });
      const stopWatching = watchMainThread(LONGEST_HELD_UP, (error) =>
        output.err(`the main thread has no watchdog: ${error}\n`),
      );
      output.out(`${service.greeting.join('\n')}\n`);
      await stopped;
      await service.stop();
      await stopWatching();
    },
    migrate: async () => {
      const { openDatabase } = await import('../database/database.js');
      const { migrate } = await import('../database/migrate.js');
      const database = openDatabase(readConfig(environment).DATABASE_URL);
      try {
        return await migrate(database);
      } finally {
        await database.destroy();
      }
    },
  });
}
