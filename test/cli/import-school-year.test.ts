import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_DIRECTORY } from '../../src/datafiles/data-directory.js';
import { loadKnowledge } from '../../src/datafiles/knowledge.js';
import { SKOLERUTE_CSV } from '../school-years/skolerute-csv.js';
import { MAIN, type Ran, runArshjul, runHere } from './run-arshjul.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));
const data = join(folder, 'data');

beforeAll(() => cpSync(DATA_DIRECTORY, data, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const day = (text: string) => text.replaceAll('-', '');
const event = (summary: string, start: string, end?: string) =>
  `BEGIN:VEVENT\r\nUID:${start}@x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:${day(start)}\r\n${
    end ? `DTEND;VALUE=DATE:${day(end)}\r\n` : ''
  }SUMMARY:${summary}\r\nEND:VEVENT\r\n`;

const ICS = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//NO\r\n${event('Første skoledag', '2026-08-17')}${event(
  'Høstferie',
  '2026-10-05',
  '2026-10-10',
)}${event('Juleferie', '2026-12-19', '2027-01-05')}${event('Vinterferie', '2027-02-22', '2027-02-27')}${event(
  'Påskeferie',
  '2027-03-22',
  '2027-03-30',
)}${event('1. mai', '2027-05-01')}${event('Fridag', '2027-05-07')}${event('Siste skoledag', '2027-06-18')}END:VCALENDAR\r\n`;

const YAML = readFileSync(join(DATA_DIRECTORY, 'school-years', '39-2026-2027.yaml'), 'utf8').replace(
  '"39"',
  '"40"',
);

/** The same skolerute as people copy it. */
const TEXT = `Skolerute 2026/2027
Første skoledag: mandag 17. august
Høstferie: uke 41
Foreldremøte 10. september
Siste skoledag før jul: fredag 18. desember
Første skoledag etter jul: tirsdag 5. januar
Vinterferie: uke 8
Påskeferie: 22.–29. mars
Fridag: fredag 7. mai
Siste skoledag: fredag 18. juni
`;

const importFile = (name: string, content: string, ...args: string[]) =>
  imported(runHere, name, content, args);

async function imported(
  run: (args: readonly string[]) => Ran | Promise<Ran>,
  name: string,
  content: string,
  args: readonly string[],
) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const ran = await run(['import-school-year', file, '--data', data, ...args]);
  return { ...ran, err: ran.err.replaceAll(`${folder}/`, '') };
}

const HINTS = ['--county', '40', '--school-year', '2026/2027', '--source', 'telemarkfylke.no'];
const TARGET = join(data, 'school-years', '40-2026-2027.yaml');

describe('arshjul import-school-year', () => {
  it.each([
    ['telemark.csv', SKOLERUTE_CSV, HINTS, runArshjul],
    ['telemark.ics', ICS, HINTS, runHere],
    ['telemark.yaml', YAML, [], runHere],
  ])(
    'takes a skolerute as %s, and the county’s cycle is no longer provisional',
    async (name, content, args, run) => {
      rmSync(TARGET, { force: true });
      expect(loadKnowledge(data).calendars.skoleruter.has('40 2026/2027')).toBe(false);
      const { code, out, err } = await imported(run, name, content, args);
      expect(err).toContain('county 40, 2026/2027: 190 pupil days');
      expect([code, out]).toEqual([0, `${TARGET}\n`]);
      const { skoleruter } = loadKnowledge(data).calendars;
      expect(skoleruter.get('40 2026/2027')).toMatchObject({
        status: 'official',
        'autumn-break': { from: '2026-10-05', to: '2026-10-09' },
        'christmas-break': { from: '2026-12-19', to: '2027-01-04' },
        daysOff: ['2027-05-07'],
      });
      const { err: said } = await runHere([
        'generate',
        ...HINTS.slice(0, 4),
        '--data',
        data,
        '--out',
        join(folder, 'x.ics'),
      ]);
      expect(said).not.toContain('provisional');
    },
  );

  it('warns of a day more or less than 190, and leaves it to the publisher', async () => {
    const { code, err } = await importFile('telemark.csv', `${SKOLERUTE_CSV}Fridag;16.11.2026;\n`, ...HINTS);
    expect(code).toBe(0);
    expect(err).toContain('189 pupil days\nwarning: the dates give 189 pupil days; a school year has 190\n');
  });

  it('takes the headings in nynorsk too', async () => {
    const inNynorsk = SKOLERUTE_CSV.replace('hva;fra;til', 'Kva;Frå;Til').replace('Høstferie', 'Haustferie');
    const { code, err } = await importFile('telemark.csv', inNynorsk, ...HINTS);
    expect([code, err]).toEqual([0, expect.stringContaining('190 pupil days')]);
  });

  it('tells which events of a calendar it passed over', async () => {
    expect((await importFile('telemark.ics', ICS, ...HINTS)).err).toContain('skipped: 1. mai');
  });

  it.each([
    [
      'overlapping breaks',
      SKOLERUTE_CSV.replace('22.02.2027;26.02.2027', '22.02.2027;23.03.2027'),
      'bad.csv:5: winter-break: overlaps easter-break',
    ],
    [
      'far fewer than 190 school days',
      SKOLERUTE_CSV.replace('18.06.2027', '11.06.2027').replace('17.08.2026', '18.08.2026'),
      'the dates give 184 pupil days; a school year has 190',
    ],
    [
      'far more than 190 school days',
      SKOLERUTE_CSV.replace('18.06.2027', '28.06.2027'),
      'the dates give 196 pupil days; a school year has 190',
    ],
    [
      'a day outside the year',
      `${SKOLERUTE_CSV}Planleggingsdag;02.08.2027;\n`,
      'bad.csv:9: planningDays[0]: 2027-08-02 is outside the school year (1 August to 31 July)',
    ],
    [
      'a Sunday as first school day',
      SKOLERUTE_CSV.replace('17.08.2026', '16.08.2026'),
      'bad.csv:2: first-school-day: 2026-08-16 is a Sunday',
    ],
    [
      'a date that does not exist',
      SKOLERUTE_CSV.replace('17.08.2026', '31.09.2026'),
      'bad.csv:2: from: "31.09.2026" is not a date',
    ],
    [
      'a part that stands twice',
      `${SKOLERUTE_CSV}Høstferie;05.10.2026;09.10.2026\n`,
      'bad.csv:9: autumn-break: occurs twice',
    ],
    [
      'a part of no known name',
      `${SKOLERUTE_CSV}Sommerfest;05.06.2027;\n`,
      'bad.csv:9: what: "Sommerfest" is not one of first-school-day',
    ],
    [
      'a break that ends before it starts',
      SKOLERUTE_CSV.replace('05.10.2026;09.10.2026', '09.10.2026;05.10.2026'),
      'ends (2026-10-05) before it starts',
    ],
    [
      'no head line',
      SKOLERUTE_CSV.split('\n').slice(1).join('\n'),
      'bad.csv:1: the header row has no column what (or hva)',
    ],
  ])('refuses %s and says exactly what is wrong', async (_what, content, message) => {
    const before = readdirSync(join(data, 'school-years'));
    const kept = readFileSync(TARGET, 'utf8');
    const { code, out, err } = await importFile('bad.csv', content, ...HINTS);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(readdirSync(join(data, 'school-years'))).toEqual(before);
    expect(readFileSync(TARGET, 'utf8')).toBe(kept);
  });

  it('refuses a YAML file with the line of its flaw', async () => {
    const { code, err } = await importFile('bad.yaml', YAML.replace('2026-10-09', '2026-10-32'));
    expect(code).toBe(2);
    expect(err).toMatch(/^bad\.yaml:\d+: autumn-break\.to: is not a date; write it as YYYY-MM-DD\n$/);
  });

  it('refuses what is no calendar, no known kind of file, or not there', async () => {
    expect((await importFile('bad.ics', 'hello', ...HINTS)).err).toMatch(
      /^bad\.ics:1: not valid iCalendar: /,
    );
    expect((await importFile('bad.docx', 'x', ...HINTS)).err).toContain(
      'does not end in .yaml, .csv or .ics',
    );
    const { code, err } = await runHere([
      'import-school-year',
      join(folder, 'nothing.csv'),
      '--data',
      data,
      ...HINTS,
    ]);
    expect([code, err]).toEqual([2, `${join(folder, 'nothing.csv')}: cannot be read: ENOENT\n`]);
  });

  it('shows what it understands of a text, line by line, and stores it only when that is confirmed', async () => {
    rmSync(TARGET, { force: true });
    const shown = await importFile('rute.txt', TEXT, '--text', ...HINTS);
    expect([shown.code, shown.out]).toEqual([0, '']);
    expect(shown.err).toContain('Høstferie: uke 41\n      → autumn-break 2026-10-05 to 2026-10-09');
    expect(shown.err).toContain('→ CHECK: has a date of nothing that is known');
    expect(shown.err).toContain('county 40, 2026/2027: 190 pupil days');
    expect(shown.err).toContain('nothing is stored');
    expect(readdirSync(join(data, 'school-years'))).not.toContain('40-2026-2027.yaml');

    const { code, out } = await importFile('rute.txt', TEXT, '--text', '--confirm', ...HINTS);
    expect([code, out]).toEqual([0, `${TARGET}\n`]);
    expect(loadKnowledge(data).calendars.skoleruter.get('40 2026/2027')).toMatchObject({
      'christmas-break': { from: '2026-12-19', to: '2027-01-04' },
      daysOff: ['2027-05-07'],
    });
  });

  it('takes a text from standard input, and says where its counts are not those of its dates', () => {
    const piped = spawnSync(
      process.execPath,
      [MAIN, 'import-school-year', '--text', '--data', data, ...HINTS],
      {
        input: `${TEXT}Aug 12, sep 22, okt 17, nov 21, des 14, jan 19, feb 15, mar 17, apr 22, mai 18, jun 14\n`,
        encoding: 'utf8',
      },
    );
    expect(piped.status).toBe(2);
    expect(piped.stderr).toContain(
      'standard input:11: pupilDays.2026-08: the publisher counts 12 pupil days in 2026-08; the dates give 11',
    );
  });

  it('requires a file for everything but a text', async () => {
    const { code, err } = await runHere(['import-school-year', '--data', data, ...HINTS]);
    expect([code, err]).toEqual([
      2,
      'FILE: "" is required; only a text (--text) is read from standard input\n',
    ]);
  });

  it('asks for what a CSV file does not say itself, and for a county that exists', async () => {
    expect((await importFile('a.csv', SKOLERUTE_CSV)).err).toContain('--county: "" is required');
    const { code, err } = await importFile('a.csv', SKOLERUTE_CSV, '--county', '99', ...HINTS.slice(2));
    expect(code).toBe(2);
    expect(err).toMatch(/^unknown county "99"/);
  });
});
