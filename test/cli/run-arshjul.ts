import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { instant } from '../../src/calendar/iso-date.js';
import { runCommand } from '../../src/compose/command-line.js';

/** The built program. */
export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  /** What `out` is the text of. */
  readonly bytes: Buffer;
  readonly err: string;
}

/** Only what a process needs: the test runner sets variables of its own, BASE_URL among them. */
export function cleanEnvironment(settings: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ...settings };
}

/** Runs the built program as a person would, and waits for its end. */
export function runArshjul(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
    env: cleanEnvironment(environment),
  });
  return { code: status, out: stdout.toString(), bytes: stdout, err: stderr.toString() };
}

/**
 * Runs the program in this process, on a Tuesday in November 2026: the same commands at a tenth of the time. That a process
 * of its own does the same is shown once for each command.
 */
export async function runHere(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const parts: Buffer[] = [];
  let err = '';
  const code = await runCommand({
    args,
    environment,
    output: {
      out: (content) => void parts.push(Buffer.from(content)),
      err: (text) => {
        err += text;
      },
    },
    version: '0.0.0',
    now: () => instant('2026-11-24T10:00:00Z'),
    // A service that starts has a process of its own.
    asked: () => new Promise(() => {}),
  });
  const bytes = Buffer.concat(parts);
  return { code, out: bytes.toString(), bytes, err };
}

export interface Served {
  /** What it has printed first. */
  readonly greeting: string;
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has logged so far. */
  readonly log: () => string;
  /** Asks it to stop; answers with what it has ended, as the event `exit` tells it. */
  readonly stop: () => Promise<unknown[]>;
}

/** Starts the built service as a person would, and waits until it listens. */
export async function serveArshjul(environment: Readonly<Record<string, string>>): Promise<Served> {
  const service = spawn(process.execPath, [MAIN, 'serve'], { env: cleanEnvironment(environment) });
  let log = '';
  service.stderr.on('data', (part) => {
    log += part;
  });
  const greeting = String((await once(service.stdout, 'data'))[0]);
  return {
    greeting,
    url: /listening (\S+)/.exec(greeting)?.[1] ?? '',
    process: service,
    log: () => log,
    stop: () => {
      service.kill('SIGTERM');
      return once(service, 'exit');
    },
  };
}
