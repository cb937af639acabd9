import { expect, it } from 'vitest';
import { inTurns } from './asking.js';
import { calendar, type FileFormat, IMPORT_ROUTES, type ImportRoute, sendFile } from './imports.js';
import { underAttack } from './watched-service.js';
import { rowsOf, workbookOf } from './workbook.js';

/** How long one file may take to be read or refused, with others before it. */
const MOST_MS = 25_000;

interface HostileFile {
  readonly name: string;
  readonly format: FileFormat;
  readonly bytes: Buffer;
  /** Whether nothing of it can be used: it is refused, and told what was too much. */
  readonly isTooMuch?: boolean;
}

const start = ['UID:a', 'SUMMARY:Dag', 'DTSTART;VALUE=DATE:20260901'];
const recurring = (name: string, ...lines: string[]): HostileFile => ({
  name,
  format: 'ics',
  bytes: calendar(...start, ...lines),
});
const at = (time: string) => ['UID:a', 'SUMMARY:Dag', `DTSTART:${time}`];

/** A calendar of timed events, each in a zone that it only names. */
const inZones = (events: number, zoneOf: (n: number) => string, ...lines: string[]) =>
  Buffer.from(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${Array.from({ length: events }, (_, n) =>
      [
        'BEGIN:VEVENT',
        `UID:${n}`,
        `DTSTART;TZID=${zoneOf(n)}:20260901T080000`,
        ...lines,
        'SUMMARY:x',
        'END:VEVENT',
        '',
      ].join('\r\n'),
    ).join('')}END:VCALENDAR\r\n`,
  );

/** A name with its letters large where a number has a 1: the zone is the same. */
const spelling = (name: string, number: number) =>
  [...name]
    .map((letter, n) => ((number >> (n % 31)) & 1 ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');

const CALENDARS: readonly HostileFile[] = [
  recurring('a day that never comes', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
  recurring('a year that never comes', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'),
  recurring('a week that no year has', 'RRULE:FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6'),
  recurring('a day of the year that does not exist', 'RRULE:FREQ=YEARLY;BYYEARDAY=-366;BYMONTH=12'),
  recurring('an interval without an end', 'RRULE:FREQ=DAILY;INTERVAL=0'),
  recurring('a huge interval', 'RRULE:FREQ=DAILY;INTERVAL=99999999999999999999'),
  recurring('an endless number of times', 'RRULE:FREQ=DAILY;COUNT=99999999999999'),
  recurring('a position that no set has', 'RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366'),
  {
    name: 'every second',
    format: 'ics',
    bytes: calendar(...at('20260901T080000Z'), 'RRULE:FREQ=SECONDLY'),
  },
  {
    name: 'every second since the year 1',
    format: 'ics',
    bytes: calendar(...at('00010101T000000Z'), 'RRULE:FREQ=SECONDLY'),
  },
  {
    name: 'every minute of a day that never comes',
    format: 'ics',
    bytes: calendar(...at('20260901T080000Z'), 'RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30'),
  },
  {
    name: 'every hour since the year 1',
    format: 'ics',
    bytes: calendar(...at('00010101T000000Z'), 'RRULE:FREQ=HOURLY;BYHOUR=3'),
  },
  recurring('a duration of more weeks than there are', 'DURATION:P99999999999999W'),
  recurring('a duration of more seconds than there are', 'DURATION:PT99999999999999S'),
  recurring('a duration back in time', 'DURATION:-P99999999999W'),
  recurring('an end in the year 9999', 'DTEND;VALUE=DATE:99991231'),
  recurring(
    'ten thousand dates more',
    ...Array.from(
      { length: 10_000 },
      (_, n) => `RDATE;VALUE=DATE:${2027 + (n % 900)}0${1 + (n % 9)}1${n % 10}`,
    ),
  ),
  recurring(
    'ten thousand dates less, of an event without an end',
    'RRULE:FREQ=DAILY',
    ...Array.from({ length: 10_000 }, () => 'EXDATE;VALUE=DATE:20260902'),
  ),
  recurring('a line of two megabytes', `DESCRIPTION:${'x'.repeat(2_000_000)}`),
  recurring('a line folded a hundred thousand times', `DESCRIPTION:${'x\r\n '.repeat(100_000)}`),
  recurring('a hundred thousand parameters', `DESCRIPTION${';X=1'.repeat(100_000)}:x`),
  {
    name: 'components within components',
    format: 'ics',
    bytes: Buffer.from('BEGIN:VEVENT\r\n'.repeat(100_000)),
  },
  {
    name: 'thirty thousand events',
    format: 'ics',
    bytes: Buffer.from(
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${Array.from({ length: 30_000 }, (_, n) => `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART;VALUE=DATE:20260901\r\nSUMMARY:x\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`,
    ),
  },
  {
    name: 'a thousand events every day for ever',
    format: 'ics',
    bytes: Buffer.from(
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${Array.from({ length: 1_000 }, (_, n) => `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY\r\nSUMMARY:x\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`,
    ),
  },
  {
    name: 'a time zone that it does not define, a thousand times every day',
    format: 'ics',
    bytes: inZones(1_000, () => 'Europe/Oslo', 'RRULE:FREQ=DAILY;UNTIL=20260905T060000Z'),
  },
  {
    name: 'a zone of another spelling for each of five thousand events',
    format: 'ics',
    bytes: inZones(5_000, (n) => spelling('America/Argentina/Buenos_Aires', n)),
  },
  {
    name: 'a time zone that changes every second',
    format: 'ics',
    bytes: Buffer.from(
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Slow\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:x\r\nDTSTART;TZID=Slow:20260901T080000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ),
  },
];

/** Ten times ten times ten …, as XML lets a document say it. */
const GROWING_ENTITIES = Buffer.from(
  `<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row></sheetData></worksheet>`,
);

const head = rowsOf([['Navn', 'Type', 'E-post', 'Enhet', 'Hva', 'Dato']]);
const row = (number: number) =>
  `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>x</t></is></c></row>`;
const ROW = '<row><c t="inlineStr"><is><t>xxxxxxxxxxxxxxxx</t></is></c></row>';
const sheetOf = (megabytes: number) =>
  Buffer.alloc(Math.floor((megabytes * 1_000_000) / ROW.length) * ROW.length, ROW);

const workbookWith = (name: string, bytes: () => Buffer, isTooMuch = true) => ({ name, bytes, isTooMuch });

/** Made when they are needed: some of them are large before they are packed. */
const WORKBOOKS = [
  workbookWith('one cell at the end of the sheet, XFD1048576', () =>
    workbookOf(`${head}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
  ),
  workbookWith('one cell at the end of the first row', () =>
    workbookOf(
      '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',
    ),
  ),
  workbookWith('a cell beyond every sheet', () =>
    workbookOf('<row r="99999999"><c r="ZZZZZ99999999"><v>1</v></c></row>'),
  ),
  workbookWith('a sheet that unpacks to 300 MB', () => workbookOf(sheetOf(300))),
  workbookWith('texts that unpack to 300 MB', () =>
    workbookOf(head, [{ name: 'xl/sharedStrings.xml', content: Buffer.alloc(300_000_000, 'x') }]),
  ),
  workbookWith(
    'a part nobody asks for that unpacks to 300 MB',
    () => workbookOf(head, [{ name: 'xl/media/image1.png', content: Buffer.alloc(300_000_000) }]),
    false,
  ),
  workbookWith('a sheet of 300 MB that says that it is small', () =>
    workbookOf(head, [{ name: 'xl/worksheets/sheet1.xml', content: sheetOf(300), claims: 1_000 }]),
  ),
  workbookWith('150,000 rows', () =>
    workbookOf(head + Array.from({ length: 150_000 }, (_, n) => row(n + 2)).join('')),
  ),
  workbookWith('entities that grow', () =>
    workbookOf(head, [{ name: 'xl/worksheets/sheet1.xml', content: GROWING_ENTITIES }]),
  ),
  workbookWith('elements within elements', () =>
    workbookOf(`<row r="1"><c r="A1" t="inlineStr"><is>${'<t>'.repeat(200_000)}`),
  ),
];

