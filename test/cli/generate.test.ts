import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { PAPER_SIZES } from '../../src/poster/paper.js';
import { vestfoldCycle } from '../cycle/samples.js';
import { readPdf, readPng } from '../poster/samples.js';
import { runArshjul } from './run-arshjul.js';

const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));
afterAll(() => rmSync(folder, { recursive: true }));

const generate = (...args: string[]) => runArshjul(['generate', ...args]);
const VESTFOLD = ['--county', '39', '--school-year', '2026/2027'];

describe('arshjul generate', () => {
  it('writes a calendar to a file, and says on stderr what it wrote', () => {
    const file = join(folder, 'vestfold.ics');
    const { code, out, err } = generate(...VESTFOLD, '--format', 'ics', '--out', file);
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe(`${vestfoldCycle.tasks.length} tasks for 39 Vestfold 2026/2027 in ${file}\n`);
    expect(readFileSync(file, 'utf8')).toContain('X-WR-CALNAME:Årshjul Vestfold 2026/2027\r\n');
  });

  it('writes JSON with the tasks of the contract', () => {
    const { code, out } = generate(...VESTFOLD, '--format', 'json', '--language', 'nn');
    const { tasks, ...cycle } = JSON.parse(out);
    expect(code).toBe(0);
    expect(cycle).toEqual({
      id: '39-2026-2027',
      county: '39',
      schoolYear: '2026/2027',
      provisional: [],
      undated: [],
    });
    expect(tasks.map(({ id }: { id: string }) => id)).toEqual(vestfoldCycle.tasks.map(({ id }) => id));
  });

  it('writes CSV that a spreadsheet opens, names instead of ids', () => {
    const { code, out } = generate(...VESTFOLD, '--format', 'csv');
    const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
    expect(code).toBe(0);
    expect(rows).toHaveLength(vestfoldCycle.tasks.length);
    expect(rows.find(({ id }) => id === '39-2026-2027-soknadsfrist-videregaende')).toMatchObject({
      start: '2027-03-01',
      kind: 'Frist',
      phase: 'Overgang fra grunnskolen',
    });
  });

  it('links to the pages of a service when told its address, and to none otherwise', () => {
    const withAddress = generate(...VESTFOLD, '--base-url', 'https://arshjul.example/').out;
    expect(withAddress).toContain('URL;VALUE=URI:https://arshjul.example/tasks/39-2026-2027-');
    expect(generate(...VESTFOLD).out).not.toContain('URL;VALUE=URI:');
  });

  it('writes the list as PDF on the paper asked for', async () => {
    const args = ['--format', 'pdf', '--paper', 'a4', '--content', 'list'];
    const { pages, info } = await readPdf(generate(...VESTFOLD, ...args).bytes);
    expect(info.Title).toBe('Årshjul Vestfold Skoleåret 2026/2027');
    expect(pages.length).toBeGreaterThan(1);
    for (const { width, height } of pages) {
      expect(width).toBeCloseTo(PAPER_SIZES.a4.width, 1);
      expect(height).toBeCloseTo(PAPER_SIZES.a4.height, 1);
    }
  });

  it('writes the wheel as a picture', () => {
    const file = join(folder, 'poster.png');
    const { code } = generate(...VESTFOLD, '--format', 'png', '--theme', 'dark', '--out', file);
    expect(code).toBe(0);
    const { width, height } = readPng(readFileSync(file));
    expect(height / width).toBeCloseTo(Math.SQRT2, 2);
  });

  it('links a poster to no pages unless told the address of a service', () => {
    const args = ['--format', 'svg', '--rings', 'actor', '--language', 'en'];
    const svg = (...more: string[]) => generate(...VESTFOLD, ...args, ...more).out;
    expect(svg()).toContain('Annual cycle Vestfold');
    expect(svg()).not.toContain('<a ');
    expect(svg('--base-url', 'https://arshjul.example/')).toContain(
      '<a href="https://arshjul.example/tasks/39-2026-2027-',
    );
  });

  it('writes an Excel sheet of the tasks', async () => {
    const { bytes } = generate(...VESTFOLD, '--format', 'xlsx');
    const [sheet] = await readExcel(bytes);
    expect(sheet?.data).toHaveLength(vestfoldCycle.tasks.length + 1);
  });

  it('writes the same bytes in any time zone', () => {
    for (const format of ['ics', 'json', 'csv']) {
      const [oslo, ...others] = ['Europe/Oslo', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'].map(
        (TZ) => runArshjul(['generate', ...VESTFOLD, '--format', format], { TZ }).out,
      );
      expect(oslo?.length).toBeGreaterThan(10_000);
      for (const other of others) expect(other).toBe(oslo);
    }
  });

  it('draws the same poster in any time zone', () => {
    const [one, other] = ['America/New_York', 'Pacific/Kiritimati'].map(
      (TZ) => runArshjul(['generate', ...VESTFOLD, '--format', 'pdf'], { TZ }).bytes,
    );
    expect(one?.length).toBeGreaterThan(100_000);
    expect(other?.equals(one as Buffer)).toBe(true);
  });

  it('says that a derived skolerute is provisional', () => {
    const { code, err } = generate('--county', '50', '--school-year', '2030/2031');
    expect(code).toBe(0);
    expect(err).toContain('the skolerute is provisional: first-school-day, autumn-break');
  });
});

