import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import type { Cycle } from '../../src/cycle/cycle.js';
import type { HistoryEntry } from '../../src/cycle/history/history-view.js';
import type { TaskView } from '../../src/task/task-view.js';
import { startTestService } from '../http/test-service.js';
import { cleanEnvironment, MAIN, runArshjul, runHere, type Served, serveArshjul } from './run-arshjul.js';

const root = mkdtempSync(join(tmpdir(), 'arshjul-backup-'));
afterAll(() => rmSync(root, { recursive: true }));

const ADMIN_TOKEN = 'a-token-only-for-this-test';
const CYCLE = '39-2026-2027';
const TASK = `/api/tasks/${CYCLE}-apen-skole`;

describe('a backup', () => {
  let folder: string;
  let database: string;
  let file: string;
  let running: Pick<Served, 'stop'> | Service | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(root, 'case-'));
    database = join(folder, 'arshjul.sqlite');
    file = join(folder, 'copies', 'backup.sqlite');
  });
  afterEach(stop);

  const settings = (address = database) => ({
    LOG_LEVEL: 'silent',
    PORT: '0',
    DATABASE_URL: address,
    ADMIN_TOKEN,
    SCHOOL_YEAR: '2026/2027',
  });

  async function start(): Promise<Served> {
    const served = await serveArshjul(settings());
    running = served;
    return served;
  }
  /** In this process, to read what is in a database. */
  async function startHere(address: string): Promise<Service> {
    const service = await startTestService(address, { settings: settings(address) });
    running = service;
    return service;
  }
  async function stop() {
    await running?.stop();
    running = undefined;
  }
  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' };
  const read = async <T>({ url }: Pick<Served, 'url'>, path: string) =>
    (await fetch(url + path, { headers })).json() as Promise<T>;
  const rename = async ({ url }: Served, version: number, title: string) => {
    const sent = { method: 'PATCH', headers: { ...headers, 'If-Match': `"${version}"` } };
    const response = await fetch(url + TASK, { ...sent, body: JSON.stringify({ title }) });
    expect(response.status).toBe(200);
  };
  /** As another process, while this one goes on. */
  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, [MAIN, ...args], { env: cleanEnvironment(settings()) });
    let err = '';
    child.stderr.on('data', (part) => {
      err += part;
    });
    const [code] = await once(child, 'close');
    return { code, err };
  };

  it('is whole although the service writes meanwhile, holds all that was answered before, and is taken in elsewhere', async () => {
    const service = await start();
    let version = 1;
    for (; version < 5; version += 1) await rename(service, version, `Tittel ${version}`);
    const answered = version;
    let isWriting = true;
    const writing = (async () => {
      for (; isWriting; version += 1) await rename(service, version, `Tittel ${version}`);
    })();
    expect(await run('backup', file)).toEqual({
      code: 0,
      err: `${file} now holds a copy of the whole database; the addresses of feeds are derived from ${join(folder, 'secret.key')}, which is not part of it\n`,
    });
    const behind = version;
    isWriting = false;
    await writing;
    expect(behind).toBeGreaterThan(answered);
    await stop();

    const elsewhere = join(folder, 'elsewhere', 'arshjul.sqlite');
    const restored = runArshjul(['restore', file], settings(elsewhere));
    expect(restored).toMatchObject({ code: 0, out: '' });
    const copy = await startHere(elsewhere);
    const task = await read<TaskView>(copy, TASK);
    expect(task.version).toBeGreaterThanOrEqual(answered);
    expect(task.version).toBeLessThanOrEqual(behind);
    expect(task.title).toBe(`Tittel ${task.version - 1}`);
    const history = await read<HistoryEntry[]>(copy, `/api/cycles/${CYCLE}/history?limit=500`);
    expect((await read<Cycle>(copy, `/api/cycles/${CYCLE}`)).revision).toBe(history[0]?.revision);
    expect(history).toHaveLength(task.version);
    expect(readdirSync(join(folder, 'copies'))).toEqual(['backup.sqlite']);
  });

  it('replaces no file, and no database, unless it is told to', async () => {
    expect(runArshjul(['migrate'], settings()).code).toBe(0);
    expect((await runHere(['backup', file], settings())).code).toBe(0);
    const first = readFileSync(file);
    for (const args of [
      ['backup', file],
      ['restore', file],
    ]) {
      const { code, err } = await runHere(args, settings());
      expect([code, err]).toEqual([
        2,
        expect.stringContaining('it already exists; use --force to replace it'),
      ]);
    }
    expect(readFileSync(file).equals(first)).toBe(true);
    for (const command of ['backup', 'restore']) {
      const { code, err } = await runHere([command, database, '--force'], settings());
      expect([code, err]).toEqual([2, expect.stringContaining('it is the current database itself')]);
    }
    expect((await runHere(['backup', file, '--force'], settings())).code).toBe(0);
    writeFileSync(database, 'no database any more');
    writeFileSync(`${database}-wal`, 'nor a log');
    expect((await runHere(['restore', file, '--force'], settings())).code).toBe(0);
    expect((await runHere(['migrate'], settings())).out).toBe('the database is up to date\n');
    expect(existsSync(`${database}-wal`)).toBe(false);
  });

  it('does not take the place of a database that a service has open', async () => {
    const service = await start();
    expect((await runHere(['backup', file], settings())).code).toBe(0);
    await rename(service, 1, 'Etter sikkerhetskopien');
    expect(await runHere(['restore', file, '--force'], settings())).toMatchObject({
      code: 1,
      err: `${database}: is in use; stop the service first\n`,
    });
    expect((await read<TaskView>(service, TASK)).title).toBe('Etter sikkerhetskopien');
    await stop();
    expect((await runHere(['restore', file, '--force'], settings())).code).toBe(0);
    expect((await read<TaskView>(await startHere(database), TASK)).version).toBe(1);
  });

  it('that is damaged, newer than the program, or something else is refused, and the database stays', async () => {
    await runHere(['migrate'], settings());
    await runHere(['backup', file], settings());
    const before = readFileSync(database);
    const spoilt = (name: string, spoil: (path: string) => void) => {
      const path = join(folder, name);
      copyFileSync(file, path);
      spoil(path);
      return path;
    };
    const change = (statement: string) => (path: string) => {
      const sqlite = new SqliteDatabase(path);
      sqlite.exec(statement);
      sqlite.close();
    };
    const cases: [string, string][] = [
      [join(folder, 'missing.sqlite'), 'the file does not exist'],
      [spoilt('text', (path) => writeFileSync(path, 'no database')), 'file is not a database'],
      [spoilt('cut', (path) => writeFileSync(path, readFileSync(path).subarray(0, 20_000))), 'malformed'],
      [spoilt('other', change('drop table kysely_migration')), 'it is not an årshjul database'],
      [
        spoilt('newer', change("insert into kysely_migration values ('9999_later', '2030-01-01')")),
        'it was written by a newer version of årshjul (migration 9999_later)',
      ],
    ];
    for (const [path, cause] of cases) {
      const { code, err } = await runHere(['restore', path, '--force'], settings());
      expect([path, code, err]).toEqual([path, 2, expect.stringContaining(cause)]);
    }
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  it('is left to PostgreSQL’s own tools where that is the database', async () => {
    const onServer = {
      ...settings('postgres://localhost/x'),
      SECRET_KEY: 'a-key-only-for-this-test-0123456789',
    };
    for (const command of ['backup', 'restore'])
      expect(await runHere([command, file], onServer)).toMatchObject({
        code: 2,
        err: 'DATABASE_URL names a PostgreSQL server: use its own pg_dump and pg_restore\n',
      });
  });
});