const MANY_ROWS = `Navn;Type;E-post;Enhet;Hva;Dato\n${'x;skole;x@y.example;39;Dag;10.09.2026\n'.repeat(60_000)}`;

const TABLES: readonly HostileFile[] = [
  {
    name: '150,000 rows',
    format: 'csv',
    bytes: Buffer.from(`navn;type;epost;enhet;hva;dato\n${'x;y;z;1;2;3\n'.repeat(150_000)}`),
    isTooMuch: true,
  },
  { name: '60,000 rows that could be used', format: 'csv', bytes: Buffer.from(MANY_ROWS) },
  { name: 'a million columns', format: 'csv', bytes: Buffer.from(`a;b\n${';'.repeat(1_000_000)}\n`) },
  { name: 'a cell that does not end', format: 'csv', bytes: Buffer.from(`a;b\n"${'x'.repeat(2_500_000)}`) },
  { name: 'nothing but quotes', format: 'csv', bytes: Buffer.from('"'.repeat(2_500_000)) },
  { name: 'nothing but line breaks', format: 'csv', bytes: Buffer.from('\n'.repeat(2_500_000)) },
  { name: 'nothing but zeros', format: 'csv', bytes: Buffer.alloc(2_500_000) },
];

const aliases = Array.from(
  { length: 12 },
  (_, level) =>
    `a${level}: &a${level} [${Array(10)
      .fill(level === 0 ? 'x' : `*a${level - 1}`)
      .join(', ')}]`,
).join('\n');

