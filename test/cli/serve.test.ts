import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanEnvironment, MAIN, runArshjul } from './run-arshjul.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DATABASE_URL = join(folder, 'a.sqlite');
const QUIET = { LOG_LEVEL: 'silent', PORT: '0', DATABASE_URL };

describe('arshjul serve', () => {
  it('prints its addresses, and stops cleanly when asked to', async () => {
    const service = spawn(process.execPath, [MAIN, 'serve'], { env: cleanEnvironment(QUIET) });
    const [first] = (await once(service.stdout, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^årshjul /);
    service.kill('SIGTERM');
    expect(await once(service, 'exit')).toEqual([0, null]);
  });

  it('goes on when the reader of its output leaves', async () => {
    const service = spawn(process.execPath, [MAIN, 'serve'], { env: cleanEnvironment(QUIET) });
    service.stdout.destroy();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect([service.exitCode, service.signalCode]).toEqual([null, null]);
    service.kill('SIGTERM');
    expect(await once(service, 'exit')).toEqual([0, null]);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT "abc" is not a port: a number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT "70000" is not a port: a number from 0 to 65535'],
    [{ BASE_URL: 'ftp://x' }, 'BASE_URL "ftp://x" is not an http(s) address'],
    [
      { SCHOOL_YEAR: '2026/2028' },
      'SCHOOL_YEAR "2026/2028" is not one school year; the one that starts in 2026 is 2026/2027',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL "loud" is none of fatal, error, warn, info, debug, trace, silent'],
    [{ COUNTY: '99' }, 'unknown county "99"'],
  ])('refuses %j in one line', (settings, message) => {
    const { code, out, err } = runArshjul(['serve'], { ...QUIET, ...settings });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('refuses a database file that is none, and leaves it as it was', () => {
    const garbage = join(folder, 'garbage.sqlite');
    writeFileSync(garbage, 'no database');
    const { code, err } = runArshjul(['serve'], { ...QUIET, DATABASE_URL: garbage });
    expect([code, err]).toEqual([2, `${garbage}: cannot be read: file is not a database\n`]);
  });

  it('says that its port is taken', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, err } = runArshjul(['serve'], { ...QUIET, PORT: String(port) });
    other.close();
    expect([code, err]).toEqual([1, `localhost:${port} is already in use; set PORT to another\n`]);
  });
});
