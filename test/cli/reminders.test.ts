import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { readConfig } from '../../src/compose/config.js';
import { startService } from '../../src/compose/service.js';
import { openDatabase } from '../../src/database/database.js';
import { addPerson } from '../../src/people/people.store.js';
import { newPersonSchema } from '../../src/people/person.js';
import { runArshjul, runHere } from './run-arshjul.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));
const DATABASE_URL = join(folder, 'a.sqlite');
const settings = { LOG_LEVEL: 'silent', PORT: '0', DATABASE_URL, SCHOOL_YEAR: '2026/2027' };
const run = (...args: string[]) => runHere(args, settings);

beforeAll(async () => {
  const service = await startService(readConfig(settings), {
    now: () => instant('2026-08-01T00:00:00Z'),
    version: '0.0.0',
  });
  await service.stop();
  const database = openDatabase(DATABASE_URL);
  const person = { county: '39', unitId: '39', name: 'Kari', address: 'kari@vestfold.example' };
  await addPerson(database, newPersonSchema.parse(person), instant('2026-08-01T00:00:00Z'));
  await database.destroy();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('arshjul remind, simulate and outbox', () => {
  it('print who would get what, and write nothing', () => {
    const { code, out, err } = runArshjul(
      ['remind', '--dry-run', '--at', '2026-09-14T07:00:00+02:00'],
      settings,
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^kari@vestfold\.example \(Kari\): daily\n/);
    expect(out).toContain('  weekly 2026-09-17 Webinar om å melde søkere med fortrinnsrett\n');
    expect(err).toBe('1 messages would be due at 2026-09-14T05:00:00.000Z\n');
    expect(runArshjul(['outbox'], settings)).toMatchObject({ code: 0, out: '' });
  });

  it('show the load of a year before it is published', () => {
    const { code, out, err } = runArshjul(
      ['simulate', '--from', '2026-08-01', '--to', '2027-07-31'],
      settings,
    );
    expect(code).toBe(0);
    const [head, ...rows] = out.trim().split('\n');
    expect(head).toBe('week,recipient,mails,tasks');
    const mails = rows.reduce((sum, row) => sum + Number(row.split(',')[2]), 0);
    const [total, ...ways] = err.trim().split('\n');
    expect(total).toBe(`${mails} mails from 2026-08-01 to 2027-07-31`);
    expect(ways).toEqual([
      `a recipient as chosen now: ${mails} mails, at most ${mails}`,
      `a recipient with one mail a week: ${mails} mails, at most ${mails}`,
      expect.stringMatching(/^a recipient with each task for itself: \d{3} mails, at most \d{3}$/),
    ]);
    expect(mails).toBeGreaterThan(20);
    expect(rows.some((row) => row.startsWith('2027-W28'))).toBe(false);
  });

  it('hold what is owed while there is no mail server, once', async () => {
    expect((await run('remind', '--at', '2026-09-14T07:00:00+02:00')).err).toBe('1 messages\n');
    expect((await run('remind', '--at', '2026-09-14T08:00:00+02:00')).err).toBe('0 messages\n');
    expect((await run('outbox')).out).toMatch(/^2026-09-14 waiting 0 kari@vestfold\.example /);
  });

  it.each([
    [
      ['remind', '--at', 'tomorrow'],
      '--at: "tomorrow" is not a date and time with an offset, such as 2026-09-01T07:00:00+02:00',
    ],
    [['simulate', '--from', '2026-02-30', '--to', '2026-03-01'], '--from: "2026-02-30" is not a date'],
  ])('refuse %j in one line', async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
