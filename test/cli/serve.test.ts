import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from '../http/free-port.js';
import { cleanEnvironment, MAIN, runArshjul, serveArshjul } from './run-arshjul.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DATABASE_URL = join(folder, 'a.sqlite');
const QUIET = { LOG_LEVEL: 'silent', PORT: '0', DATABASE_URL };

describe('arshjul serve', () => {
  it('prints its addresses, and stops cleanly when asked to', async () => {
    const { greeting, stop } = await serveArshjul(QUIET);
    expect(greeting).toMatch(/^årshjul /);
    expect(await stop()).toEqual([0, null]);
  });

  it('goes on when the reader of its output leaves', async () => {
    const PORT = String(await freePort());
    const service = spawn(process.execPath, [MAIN, 'serve'], { env: cleanEnvironment({ ...QUIET, PORT }) });
    service.stdout.destroy();
    const serves = () =>
      fetch(`http://localhost:${PORT}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (service.exitCode === null && !(await serves())) await new Promise(setImmediate);
    expect([service.exitCode, service.signalCode]).toEqual([null, null]);
    service.kill('SIGTERM');
    expect(await once(service, 'exit')).toEqual([0, null]);
  });

  it('never writes a national identity number to its log, wherever a request carries it', async () => {
    const [number, ADMIN_TOKEN] = ['01017000027', 'a-token-only-for-this-test'];
    const DATABASE = join(folder, 'log.sqlite');
    const settings = {
      ...QUIET,
      DATABASE_URL: DATABASE,
      LOG_LEVEL: 'trace',
      ADMIN_TOKEN,
      SCHOOL_YEAR: '2026/2027',
    };
    const { url, log, stop } = await serveArshjul(settings);
    const task = '/api/tasks/39-2026-2027-skolestart';
    const send = async (path: string, body?: string) => {
      const headers = {
        Authorization: `Bearer ${ADMIN_TOKEN}`,
        'Content-Type': 'application/json',
        'If-Match': '"1"',
      };
      const response = await fetch(url + path, {
        method: body === undefined ? 'GET' : 'PATCH',
        body: body ?? null,
        headers,
      });
      return [response.status, await response.text()] as const;
    };
    expect(await send(task, JSON.stringify({ title: `Gjelder ${number}` }))).toEqual([
      400,
      expect.not.stringContaining(number),
    ]);
    const statuses = [
      await send(task, JSON.stringify({ title: { [number]: number } })),
      await send(task, `{"title": ${number}`),
      await send(`/api/tasks/${number}`),
      await send(`/${number}?q=${number}`),
    ].map(([status]) => status);
    expect(statuses).toEqual([400, 400, 404, 404]);
    await stop();
    expect(log().split('\n').length).toBeGreaterThan(5);
    expect(log()).not.toContain(number);
  });

  it('refuses a database file that is none, and leaves it as it was', () => {
    const garbage = join(folder, 'garbage.sqlite');
    writeFileSync(garbage, 'no database');
    const { code, err } = runArshjul(['serve'], { ...QUIET, DATABASE_URL: garbage });
    expect([code, err]).toEqual([
      2,
      `DATABASE_URL "${garbage}" cannot be opened as a database: file is not a database\n`,
    ]);
  });

  it('says that its port is taken', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, err } = runArshjul(['serve'], { ...QUIET, PORT: String(port) });
    other.close();
    expect([code, err]).toEqual([1, `localhost:${port} is already in use; set PORT to another port\n`]);
  });
});
