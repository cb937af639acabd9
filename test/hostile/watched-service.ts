import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { NODE_FLAGS } from '../cli/node-flags.js';
import { cleanEnvironment, MAIN } from '../cli/run-arshjul.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { SECRET_KEY } from '../http/test-service.js';
import { type Answer, type Asked, ask, askInBytes } from './asking.js';
import { serverPort } from './server-port.js';

const WATCHER = fileURLToPath(new URL('watcher.js', import.meta.url));

export const ADMIN_TOKEN = 'a-token-only-for-the-hostile-suite-0123456789';
export const AUTOMATION = { Authorization: `Bearer ${ADMIN_TOKEN}` };

/** The cycle that the service begins with. */
export const CYCLE = '39-2026-2027';

const MOST_MS = 100;
const MOST_MEGABYTES = 700;

/** Whether /healthz is held to MOST_MS, or its times only printed: CI shares its machine, and times nothing there. */
const IS_TIMED = process.env.HOSTILE_TIMES !== 'printed';

/** A bare server that answers later than this says that the machine is busy with something else. */
const BUSY_MACHINE_MS = 20;

/** A service that does not answer its health check for so long after an attack hangs. */
const HANGS_AFTER_MS = 10_000;

export interface Figures {
  readonly healthz: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly bare: { readonly p50: number; readonly p99: number };
  readonly failures: readonly string[];
  readonly longest: { readonly milliseconds: number; readonly during: string };
  readonly largest: { readonly megabytes: number; readonly during: string };
}

/**
 * A service in a process of its own, as it is run by people, watched from outside while it is attacked: everything that it
 * answers to `ask` and `askInBytes` is looked at, and a second process asks after its health all the time.
 */
export class WatchedService {
  readonly #name: string;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #watcher: ChildProcess = fork(WATCHER);
  readonly #answers = new Map<string, number>();
  readonly #troubles: string[] = [];
  #process: ChildProcess | undefined;
  #isPlanned = false;
  #isStopped = false;
  #log = '';
  readonly url: string;

