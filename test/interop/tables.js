/**
 * Tables as CSV against programs that are not ours: Python's csv reads every text as it was written, and LibreOffice
 * runs none of them as a formula, with whatever separator it reads. Needs python3 and soffice; ends with 1 when
 * anything is amiss.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '../../dist/compose/config.js';
import { startService } from '../../dist/compose/service.js';
import { withoutGuard } from '../../dist/exchange/formula-guard.js';

const ADMIN_TOKEN = 'a-token-only-for-the-interop-run';
const CYCLE = '39-2026-2027';

const FORMULA = '1+1';
const BEGINNINGS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '=-', "'=", "''="];
const BEFORE = [
  '',
  ' ',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '"',
  '""',
  '" ',
  'a\n',
  'a\r',
  'a;',
  'a,',
  'a\t',
  'a";',
  'a","',
  'a\n\n ',
];
const STRANGE = [
  ...BEFORE.flatMap((before) => BEGINNINGS.map((beginning) => `${before}${beginning}${FORMULA}`)),
  '=HYPERLINK("https://example.org","a")',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '=1+1\r\n=1+1\r=1+1\n=1+1',
  'Møte; "NAV", PPT: 👩‍🎓 Čáhcesuolu',
  ' to ord ',
];

/** Where cells begin and which encoding, then that formulas are run and numbers told (LibreOffice's filter options). */
const readWith = (separator) =>
  `CSV:${separator.charCodeAt(0)},34,76,1,,0,false,true,false,false,false,0,true`;

const READ_CSV = `
import csv, json, sys
print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))
`;

/** The texts and the formulas of the first sheet of an .xlsx file. */
const READ_SHEET = `
import json, re, sys, zipfile
from xml.etree import ElementTree
name = lambda tag: "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}" + tag
book = zipfile.ZipFile(sys.argv[1])
read = lambda path: ElementTree.fromstring(book.read(path))
unescape = lambda text: re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text)
text = lambda element: unescape("".join(each.text or "" for each in element.iter(name("t"))))
shared = [text(each) for each in read("xl/sharedStrings.xml")]
sheet = read("xl/worksheets/sheet1.xml")
cells = list(sheet.iter(name("c")))
value = lambda cell: (cell.find(name("v")).text if cell.find(name("v")) is not None else "")
print(json.dumps({
  "texts": [shared[int(value(cell))] if cell.get("t") == "s" else text(cell) for cell in cells if cell.get("t") in ("s", "inlineStr")],
  "formulas": [each.text for each in sheet.iter(name("f"))],
}))
`;

const folder = mkdtempSync(join(tmpdir(), 'arshjul-tables-'));
const env = { ...process.env, HOME: folder };
const say = (line) => process.stdout.write(`${line}\n`);
const run = async (command, args) =>
  (await promisify(execFile)(command, args, { env, maxBuffer: 100_000_000 })).stdout;

let amiss = 0;
const expectThat = (holds, what) => {
  if (holds) return;
  amiss += 1;
  say(`AMISS: ${what}`);
};

/** A table of tasks that are called and described by the strange texts. */
async function tableOfStrangeTasks() {
  const service = await startService(
    readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      DATABASE_URL: join(folder, 'a.sqlite'),
      ADMIN_TOKEN,
      SCHOOL_YEAR: '2026/2027',
    }),
    { now: () => '2026-11-24T10:00:00.000Z', version: 'interop' },
  );
  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' };
  const task = { kind: 'activity', phase: 'oppfolging-vg1', category: 'koordinering', actor: 'school' };
  try {
    for (const text of STRANGE) {
      const body = JSON.stringify({ ...task, title: text, description: text, start: '2026-10-22' });
      const response = await fetch(`${service.url}/api/cycles/${CYCLE}/tasks`, {
        method: 'POST',
        headers,
        body,
      });
      if (!response.ok) throw new Error(`${JSON.stringify(text)}: ${await response.text()}`);
    }
    return await (await fetch(`${service.url}/api/cycles/${CYCLE}/table?format=csv`, { headers })).text();
  } finally {
    await service.stop();
  }
}

async function inLibreOffice(name, csv, separator) {
  const out = join(folder, name);
  mkdirSync(out);
  const file = join(out, 'table.csv');
  writeFileSync(file, csv);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const filter = `--infilter=${readWith(separator)}`;
  await run('soffice', [profile, '--headless', filter, '--convert-to', 'xlsx', '--outdir', out, file]);
  return JSON.parse(await run('/usr/bin/python3', ['-c', READ_SHEET, join(out, 'table.xlsx')]));
}

try {
  const control = await inLibreOffice('control', 'a\r\n=1+1\r\n', ',');
  expectThat(control.formulas.length === 1, 'LibreOffice runs no formula at all: this finds nothing');

  const csv = await tableOfStrangeTasks();
  const file = join(folder, 'table.csv');
  writeFileSync(file, csv);
  const rows = JSON.parse(await run('/usr/bin/python3', ['-c', READ_CSV, file]));
  for (const column of ['title', 'description']) {
    const read = new Set(rows.map((row) => withoutGuard(row[column])));
    for (const text of STRANGE)
      expectThat(read.has(text), `Python’s csv has no ${column} ${JSON.stringify(text)}`);
  }
  say(`${rows.length} rows; Python’s csv reads all ${STRANGE.length} strange texts as they are`);

  const oneEnd = (text) => text.replace(/\r\n?/g, '\n');
  for (const [name, separator] of Object.entries({ comma: ',', semicolon: ';', tab: '\t', bar: '|' })) {
    const { texts, formulas } = await inLibreOffice(name, csv, separator);
    expectThat(formulas.length === 0, `LibreOffice, by ${name}, runs ${formulas.slice(0, 3).join(' and ')}`);
    const seen = new Set(texts.map(oneEnd));
    const written = separator === ',' ? rows.flatMap(({ title, description }) => [title, description]) : [];
    for (const text of written)
      expectThat(text === '' || seen.has(oneEnd(text)), `LibreOffice has no ${JSON.stringify(text)}`);
    say(`LibreOffice, by ${name}: ${texts.length} texts, ${formulas.length} formulas`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
say(amiss === 0 ? 'nothing amiss' : `${amiss} amiss`);
process.exitCode = amiss === 0 ? 0 : 1;
