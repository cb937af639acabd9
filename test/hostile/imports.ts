import type { Answer, Asked } from './asking.js';
import { AUTOMATION, CYCLE, type WatchedService } from './watched-service.js';
import { workbook } from './workbook.js';

export type FileFormat = 'ics' | 'csv' | 'xlsx' | 'yaml' | 'text';

/** A route that takes files, with a small file of each format that it takes. */
export interface ImportRoute {
  readonly what: 'tasks' | 'skoleruter' | 'units' | 'people';
  readonly files: Readonly<Partial<Record<FileFormat, Buffer>>>;
}

const TASKS = [
  ['Hva', 'Dato', 'Til', 'Fase', 'Ansvarlig'],
  ['Møte med NAV', '10.09.2026', '11.09.2026', 'Oppfølging Vg1', 'Skole'],
  ['Åpen skole', '2026-10-01', '', '', ''],
];

const UNITS = [
  ['Navn', 'Type', 'Kommune', 'E-post'],
  ['Horten videregående skole', 'skole', 'Horten', 'horten@vestfold.example'],
  ['NAV Tønsberg', 'samarbeidspartner', 'Tønsberg', ''],
];

const PEOPLE = [
  ['Navn', 'E-post', 'Enhet'],
  ['Kari Nordmann', 'kari@vestfold.example', '39'],
  ['Ola Nordmann', 'ola@vestfold.example', '39'],
];

const DAYS = [
  ['hva', 'fra', 'til'],
  ['Første skoledag', '17.08.2026', ''],
  ['Høstferie', '05.10.2026', '09.10.2026'],
  ['Juleferie', '19.12.2026', '04.01.2027'],
  ['Siste skoledag', '18.06.2027', ''],
];

const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from(`${rows.map((cells) => cells.join(';')).join('\n')}\n`);

/** An iCalendar object with these lines in its one event. */
export function calendar(...lines: readonly string[]): Buffer {
  return Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:x',
      'BEGIN:VEVENT',
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
}

const YAML = `county: "39"
schoolYear: 2026/2027
status: official
revised: 2026-11-24
source: { page: "vestfoldfylke.no", note: "Vedtak" }
first-school-day: 2026-08-17
autumn-break: { from: 2026-10-05, to: 2026-10-09 }
christmas-break:
  from: 2026-12-19
  to: 2027-01-04
daysOff: [2027-05-07]
last-school-day: 2027-06-18
`;

const TEXT = `Skolerute 2026/2027
Første skoledag mandag 17. august 2026
Høstferie: f.o.m. 05.10. t.o.m. 09.10. (uke 41)
Siste skoledag før jul 18.12, første skoledag etter jul 4/1-27
Fridager: 6. november, 29. januar og 7. mai
August\t11
Sum\t190
`;

export const IMPORT_ROUTES: readonly ImportRoute[] = [
  {
    what: 'tasks',
    files: {
      ics: calendar(
        'UID:a@skole',
        'SUMMARY:Skolens dag',
        'DTSTART;TZID=Europe/Oslo:20260910T083000',
        'DTEND;TZID=Europe/Oslo:20260910T150000',
        'RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261201T000000Z',
        'EXDATE;TZID=Europe/Oslo:20260917T083000',
      ),
      csv: csv(TASKS),
      xlsx: workbook(TASKS),
    },
  },
  {
    what: 'skoleruter',
    files: {
      yaml: Buffer.from(YAML),
      csv: csv(DAYS),
      ics: calendar('UID:b', 'SUMMARY:Høstferie', 'DTSTART;VALUE=DATE:20261005', 'DTEND;VALUE=DATE:20261010'),
      text: Buffer.from(TEXT),
    },
  },
  { what: 'units', files: { csv: csv(UNITS), xlsx: workbook(UNITS) } },
  { what: 'people', files: { csv: csv(PEOPLE), xlsx: workbook(PEOPLE) } },
];

/** Sends a file to be read, as the county's coordinator; nothing is stored. */
export function sendFile(
  service: WatchedService,
  what: ImportRoute['what'],
  format: FileFormat,
  bytes: Buffer,
  asked: Omit<Asked, 'body'> = {},
): Promise<Answer> {
  const file = { format, content: bytes.toString('base64') };
  const post = (path: string, body: object) =>
    service.ask('POST', path, { headers: AUTOMATION, ...asked, body });
  switch (what) {
    case 'tasks':
      return post(`/api/cycles/${CYCLE}/import?preview=true`, file);
    case 'skoleruter':
      return post('/api/school-years/import', {
        ...file,
        county: '39',
        schoolYear: '2026/2027',
        source: 'vestfoldfylke.no',
      });
    case 'units':
      return post('/api/units/import?preview=true', { ...file, county: '39' });
    case 'people':
      return post('/api/people/import?preview=true', { ...file, county: '39' });
  }
}
