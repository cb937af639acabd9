import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { PAPER_SIZES } from '../../src/poster/paper.js';
import { vestfoldCycle } from '../cycle/samples.js';
import { readPdf, readPng } from '../poster/samples.js';
import { cleanEnvironment, runArshjul, runHere } from './run-arshjul.js';

const IN_FORMATS = fileURLToPath(new URL('./in-formats.js', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'arshjul-'));
afterAll(() => rmSync(folder, { recursive: true }));

const generate = (...args: string[]) => runHere(['generate', ...args]);
const VESTFOLD = ['--county', '39', '--school-year', '2026/2027'];

describe('arshjul generate', () => {
  it('writes a calendar to a file, and says on stderr what it wrote', () => {
    const file = join(folder, 'vestfold.ics');
    const { code, out, err } = runArshjul(['generate', ...VESTFOLD, '--format', 'ics', '--out', file]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe(`${vestfoldCycle.tasks.length} tasks for 39 Vestfold 2026/2027 in ${file}\n`);
    expect(readFileSync(file, 'utf8')).toContain('X-WR-CALNAME:Årshjul Vestfold 2026/2027\r\n');
  });

  it('writes JSON with the tasks of the contract', async () => {
    const { code, out } = await generate(...VESTFOLD, '--format', 'json', '--language', 'nn');
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

  it('writes CSV that a spreadsheet opens, names instead of ids', async () => {
    const { code, out } = await generate(...VESTFOLD, '--format', 'csv');
    const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
    expect(code).toBe(0);
    expect(rows).toHaveLength(vestfoldCycle.tasks.length);
    expect(rows.find(({ id }) => id === '39-2026-2027-soknadsfrist-videregaende')).toMatchObject({
      start: '2027-03-01',
      kind: 'Frist',
      phase: 'Overgang fra grunnskolen',
    });
  });

  it('links to the pages of a service when told its address, and to none otherwise', async () => {
    const withAddress = (await generate(...VESTFOLD, '--base-url', 'https://arshjul.example/')).out;
    expect(withAddress).toContain('URL;VALUE=URI:https://arshjul.example/tasks/39-2026-2027-');
    expect((await generate(...VESTFOLD)).out).not.toContain('URL;VALUE=URI:');
  });

  it('writes the list as PDF on the paper asked for', async () => {
    const args = ['--format', 'pdf', '--paper', 'a4', '--content', 'list'];
    const { pages, info } = await readPdf((await generate(...VESTFOLD, ...args)).bytes);
    expect(info.Title).toBe('Årshjul Vestfold Skoleåret 2026/2027');
    expect(pages.length).toBeGreaterThan(1);
    for (const { width, height } of pages) {
      expect(width).toBeCloseTo(PAPER_SIZES.a4.width, 1);
      expect(height).toBeCloseTo(PAPER_SIZES.a4.height, 1);
    }
  });

  it('writes the wheel as a picture', async () => {
    const file = join(folder, 'poster.png');
    const { code } = await generate(...VESTFOLD, '--format', 'png', '--theme', 'dark', '--out', file);
    expect(code).toBe(0);
    const { width, height } = readPng(readFileSync(file));
    expect(height / width).toBeCloseTo(Math.SQRT2, 2);
  });

  it('links a poster to no pages unless told the address of a service', async () => {
    const args = ['--format', 'svg', '--rings', 'actor', '--language', 'en'];
    const svg = async (...more: string[]) => (await generate(...VESTFOLD, ...args, ...more)).out;
    const unlinked = await svg();
    expect(unlinked).toContain('Annual cycle Vestfold');
    expect(unlinked).not.toContain('<a ');
    expect(await svg('--base-url', 'https://arshjul.example/')).toContain(
      '<a href="https://arshjul.example/tasks/39-2026-2027-',
    );
  });

  it('writes an Excel sheet of the tasks', async () => {
    const { bytes } = await generate(...VESTFOLD, '--format', 'xlsx');
    const [sheet] = await readExcel(bytes);
    expect(sheet?.data).toHaveLength(vestfoldCycle.tasks.length + 1);
  });

  it('writes the same bytes in any time zone', async () => {
    const formats = ['ics', 'json', 'csv', 'pdf'];
    const writtenIn = async (TZ: string) => {
      const to = mkdtempSync(join(folder, 'zone-'));
      const writing = spawn(process.execPath, [IN_FORMATS, to, ...formats], {
        env: cleanEnvironment({ TZ }),
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const [stderr, [status]] = await Promise.all([text(writing.stderr), once(writing, 'close')]);
      expect([status, stderr]).toEqual([0, '']);
      return formats.map((format) => readFileSync(join(to, `cycle.${format}`)));
    };
    const zones = ['Europe/Oslo', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'];
    const [oslo = [], ...others] = await Promise.all(zones.map(writtenIn));
    for (const bytes of oslo) expect(bytes.length).toBeGreaterThan(10_000);
    expect(oslo.at(-1)?.length).toBeGreaterThan(100_000);
    for (const other of others)
      formats.forEach((format, n) => {
        expect(other[n]?.equals(oslo[n] as Buffer), format).toBe(true);
      });
  });

  it('says that a derived skolerute is provisional', async () => {
    const { code, err } = await generate('--county', '50', '--school-year', '2030/2031');
    expect(code).toBe(0);
    expect(err).toContain('the skolerute is provisional: first-school-day, autumn-break');
  });
});

describe('arshjul generate, given what it cannot use,', () => {
  const refusal = async (...args: string[]) => {
    const { code, out, err } = await generate(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    return err.trimEnd();
  };

  it('names an unknown county', async () => {
    expect(await refusal('--county', '99', '--school-year', '2026/2027')).toMatch(
      /^unknown county "99": the counties are 03 Oslo, /,
    );
  });

  it.each([
    [
      '2026/2028',
      '--school-year: "2026/2028" is not a single school year; the one that starts in 2026 is 2026/2027',
    ],
    ['2026', '--school-year: "2026" is not a school year; write it as 2026/2027'],
    ['1999/2000', '--school-year: "1999/2000" is outside the school years 2000/2001 to 2100/2101'],
  ])('names what is wrong with the school year %s', async (year, message) => {
    expect(await refusal('--county', '39', '--school-year', year)).toBe(message);
  });

  it('names an unknown format, an unknown option, a missing option', async () => {
    expect(await refusal(...VESTFOLD, '--format', 'docx')).toBe(
      '--format: "docx" is not one of ics, json, csv, xlsx, svg, png, pdf',
    );
    expect(await refusal(...VESTFOLD, '--paper', 'a0')).toBe('--paper: "a0" is not one of a4, a3, a1');
    expect(await refusal(...VESTFOLD, '--content', 'pie')).toBe('--content: "pie" is not one of wheel, list');
    expect(await refusal(...VESTFOLD, '--rings', 'x')).toBe('--rings: "x" is not one of phase, actor, unit');
    expect(await refusal(...VESTFOLD, '--colour')).toContain("unknown option '--colour'");
    expect(await refusal(...VESTFOLD, '--base-url', '/')).toBe('--base-url: "/" is not an http(s) address');
    expect(await refusal('--county', '39')).toContain("'--school-year <year>' not specified");
  });

  it('leaves nothing half-written where it cannot write', async () => {
    const file = join(folder, 'no', 'such', 'folder.ics');
    expect(await refusal(...VESTFOLD, '--out', file)).toBe(`${file}: cannot be written: ENOENT`);
    const taken = join(folder, 'taken');
    writeFileSync(taken, 'before');
    expect(await refusal(...VESTFOLD, '--out', join(taken, 'x.ics'))).toContain('cannot be written: ENOTDIR');
    expect(readFileSync(taken, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('--help', () => {
  it('is there for the program and each command, and ends well', async () => {
    for (const args of [[], ['generate'], ['serve'], ['migrate'], ['import-school-year'], ['check-data']]) {
      const { code, out } = await runHere([...args, '--help']);
      expect(code, args.join(' ')).toBe(0);
      expect(out).toContain('Usage: arshjul');
    }
  });

  it('is not needed to learn that a command is unknown', async () => {
    const { code, err } = await runHere(['genrate']);
    expect(code).toBe(2);
    expect(err).toContain("unknown command 'genrate'");
  });
});
