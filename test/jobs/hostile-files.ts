import { strToU8, zipSync } from 'fflate';

/** An iCalendar object of components. */
export function calendarOf(...components: string[]): Buffer {
  return Buffer.from(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...components, 'END:VCALENDAR', ''].join('\r\n'),
  );
}

/** An event with further lines. */
export function eventOf(...lines: string[]): string {
  return ['BEGIN:VEVENT', 'UID:a@skole', 'SUMMARY:Møte', ...lines, 'END:VEVENT'].join('\r\n');
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An Excel file with the rows of its one sheet as XML, and what further files it packs. */
export function workbookOf(rows: string, further: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const sheet = `<sheet name="Ark1" sheetId="1" r:id="rId1"/>`;
  const relation = `<Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/>`;
  const files = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${sheet}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relation}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync({ ...Object.fromEntries(packed), ...further }));
}

/** A row of texts of such a sheet. */
export function rowOf(number: number, ...texts: string[]): string {
  const cells = texts.map(
    (text, index) =>
      `<c r="${String.fromCharCode(65 + index)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** A zip whose lists tell another size of a file than it has. */
export function lyingZip(bytes: number, told: number): Buffer {
  const zip = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(bytes) }));
  for (let at = 0; at + 30 < zip.length; at += 1) {
    if (zip.readUInt32LE(at) === 0x02014b50) zip.writeUInt32LE(told, at + 24);
    if (zip.readUInt32LE(at) === 0x04034b50) zip.writeUInt32LE(told, at + 22);
  }
  return zip;
}

const ZONE = (rule: string) =>
  [
    'BEGIN:VTIMEZONE',
    'TZID:Z',
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    `RRULE:${rule}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n');

/** Files that must be refused whole, by the code of the problem and the words that say why. */
export const REFUSED: readonly {
  readonly name: string;
  readonly format: 'ics' | 'csv' | 'xlsx';
  readonly bytes: () => Buffer;
  readonly says: string;
}[] = [
  {
    name: 'a calendar of 60,000 events',
    format: 'ics',
    bytes: () => calendarOf('BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(60_000)),
    says: 'has 20,001 components; at most 20,000 are read',
  },
  {
    name: 'a calendar of components within components',
    format: 'ics',
    bytes: () => Buffer.from(`BEGIN:VCALENDAR\r\n${'BEGIN:X\r\n'.repeat(5_000)}`),
    says: 'is nested 11 levels deep; at most 10 levels are read',
  },
  {
    name: 'a calendar that repeats a long text each day',
    format: 'ics',
    bytes: () =>
      calendarOf(
        eventOf('DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY', `DESCRIPTION:${'x'.repeat(2_000_000)}`),
      ),
    says: 'characters; at most 5,000,000 are read',
  },
  {
    name: 'a calendar of 20 events each day',
    format: 'ics',
    bytes: () =>
      calendarOf(
        ...Array.from({ length: 20 }, () => eventOf('DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY')),
      ),
    says: 'has 5,001 events, including repetitions; at most 5,000 are read',
  },
  {
    name: 'a calendar whose time zone changes each second',
    format: 'ics',
    bytes: () => calendarOf(ZONE('FREQ=SECONDLY'), eventOf('DTSTART;TZID=Z:20261001T100000')),
    says: 'the time zone Z changes by a rule that is not yearly',
  },
  {
    name: 'a sheet with one cell at its far end',
    format: 'xlsx',
    bytes: () => workbookOf(`${rowOf(1, 'Tittel')}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    says: 'has 1,048,576 rows, including empty ones; at most 20,000 are read',
  },
  {
    name: 'a sheet with one cell in its last column',
    format: 'xlsx',
    bytes: () => workbookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    says: 'has 16,384 columns; at most 200 are read',
  },
  {
    name: 'a sheet whose row is written as a power of ten',
    format: 'xlsx',
    bytes: () => workbookOf('<row r="1e9"><c><v>1</v></c></row>'),
    says: '1e9 is not a cell reference',
  },
  {
    name: 'a sheet whose far cell is written with a character reference',
    format: 'xlsx',
    bytes: () => workbookOf('<row r="1"><c r="&#88;FD1"><v>1</v></c></row>'),
    says: '&#88;FD1 is not a cell reference',
  },
  {
    name: 'a sheet of a million rows without a number',
    format: 'xlsx',
    bytes: () => workbookOf('<row/>'.repeat(1_000_000)),
    says: 'has 20,001 rows, including empty ones; at most 20,000 are read',
  },
  {
    name: 'a sheet of 6,000 rows',
    format: 'xlsx',
    bytes: () => workbookOf(Array.from({ length: 6_000 }, (_, n) => rowOf(n + 1, 'x')).join('')),
    says: 'has 5,999 rows; at most 5,000 are read',
  },
  {
    name: 'an Excel file that unpacks to 40 MB',
    format: 'xlsx',
    bytes: () => workbookOf(rowOf(1, 'x'), { 'xl/more.xml': new Uint8Array(40_000_000) }),
    says: 'bytes when unpacked; at most 32,000,000 are read',
  },
  {
    name: 'an Excel file that unpacks to more than it says',
    format: 'xlsx',
    bytes: () => lyingZip(40_000_000, 1_000),
    says: 'not a readable .xlsx file',
  },
  {
    name: 'an Excel file packed from 1,500 files',
    format: 'xlsx',
    bytes: () =>
      workbookOf(
        rowOf(1, 'x'),
        Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`${n}.bin`, new Uint8Array()])),
      ),
    says: 'contains 1,001 packed files; at most 1,000 are read',
  },
  {
    name: 'an Excel file with a text repeated in each row',
    format: 'xlsx',
    bytes: () => workbookOf(Array.from({ length: 300 }, (_, n) => rowOf(n + 1, 'x'.repeat(30_000))).join('')),
    says: 'characters; at most 5,000,000 are read',
  },
  {
    name: 'CSV of 150,000 rows',
    format: 'csv',
    bytes: () => Buffer.from(`tittel,dato\n${'a,b\n'.repeat(150_000)}`),
    says: 'has 5,001 rows; at most 5,000 are read',
  },
  {
    name: 'CSV of 100,000 columns',
    format: 'csv',
    bytes: () => Buffer.from(`tittel${',dato'.repeat(100_000)}`),
    says: 'has 100,001 columns; at most 200 are read',
  },
  {
    name: 'CSV of more than 3 MB',
    format: 'csv',
    bytes: () => Buffer.from(`tittel,dato\n${'x'.repeat(3_000_000)}`),
    says: 'has 3,000,012 bytes; at most 3,000,000 are read',
  },
];

/** Events that cannot be used, in calendars that are read all the same, and the words that say why. */
export const UNUSABLE: readonly (readonly [lines: readonly string[], says: string])[] = [
  [
    ['DTSTART;VALUE=DATE:20261001', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    'describes a date that never occurs',
  ],
  [
    ['DTSTART;VALUE=DATE:20261001', 'RRULE:FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31'],
    'describes a date that never occurs',
  ],
  [['DTSTART:20261001T100000', 'RRULE:FREQ=SECONDLY'], 'repeats several times a day (FREQ=SECONDLY)'],
  [
    ['DTSTART:20261001T100000', 'RRULE:FREQ=MINUTELY;INTERVAL=5'],
    'repeats several times a day (FREQ=MINUTELY)',
  ],
  [
    ['DTSTART:20261001T100000', 'RRULE:FREQ=DAILY;BYHOUR=8,9,10'],
    'repeats at a different time of day than it starts',
  ],
  [['DTSTART:20261001T100000', 'DURATION:P99999999999999W'], 'is longer than 10 years'],
  [['DTSTART:18000101T100000', 'RRULE:FREQ=DAILY;COUNT=99999999'], 'counts its repetitions from before 1900'],
];

/** Takes a reader of calendars several seconds, however fast the machine is compared to others. */
export function slowCalendar(): Buffer {
  const rule =
    'RRULE:FREQ=DAILY;COUNT=44000;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTHDAY=-1,-2,-3,-4,-5,1,2,3,4,5,6,7,8,9,10';
  return calendarOf(...Array.from({ length: 300 }, () => eventOf('DTSTART;VALUE=DATE:19000101', rule)));
}