const YAMLS: readonly HostileFile[] = (
  [
    ['aliases of aliases of aliases', `${aliases}\n`],
    ['lists nested 100,000 deep', `daysOff: ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['lists nested 100,000 deep that do not end', `daysOff: ${'['.repeat(100_000)}`],
    ['objects nested 100,000 deep', `a: ${'{a: '.repeat(100_000)}`],
    ['lines that go 2,000 deep', Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
    ['signs of a list 100,000 deep', `${'- '.repeat(100_000)}x`],
    ['two hundred thousand keys', Array.from({ length: 200_000 }, (_, n) => `k${n}: 1`).join('\n')],
    ['one key a hundred thousand times', 'county: "39"\n'.repeat(100_000)],
    ['a hundred thousand anchors', Array.from({ length: 100_000 }, (_, n) => `- &a${n} x`).join('\n')],
    ['a text that does not end', `county: "${'x'.repeat(2_500_000)}`],
    ['a hundred thousand documents', '--- x\n'.repeat(100_000)],
    ['tags of a program', '!!js/function "function () { process.exit() }"'],
    ['questions within questions', '? '.repeat(100_000)],
  ] as const
).map(([name, text]) => ({ name, format: 'yaml', bytes: Buffer.from(text), isTooMuch: true }));

/** Texts to be read as skoleruter: longer than any page, or dense with what dates begin with. */
const PASTED: readonly HostileFile[] = (
  [
    ['a million characters', 'x'.repeat(1_000_000), true],
    ['a million lines', '\n'.repeat(1_000_000), true],
    ['nothing but days without a month', '1., '.repeat(12_000), false],
    ['dates that never end', '5. oktober – '.repeat(3_800), false],
    ['weeks that never end', 'uke 1, '.repeat(7_000), false],
    ['weekdays that never end', 'mandag og '.repeat(5_000), false],
    ['beginnings of phrases', 'elevene har '.repeat(4_000), false],
    ['nothing but tabs', '\t'.repeat(50_000), false],
    ['nothing but brackets', '('.repeat(50_000), false],
    ['a thousand first days', 'Første skoledag 17. august\n'.repeat(999), false],
    ['characters in parts', 'a\u0301'.repeat(25_000), false],
    ['ligatures', '\uFDFA'.repeat(50_000), false],
  ] as const
).map(([name, text, isTooMuch]) => ({ name, format: 'text', bytes: Buffer.from(text), isTooMuch }));

const takes = (format: FileFormat) => IMPORT_ROUTES.filter(({ files }) => files[format] !== undefined);

underAttack('files that hang or kill who reads them', (target) => {
  const read = async ({ what }: ImportRoute, { name, format, bytes, isTooMuch }: HostileFile) => {
    const { service } = target;
    const answer = await service.ask('GET', '/healthz');
    expect(answer.status).toBe(200);
    const { status, milliseconds, body, json } = await sendFile(service, what, format, bytes, {
      milliseconds: MOST_MS,
    });
    const isSaid = status === 413 || (json<{ errors?: unknown[] }>()?.errors ?? []).length > 0;
    const isRefused = status >= 400 && status < 500 && isSaid;
    // A skolerute that cannot be read is answered with its flaws.
    const isFlawed = what === 'skoleruter' && status === 200 && json<{ said: unknown }>()?.said === null;
    const isFine = isRefused || isFlawed || (!isTooMuch && status === 200);
    return {
      asked: `${name} (${format}) as ${what}`,
      status,
      seconds: Math.round(milliseconds / 1000),
      answered: body.toString().slice(0, 200),
      isFine,
    };
  };
  const readAll = async (files: readonly HostileFile[]) => {
    const attacks = files.flatMap((file) => takes(file.format).map((route) => ({ route, file })));
    const answers = await inTurns(attacks, 2, ({ route, file }) => read(route, file));
    expect(answers.filter(({ isFine }) => !isFine)).toEqual([]);
  };

  it('read small files of every format, as they should', async () => {
    for (const { what, files } of IMPORT_ROUTES)
      for (const [format, bytes] of Object.entries(files)) {
        const { status, body } = await sendFile(target.service, what, format as FileFormat, bytes);
        expect(status, `${what} ${format}: ${body}`).toBe(200);
      }
  });

  for (const file of CALENDARS) it(`do not stop it: a calendar with ${file.name}`, () => readAll([file]));

  for (const { name, bytes, isTooMuch } of WORKBOOKS)
    it(`do not stop it: a workbook with ${name}`, () =>
      readAll([{ name, format: 'xlsx', bytes: bytes(), isTooMuch }]));

  for (const file of TABLES) it(`do not stop it: a table with ${file.name}`, () => readAll([file]));

  for (const file of YAMLS) it(`do not stop it: YAML with ${file.name}`, () => readAll([file]));

  for (const file of PASTED) it(`do not stop it: a text with ${file.name}`, () => readAll([file]));

  it('are read again after all of that', async () => {
    const [tasks] = IMPORT_ROUTES;
    const { status } = await sendFile(target.service, 'tasks', 'xlsx', tasks?.files.xlsx as Buffer);
    expect(status).toBe(200);
  });
});