  constructor(name: string, url: string, settings: Readonly<Record<string, string>>) {
    this.#name = name;
    this.url = url;
    this.#settings = settings;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** What it has written to stderr. */
  get log(): string {
    return this.#log;
  }

  /** Starts it and begins to watch. */
  async start(): Promise<void> {
    if (!this.#process) await once(this.#watcher, 'message');
    const { port, hostname } = new URL(this.url);
    const service = spawn(process.execPath, [...NODE_FLAGS, MAIN, 'serve'], {
      env: cleanEnvironment({
        PORT: port,
        HOST: hostname,
        LOG_LEVEL: 'error',
        SECRET_KEY,
        ADMIN_TOKEN,
        SCHOOL_YEAR: '2026/2027',
        // Nobody's address: forwarding headers come from attackers alone.
        TRUST_PROXY: '192.0.2.1',
        ...this.#settings,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = service;
    service.stderr?.on('data', (part) => {
      if (this.#log.length < 10_000_000) this.#log += part;
    });
    service.on('exit', (code, signal) => {
      if (!this.#isPlanned) this.#troubles.push(`the process has ended with ${signal ?? code}`);
    });
    let printed = '';
    service.stdout?.on('data', (part) => {
      printed += part;
    });
    while (!printed.includes('listening')) {
      const [event] = await Promise.race([once(service.stdout as never, 'data'), once(service, 'exit')]);
      if (typeof event === 'number') throw new Error(`the service did not start: ${this.#log}`);
    }
    this.#watcher.send({ watch: { url: this.url, pid: service.pid } });
  }

  async ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    return this.#looked(`${method} ${path}`, await ask(this.url, method, path, asked));
  }

  async askInBytes(
    bytes: string | Buffer,
    asked: Pick<Asked, 'from' | 'milliseconds'> = {},
  ): Promise<Answer> {
    const line = bytes.toString('latin1').split('\r\n', 1)[0] ?? '';
    return this.#looked(line, await askInBytes(this.url, bytes, asked));
  }

  /** As automation with the county coordinator's role; fails the test when the answer is not the one that is expected. */
  async get<T>(path: string, headers: Record<string, string> = AUTOMATION): Promise<T> {
    const answer = await this.ask('GET', path, { headers });
    expect(answer.status, `GET ${path}: ${answer.body.toString().slice(0, 300)}`).toBe(200);
    return answer.json<T>();
  }

  /** Tells the watcher which attack begins. */
  begin(attack: string): void {
    if (!this.#isStopped) this.#watcher.send({ during: attack });
  }

  /** Whether it is alive and answers; when not, it is started again, so that the next attack is judged by itself. */
  async recover(): Promise<void> {
    if (this.#isStopped) return;
    const answer = await ask(this.url, 'GET', '/healthz', { milliseconds: HANGS_AFTER_MS });
    if (answer.status === 200) return;
    this.#troubles.push(`after “${expect.getState().currentTestName}” it does not answer`);
    const service = this.#process;
    this.#watcher.send('leave');
    await once(this.#watcher, 'message');
    if (service && service.exitCode === null && service.signalCode === null) {
      this.#isPlanned = true;
      service.kill('SIGKILL');
      await once(service, 'exit');
      this.#isPlanned = false;
    }
    await this.start();
  }

  /** Prints what was measured in one line; answers everything that was not as it should be. */
  async troubles(): Promise<string[]> {
    this.#watcher.send('report');
    const [{ healthz, bare, failures, longest, largest }] = (await once(this.#watcher, 'message')) as [
      Figures,
    ];
    const most = bare.p99 > BUSY_MACHINE_MS ? 5 * bare.p99 + MOST_MS : MOST_MS;
    const answers = [...this.#answers].sort().map(([status, count]) => `${status}×${count}`);
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    process.stdout.write(
      `${this.#name}: /healthz p50 ${ms(healthz.p50)}, p99 ${ms(healthz.p99)}, longest ${ms(healthz.max)} (bare node:http p99 ${ms(bare.p99)}); ${largest.megabytes} MB; ${answers.join(' ')}\n`,
    );
    return [
      ...new Set(this.#troubles),
      ...failures.map((failure) => `/healthz: ${failure}`),
      ...(IS_TIMED && healthz.p99 > most
        ? [
            `/healthz has a p99 of ${ms(healthz.p99)}, more than ${ms(most)}, and took ${ms(longest.milliseconds)} when they “${longest.during}”`,
          ]
        : []),
      ...(largest.megabytes > MOST_MEGABYTES
        ? [`it has taken ${largest.megabytes} MB when they “${largest.during}”`]
        : []),
    ];
  }

  /** Stops it by SIGTERM; answers its exit code. */
  async stop(): Promise<number | null> {
    const service = this.#process;
    this.#isPlanned = true;
    if (!this.#isStopped) this.#watcher.disconnect();
    this.#isStopped = true;
    if (!service || service.exitCode !== null || service.signalCode !== null) return null;
    service.kill('SIGTERM');
    const giveUp = setTimeout(() => service.kill('SIGKILL'), HANGS_AFTER_MS);
    const [code] = await once(service, 'exit');
    clearTimeout(giveUp);
    return code;
  }

  #looked(asked: string, answer: Answer): Answer {
    const { status, fate, headers } = answer;
    const what = fate === 'answered' ? String(status) : fate;
    this.#answers.set(what, (this.#answers.get(what) ?? 0) + 1);
    const shown = asked.slice(0, 120);
    if (fate === 'silent') this.#troubles.push(`no answer to ${shown}`);
    if (status >= 500 && status !== 503) this.#troubles.push(`${status} to ${shown}`);
    if (status === 503 && headers['retry-after'] === undefined)
      this.#troubles.push(`503 without Retry-After to ${shown}`);
    return answer;
  }
}

/** What an attack is given: the service once it runs, and its database. */
export interface Target {
  readonly service: WatchedService;
  readonly database: TestDatabase;
}

export interface Setting {
  /** Both when left out. */
  readonly on?: 'SQLite' | 'PostgreSQL' | undefined;
  readonly settings?: Readonly<Record<string, string>>;
  /** Settings that are known only when other servers run; called with the address of the service before it starts. */
  readonly prepare?: (url: string) => Promise<Readonly<Record<string, string>>>;
  readonly after?: () => Promise<void>;
}

/**
 * Declares attacks on one service for each database, and after them what has to hold throughout: it stays quick and small
 * and alive, and never says that it has failed, but that it is busy.
 */
export function underAttack(
  name: string,
  attacks: (target: Target) => void,
  { on, settings = {}, prepare = async () => ({}), after = async () => undefined }: Setting = {},
): void {
  const engines = on ? [on] : (['SQLite', 'PostgreSQL'] as const);
  for (const engine of engines)
    onDatabase(engine, name, (createDatabase) => {
      const target = {} as { service: WatchedService; database: TestDatabase };
      beforeAll(async () => {
        target.database = await createDatabase();
        const url = `http://127.0.0.1:${await serverPort()}`;
        const all = { DATABASE_URL: target.database.address, ...settings, ...(await prepare(url)) };
        target.service = new WatchedService(`${name}, on ${engine}`, url, all);
        await target.service.start();
      });
      beforeEach(({ task }) => target.service.begin(task.name));
      afterEach(() => target.service.recover());
      afterAll(async () => {
        await target.service.stop();
        await after();
        await target.database.drop();
      });
      attacks(target);
      it('leaves the service quick, small and alive, and without a fault', async () => {
        expect(await target.service.troubles()).toEqual([]);
        expect(await target.service.stop()).toBe(0);
      });
    });
}