describe('arshjul generate, given what it cannot use,', () => {
  const refusal = (...args: string[]) => {
    const { code, out, err } = generate(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    return err.trimEnd();
  };

  it('names an unknown county', () => {
    expect(refusal('--county', '99', '--school-year', '2026/2027')).toMatch(
      /^unknown county "99": the counties are 03 Oslo, /,
    );
  });

  it.each([
    [
      '2026/2028',
      '--school-year: "2026/2028" is not one school year; the one that starts in 2026 is 2026/2027',
    ],
    ['2026', '--school-year: "2026" is not a school year; write it as 2026/2027'],
    ['1999/2000', '--school-year: "1999/2000" is outside the school years 2000/2001 to 2100/2101'],
  ])('names what is wrong with the school year %s', (year, message) => {
    expect(refusal('--county', '39', '--school-year', year)).toBe(message);
  });

  it('names an unknown format, an unknown option, a missing option', () => {
    expect(refusal(...VESTFOLD, '--format', 'docx')).toBe(
      '--format: "docx" is none of ics, json, csv, xlsx, svg, png, pdf',
    );
    expect(refusal(...VESTFOLD, '--paper', 'a0')).toBe('--paper: "a0" is none of a4, a3, a1');
    expect(refusal(...VESTFOLD, '--content', 'pie')).toBe('--content: "pie" is none of wheel, list');
    expect(refusal(...VESTFOLD, '--rings', 'x')).toBe('--rings: "x" is none of phase, actor, unit');
    expect(refusal(...VESTFOLD, '--colour')).toContain("unknown option '--colour'");
    expect(refusal(...VESTFOLD, '--base-url', '/')).toBe('--base-url: "/" is not an http(s) address');
    expect(refusal('--county', '39')).toContain("'--school-year <year>' not specified");
  });

  it('leaves nothing half-written where it cannot write', () => {
    const file = join(folder, 'no', 'such', 'folder.ics');
    expect(refusal(...VESTFOLD, '--out', file)).toBe(`${file}: cannot be written: ENOENT`);
    const taken = join(folder, 'taken');
    writeFileSync(taken, 'before');
    expect(refusal(...VESTFOLD, '--out', join(taken, 'x.ics'))).toContain('cannot be written: ENOTDIR');
    expect(readFileSync(taken, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('--help', () => {
  it('is there for the program and each command, and ends well', () => {
    for (const args of [[], ['generate'], ['serve'], ['migrate'], ['import-school-year'], ['check-data']]) {
      const { code, out } = runArshjul([...args, '--help']);
      expect(code, args.join(' ')).toBe(0);
      expect(out).toContain('Usage: arshjul');
    }
  });

  it('is not needed to learn that a command is unknown', () => {
    const { code, err } = runArshjul(['genrate']);
    expect(code).toBe(2);
    expect(err).toContain("unknown command 'genrate'");
  });
});
