#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { addExampleUnits, makeSignInLink } from './access-commands.js';
import { dateAt, type Instant } from './calendar/iso-date.js';
import { runProgram } from './cli/program.js';
import { readConfig } from './config.js';
import { openDatabase } from './database/database.js';
import { migrate } from './database/migrate.js';
import { withReminders } from './reminder-setup.js';
import { startService } from './service.js';

const ZONE = 'Europe/Oslo';
const now = () => new Date().toISOString() as Instant;
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const output = {
  out: (content: string | Uint8Array) => void process.stdout.write(content),
  err: (text: string) => void process.stderr.write(text),
};

// A reader that leaves (`arshjul serve | head -1`) must not take the service with it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Resolves when the process is asked to stop. */
const asked = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

process.exitCode = await runProgram(process.argv.slice(2), {
  output,
  version,
  today: () => dateAt(now(), ZONE),
  baseUrl: process.env.BASE_URL,
  now,
  access: {
    signInLink: (person) => makeSignInLink(readConfig(process.env), now, person),
    addExampleUnits: () => addExampleUnits(readConfig(process.env), now),
  },
  withReminders: (work) => withReminders(readConfig(process.env), now, work),
  serve: async () => {
    const stopped = asked();
    const service = await startService(readConfig(process.env), { now, version });
    output.out(`${service.greeting.join('\n')}\n`);
    await stopped;
    await service.stop();
  },
  migrate: async () => {
    const database = openDatabase(readConfig(process.env).DATABASE_URL);
    try {
      return await migrate(database);
    } finally {
      await database.destroy();
    }
  },
});
