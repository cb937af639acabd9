import fc from 'fast-check';
import request from 'supertest';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';
import { calendarOf, eventOf, rowOf, slowCalendar, workbookOf } from './hostile-files.js';

const IMPORT = '/api/cycles/39-2026-2027/import?preview=true';

// How a file is read has nothing to do with the database.
onDatabase('SQLite', 'files that are sent to do harm', (createDatabase) => {
  const { service } = freshService(createDatabase);

  const post = (path: string, body: object) =>
    request(service.url)
      .post(path)
      .set({ Authorization: `Bearer ${ADMIN_TOKEN}`, 'On-Behalf-Of': 'kari' })
      .send(body);
  const tasks = (format: string, bytes: Uint8Array) =>
    post(IMPORT, { format, content: Buffer.from(bytes).toString('base64') });
  const skolerute = (format: string, bytes: Uint8Array) =>
    post('/api/school-years/import', {
      county: '39',
      schoolYear: '2026/2027',
      format,
      content: Buffer.from(bytes).toString('base64'),
      source: 'https://example.test/',
    });
  const table = (path: string) => (format: string, bytes: Uint8Array) =>
    post(path, { county: '39', format, content: Buffer.from(bytes).toString('base64') });
  const units = table('/api/units/import?preview=true');
  const people = table('/api/people/import?preview=true');

  it('are refused by every import, which says what is too much', async () => {
    const rows = Buffer.from(`name,kind\n${'a,b\n'.repeat(10_000)}`);
    const far = workbookOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    for (const send of [tasks, units, people]) {
      const { body } = await send('csv', rows).expect(413);
      expect(body.detail).toBe('The file has 5,001 rows; at most 5,000 are read.');
      await send('xlsx', far).expect(413);
    }
    await skolerute('csv', rows).expect(413);
    await skolerute('yaml', Buffer.from('['.repeat(100_000))).expect(413);
    await skolerute('yaml', Buffer.from('a: b\n'.repeat(50_000))).expect(413);
    await skolerute('ics', calendarOf('BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(30_000))).expect(413);
  });

  it('hang nothing: a rule that never comes, a duration without end, aliases of aliases', async () => {
    const never = eventOf('DTSTART;VALUE=DATE:20261001', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
    const long = eventOf('DTSTART:20261001T100000', 'DURATION:P99999999999999W');
    const { body } = await tasks('ics', calendarOf(never, long)).expect(200);
    expect(body.counts.unusable).toBe(2);
    const { body: read } = await skolerute('ics', calendarOf(long)).expect(200);
    expect(read.flaws).toMatchObject([{ what: expect.stringContaining('is longer than 10 years') }]);
    const levels = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [level, below] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'])
      levels.push(`${level}: &${level} [${Array(9).fill(`*${below}`).join(',')}]`);
    const { body: bomb } = await skolerute('yaml', Buffer.from(levels.join('\n'))).expect(200);
    expect(bomb.flaws).toMatchObject([{ what: expect.stringContaining('Excessive alias count') }]);
  });

  it('keep nobody else waiting while they are read, and the next file is read as ever', async () => {
    let isRead = false;
    const slow = tasks('ics', slowCalendar()).then((response) => {
      isRead = true;
      return response;
    });
    let answered = 0;
    while (!isRead) {
      await request(service.url).get('/healthz').expect(200);
      answered += 1;
    }
    expect((await slow).status).toBe(413);
    expect(answered).toBeGreaterThan(20);
    await tasks('ics', calendarOf(eventOf('DTSTART;VALUE=DATE:20261001'))).expect(200);
  });

  const files: readonly (readonly [
    name: string,
    send: (bytes: Uint8Array) => request.Test,
    bytes: Buffer,
  ])[] = [
    [
      'tasks as iCalendar',
      (bytes) => tasks('ics', bytes),
      calendarOf(
        eventOf('DTSTART:20261001T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=9;BYDAY=TH'),
        eventOf(
          'DTSTART;TZID=Europe/Oslo:20261001T100000',
          'DTEND:20261002T000000',
          'EXDATE:20261008T100000',
        ),
        eventOf('RECURRENCE-ID:20261015T100000', 'DTSTART:20261016T100000', 'URL:https://example.test/'),
      ),
    ],
    [
      'tasks as CSV',
      (bytes) => tasks('csv', bytes),
      Buffer.from('tittel;dato;kl;til;lenke\r\n"Møte";10.09.2026;08:30;2026-09-11;https://example.test/\r\n'),
    ],
    [
      'tasks as Excel',
      (bytes) => tasks('xlsx', bytes),
      workbookOf(`${rowOf(1, 'tittel', 'dato')}${rowOf(2, 'Møte', '10.09.2026')}`),
    ],
    [
      'units as CSV',
      (bytes) => units('csv', bytes),
      Buffer.from('navn;type;orgnr\r\nNy skole;skole;974550600\r\n'),
    ],
    [
      'people as CSV',
      (bytes) => people('csv', bytes),
      Buffer.from('navn;epost;enhet\r\nKari;kari@example.test;39\r\n'),
    ],
    [
      'a skolerute as CSV',
      (bytes) => skolerute('csv', bytes),
      Buffer.from('hva;fra;til\nHøstferie;05.10.2026;09.10.2026\n'),
    ],
    [
      'a skolerute as iCalendar',
      (bytes) => skolerute('ics', bytes),
      calendarOf(eventOf('SUMMARY:Høstferie', 'DTSTART;VALUE=DATE:20261005', 'DTEND;VALUE=DATE:20261010')),
    ],
    [
      'a skolerute as YAML',
      (bytes) => skolerute('yaml', bytes),
      Buffer.from(
        'county: "39"\nschoolYear: 2026/2027\nstatus: official\nrevised: 2026-01-01\nsource: { page: https://example.test/ }\ndaysOff: [2026-11-20]\n',
      ),
    ],
  ];

  /** A file with some of its bytes changed, taken out or told over again. */
  const mutated = (bytes: Buffer) =>
    fc
      .array(
        fc.tuple(
          fc.nat(bytes.length - 1),
          fc.oneof(
            fc.uint8Array({ maxLength: 4 }),
            fc.constantFrom('0', '9', ';', ':', '-', '"', '\n', '*', '&'),
          ),
          fc.nat(8),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((changes) =>
        changes.reduce<Buffer>(
          (file, [at, put, gone]) =>
            Buffer.concat([file.subarray(0, at), Buffer.from(put), file.subarray(at + gone)]),
          bytes,
        ),
      );

  it.each(files)(
    'of %s with mistakes in them are read or refused, never more',
    async (_name, send, bytes) => {
      await send(bytes).expect(200);
      await fc.assert(
        fc.asyncProperty(mutated(bytes), async (file) => {
          const { status } = await send(file);
          expect([200, 400, 413]).toContain(status);
        }),
        { numRuns: 30 },
      );
    },
  );
});
