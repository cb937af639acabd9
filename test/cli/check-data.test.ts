import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATA_DIRECTORY } from '../../src/datafiles/data-directory.js';
import { countsOf } from '../../src/datafiles/knowledge.js';
import { knowledge } from '../calendar/samples.js';
import { runArshjul, runHere } from './run-arshjul.js';

let folder: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arshjul-'));
  data = join(folder, 'data');
  cpSync(DATA_DIRECTORY, data, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const PHASE_5 = 'cycle/5-overgang-vg2-vg3.yaml';

function edit(file: string, change: (text: string) => string): void {
  const path = join(data, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

async function flaws(): Promise<string[]> {
  const { code, out, err } = await runHere(['check-data', '--data', data]);
  expect([code, out]).toEqual([2, '']);
  return err.trimEnd().replaceAll(`${data}/`, '').split('\n');
}

describe('arshjul check-data', () => {
  it('prints a count per kind of the data that came with the program', () => {
    const { code, out } = runArshjul(['check-data']);
    expect(code).toBe(0);
    const [counts = ''] = out.split('\n\n');
    const printed = counts.split('\n').map((line) => /^(.*\S) +(\d+)$/.exec(line)?.slice(1));
    expect(printed).toEqual(
      Object.entries(countsOf(knowledge)).map(([kind, count]) => [kind, String(count)]),
    );
    expect(out).toMatch(/^county measures +77$/m);
    expect(out).toMatch(/^distinct addresses +82$/m);
    expect(out).toMatch(/^counties +15$/m);
    expect(out).toMatch(/^task templates +258$/m);
    expect(out).toMatch(/^essential task templates +49$/m);
    expect(out).toMatch(/^recommended task templates +50$/m);
    expect(out).toMatch(/^complete task templates +159$/m);
  });

  it('prints which skoleruter and dates are known, and what the templates rest on', async () => {
    const { code, out } = await runHere(['check-data', '--data', data]);
    expect(code).toBe(0);
    const [, skoleruter = '', dates = '', present = '', next = '', templates = '', old = ''] =
      out.split('\n\n');
    expect(skoleruter).toMatch(/^skoleruter, by county and school year/);
    const years = skoleruter.split('\n')[1]?.trim().split(/ {2,}/) ?? [];
    const rowOf = (table: string, name: string) =>
      table
        .split('\n')
        .find((line) => line.startsWith(name))
        ?.split(/ {2,}/)
        .slice(1) ?? [];
    const skoleruteOf = (county: string, year: string) => rowOf(skoleruter, county)[years.indexOf(year)];
    expect(skoleruteOf('39 Vestfold', '2026/2027')).toBe('official');
    expect(skoleruteOf('55 Troms', '2026/2027')).toBe('official');
    expect(skoleruteOf('56 Finnmark', '2026/2027')).toBe('official');
    expect(skoleruteOf('46 Vestland', '2026/2027')).toBe('official, parts open');
    expect(skoleruteOf('11 Rogaland', '2026/2027')).toBe('official, parts open');
    expect(skoleruteOf('40 Telemark', '2026/2027')).toBe('custom');
    expect(dates.split('\n')[1]?.trim().split(/ {2,}/)).toEqual([
      ...['2026/2027 set', '2026/2027 expected', '2026/2027 estimate'],
      ...['2027/2028 set', '2027/2028 expected', '2027/2028 estimate'],
    ]);
    const yearly = knowledge.templates.filter(({ setEachYear }) => setEachYear !== undefined).length;
    for (const row of dates.split('\n').slice(2)) {
      const [set, expected, estimate, ...ofNext] = row.split(/ {2,}/).slice(1).map(Number);
      expect((set ?? 0) + (expected ?? 0) + (estimate ?? 0)).toBe(yearly);
      expect(ofNext.reduce((sum, count) => sum + count, 0)).toBe(yearly);
    }
    expect(present).toMatch(/^estimates for 2026\/2027\n/);
    expect(rowOf(present, 'elevundersokelsen ')).toEqual(['all']);
    expect(rowOf(present, 'vigo-apner')[0]).not.toContain('40');
    expect(rowOf(present, 'fellessensur-host')).toEqual([]);
    expect(rowOf(next, 'fellessensur-host')).toEqual(['all']);
    const cells = templates
      .split('\n')
      .slice(2)
      .flatMap((row) => row.split(/ {2,}/).slice(1).map(Number));
    expect(cells.reduce((sum, count) => sum + count, 0)).toBe(knowledge.templates.length);
    expect(old.trim()).toBe('not read or revised for a year: none');
  });

  it('names what has not been read for a year', async () => {
    edit('dates/2026-2027-udir.yaml', (text) => text.replace('readOn: 2026-10-05', 'readOn: 2025-10-05'));
    const { out } = await runHere(['check-data', '--data', data]);
    expect(out).toMatch(/^date 2026\/2027 all fellessensur-var +2025-10-05$/m);
  });

  it('names an unknown key', async () => {
    appendFileSync(join(data, 'framework/actors.yaml'), 'colour: blue\n');
    expect(await flaws()).toEqual([
      expect.stringMatching(/^framework\/actors\.yaml:\d+: colour: is not a known key$/),
    ]);
  });

  it('names a dangling reference', async () => {
    edit(PHASE_5, (text) =>
      text.replace('o23-tilskudd mt-eier-tilskudd', '').replace('o23-tilskudd,', 'o23-ukjent,'),
    );
    expect(await flaws()).toEqual([
      expect.stringMatching(
        /^cycle\/5-.*:\d+: templates\[\d+\]\.serves\[0\]: o23-ukjent is not a known focus area or responsibility or county measure$/,
      ),
    ]);
  });

  it('names a double id and where the first one stands', async () => {
    edit('framework/county-measures.yaml', (text) => text.replace('id: ak-iko', 'id: aa-tett-pa'));
    expect(await flaws()).toEqual([
      expect.stringMatching(
        /^framework\/county-measures\.yaml:\d+: measures\[1\]\.id: aa-tett-pa is already the id of another county measure, in .*:2$/,
      ),
    ]);
  });

  it('names a missing source', async () => {
    edit(PHASE_5, (text) => text.replace(/^ {4}source: .*\n/m, ''));
    expect((await flaws())[0]).toMatch(
      /^cycle\/5-.*: templates\[\d+\]\.source: is missing: a date based on seed needs a source$/,
    );
  });

  it('names a template by law that is not essential', async () => {
    edit('cycle/6-sluttvurdering.yaml', (text) =>
      text.replace(
        'level: { is: essential, because: law }',
        'level: { is: recommended, because: keeps-a-deadline }',
      ),
    );
    expect(await flaws()).toEqual([
      expect.stringMatching(
        /^cycle\/6-.*:\d+: templates\[\d+\]\.level: should be essential because of law: varsel-iv-varen has the basis law$/,
      ),
    ]);
  });

  it('names a level that is missing, and a reason that is another level’s', async () => {
    edit(PHASE_5, (text) =>
      text
        .replace(/^ {4}level: \{ is: complete, because: phase-as-a-whole \}\n/m, '')
        .replace('is: recommended, because: ties-units-together', 'is: recommended, because: law'),
    );
    expect(await flaws()).toEqual([
      expect.stringMatching(/^cycle\/5-.*:\d+: templates\[0\]\.level: is missing$/),
      expect.stringMatching(
        /^cycle\/5-.*:\d+: templates\[1\]\.level\.because: should be "in-several-arshjul", "keeps-a-deadline", /,
      ),
    ]);
  });

  it('names a rule that refers to itself, at once', async () => {
    edit(PHASE_5, (text) =>
      text.replace(
        /rule: \{ kind: weekday-of-week, week: 8, day: fri.*\}/,
        'rule: { kind: template, template: tilskudd-laereplasser-utlyst, roll: none }',
      ),
    );
    expect(await flaws()).toEqual([
      expect.stringMatching(
        /^cycle\/5-.*:\d+: templates\[\d+\]\.rule\.template: refers to itself: tilskudd-laereplasser-utlyst → tilskudd-laereplasser-utlyst$/,
      ),
    ]);
  });

  it('names a rule that refers to itself through others, in other files', async () => {
    edit('cycle/1-overgang-fra-grunnskolen.yaml', (text) =>
      text.replace(
        /rule: \{ kind: fixed-day, date: "03-01".*\}/,
        'rule: { kind: template, template: inntaksmote-skole-ppt, roll: none }',
      ),
    );
    edit('cycle/1-overgang-fra-grunnskolen.yaml', (text) =>
      text.replace(
        /rule:\s+\{\s+kind: template,\s+template: soknadsfrist-fortrinn,\s+plus: .*\},\s+roll: [^}]*\}/,
        'rule: { kind: template, template: soknadsfrist-videregaende, roll: none }',
      ),
    );
    expect(await flaws()).toEqual([
      expect.stringContaining(
        'refers to itself: inntaksmote-skole-ppt → soknadsfrist-videregaende → inntaksmote-skole-ppt',
      ),
    ]);
  });

  it('names a corrupt file, an unreadable one, and a text that one language lacks, all at once', async () => {
    edit('counties.yaml', (text) => text.replace('counties:', 'counties: ['));
    rmSync(join(data, 'framework/partners.yaml'));
    edit('locales/nn.yaml', (text) => text.replace('  with: Saman med\n', ''));
    const found = (await flaws()).join('\n');
    expect(found).toMatch(/counties\.yaml:\d+: not valid YAML: /);
    expect(found).toContain('framework/partners.yaml:1: cannot be read: ENOENT');
    expect(found).toMatch(
      /locales\/nn\.yaml:\d+: task\.with: is missing here but present in locales\/nb\.yaml/,
    );
  });

  it('names a data folder that is not there, in one line', async () => {
    const { code, err } = await runHere(['check-data', '--data', join(folder, 'nothing')]);
    expect([code, err]).toEqual([2, `${join(folder, 'nothing')}: cannot be read: ENOENT\n`]);
  });

  it('names a skolerute whose dates do not give what its publisher counts', async () => {
    edit('school-years/39-2026-2027.yaml', (text) => text.replace('"2026-08": 11', '"2026-08": 12'));
    expect(await flaws()).toEqual([
      expect.stringMatching(
        /^school-years\/39-2026-2027\.yaml:\d+: pupilDays\.2026-08: the publisher counts 12 pupil days in 2026-08; the dates give 11$/,
      ),
    ]);
  });

  it('names a county that does not exist, and what its rule refers to', async () => {
    edit('cycle/1-overgang-fra-grunnskolen.yaml', (text) =>
      text
        .replace('      "46":', '      "99":')
        .replace(/("56":\s+rule:\s+\{\s+kind: template,\s+template: )forsteinntak/, '$1inntak'),
    );
    expect((await flaws()).sort()).toEqual([
      expect.stringMatching(
        /^cycle\/1-\S+:\d+: templates\[\d+\]\.counties\.56\.rule\.template: inntak is not a known template$/,
      ),
      expect.stringMatching(/^cycle\/1-\S+:\d+: templates\[\d+\]\.counties\.99: 99 is not a county$/),
    ]);
  });

  describe('of the dates of a year', () => {
    const UDIR = 'dates/2026-2027-udir.yaml';
    const add = (line: string) => appendFileSync(join(data, UDIR), `  ${line}\n`);

    it.each([
      ['finnes-ikke: { on: 2027-03-01, status: set }', 'finnes-ikke is not a known template'],
      [
        'skolestart: { on: 2026-08-17, status: set }',
        'skolestart is not set anew each year: its template has no setEachYear',
      ],
      ['elevundersokelsen: { on: 2027-08-01, status: set }', 'lies outside the school year'],
      ['elevundersokelsen: { from: 2026-11-27, to: 2026-11-02, status: set }', 'ends before it starts'],
      [
        'forsteinntak: { from: 2027-07-05, to: 2027-07-09, status: expected }',
        'is a period, but the template is a deadline, which has one day',
      ],
    ])('names what is wrong with %s', async (line, what) => {
      add(line);
      const key = line.slice(0, line.indexOf(':'));
      expect(await flaws()).toEqual([expect.stringContaining(`dates.${key}: ${what}`)]);
      expect((await flaws())[0]).toMatch(/^dates\/2026-2027-udir\.yaml:\d+: /);
    });

    it('names one that two files give, and a county that does not exist', async () => {
      const twice =
        'schoolYear: 2026/2027\nby: udir\nsource: { page: udir.no }\nreadOn: 2026-11-30\ndates:\n';
      writeFileSync(
        join(data, 'dates/2026-2027-z.yaml'),
        `${twice}  eksamen-host: { on: 2026-11-16, status: set }\n`,
      );
      expect(await flaws()).toEqual([
        expect.stringMatching(/z\.yaml:\d+: dates\.eksamen-host: .* is already .*2026-2027-udir\.yaml:\d+$/),
      ]);
      writeFileSync(
        join(data, 'dates/2026-2027-z.yaml'),
        `county: "99"\n${twice}  eksamen-host: { on: 2026-11-16, status: set }\n`,
      );
      expect(await flaws()).toEqual([expect.stringContaining('county: 99 is not a county')]);
    });
  });
});
