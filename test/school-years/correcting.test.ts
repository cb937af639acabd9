import request from 'supertest';
import { expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { isSchoolDay } from '../../src/calendar/school-year.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { openDatabase } from '../../src/database/database.js';
import { SchoolYears } from '../../src/school-years/school-years.js';
import { signInAs } from '../access/sign-in.js';
import { knowledge } from '../calendar/samples.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';
import { SKOLERUTE_CSV } from './skolerute-csv.js';

const CYCLE = '/api/cycles/39-2026-2027';
const YEAR = '/api/school-years/2026-2027?county=39';

/** Vestfold's skolerute with a winter break that comes a week earlier. */
const CORRECTED = {
  status: 'official',
  source: { page: 'vestfoldfylke.no', note: 'Vedtak i november' },
  'first-school-day': '2026-08-17',
  'autumn-break': { from: '2026-10-05', to: '2026-10-09' },
  'christmas-break': { from: '2026-12-19', to: '2027-01-04' },
  'winter-break': { from: '2027-02-15', to: '2027-02-19' },
  'easter-break': { from: '2027-03-22', to: '2027-03-29' },
  'last-school-day': '2027-06-18',
  daysOff: ['2027-05-07'],
};

onEachDatabase('a skolerute in the running service', (createDatabase) => {
  const { service, database, restart } = freshService(createDatabase);

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, version?: number) => {
    const asked = request(service.url)[method](path).set('Authorization', `Bearer ${ADMIN_TOKEN}`);
    return version === undefined ? asked : asked.set('If-Match', `"${version}"`);
  };

  it('is that of the file, with its pupil days counted by month beside the publisher’s', async () => {
    const { body, headers } = await call('get', YEAR).expect(200);
    expect(body).toMatchObject({
      origin: 'file',
      said: 'official',
      pupilDays: 190,
      required: 190,
      flaws: [],
      version: 0,
    });
    expect(headers.etag).toBe('"0"');
    expect(body.months).toHaveLength(12);
    expect(body.months[0]).toMatchObject({ month: '2026-08', counted: 11, published: 11 });
    expect(body.months[0].days).toHaveLength(31);
    const { body: derived } = await call('get', '/api/school-years/2030-2031?county=39').expect(200);
    expect(derived).toMatchObject({ origin: 'custom', said: 'provisional', pupilDays: 190 });
    expect(derived.derived).toContain('winter-break');
  });

  it('is corrected, moves no date until the cycle is regenerated, and is taken back', async () => {
    const dateOf = async (task: string) => (await call('get', `/api/tasks/39-2026-2027-${task}`)).body.start;
    const { body: before } = await call('get', `${CYCLE}/tasks`).expect(200);
    const { body } = await call('patch', YEAR, 0).send(CORRECTED).expect(200);
    expect(body).toMatchObject({
      origin: 'correction',
      behind: 'file',
      version: 1,
      pupilDays: 190,
      corrected: { who: 'county coordinator' },
    });
    expect((await call('get', `${CYCLE}/tasks`)).body).toEqual(before);
    const regenerate = `${CYCLE}/regenerate?preview=true`;
    const { body: preview } = await call('post', regenerate).send({}).expect(200);
    const starts = new Map(before.map(({ id, start }: Record<string, string>) => [id, start]));
    const moved = preview.updated.map(({ task: after }: { task: Record<string, string> }) => after);
    const { id } = moved.find((after: Record<string, string>) => after.start !== starts.get(after.id));
    const task = id.replace('39-2026-2027-', '');
    const was = await dateOf(task);
    await call('post', `${CYCLE}/regenerate`).send({ token: preview.token }).expect(200);
    expect(await dateOf(task)).not.toBe(was);

    const { body: back } = await call('delete', YEAR, 1).expect(200);
    expect(back).toMatchObject({ origin: 'file', version: 2 });
    await call('delete', YEAR, 2).expect(409);
    const { body: again } = await call('post', regenerate).send({}).expect(200);
    await call('post', `${CYCLE}/regenerate`).send({ token: again.token }).expect(200);
    expect(await dateOf(task)).toBe(was);
    const { body: audit } = await call('get', '/api/audit?county=39').expect(200);
    expect(audit.map(({ event, about }: Record<string, string>) => `${event} ${about}`).sort()).toEqual([
      'school-year-corrected 2026/2027',
      'school-year-taken-back 2026/2027',
    ]);
  });

  it('is refused with each flaw by its field, and shown beforehand with its count', async () => {
    const preview = async (said: object) =>
      (await call('patch', `${YEAR}&preview=true`, 0).send(said).expect(200)).body;
    expect(await preview({ ...CORRECTED, 'last-school-day': '2027-06-17' })).toMatchObject({
      pupilDays: 189,
      version: 0,
      flaws: [],
      warnings: [{ field: 'pupilDays', code: 'other-pupil-days', values: { counted: 189 }, line: null }],
    });
    const short = { ...CORRECTED, 'last-school-day': '2027-06-10' };
    expect(await preview(short)).toMatchObject({
      pupilDays: 184,
      flaws: [{ field: 'pupilDays', code: 'wrong-pupil-days', values: { counted: 184 }, line: null }],
      warnings: [],
    });
    expect(pointers((await call('patch', YEAR, 0).send(short).expect(400)).body)).toEqual([
      '/body/pupilDays',
    ]);
    const wild = {
      ...CORRECTED,
      'winter-break': { from: '2027-03-01', to: '2027-02-22' },
      daysOff: ['2027-05-08', '2028-01-03'],
    };
    const { body } = await call('patch', YEAR, 0).send(wild).expect(400);
    expect(pointers(body)).toEqual(['/body/daysOff/0', '/body/daysOff/1', '/body/winter-break']);
    expect(await preview(wild)).toMatchObject({ pupilDays: null, months: [] });
    const secret = { ...CORRECTED, source: { page: 'fra 01017000027' } };
    expect(pointers((await call('patch', YEAR, 0).send(secret).expect(400)).body)).toEqual([
      '/body/source/page',
    ]);
    expect((await call('get', YEAR)).body.version).toBe(0);
  });

  it('is of a school year: another label is refused with a pointer to where it stands', async () => {
    const { body } = await call('get', '/api/school-years/2026-2028?county=39').expect(400);
    expect(pointers(body)).toEqual(['/path/label']);
  });

  it('is changed by one at a time: who was second is told how it is now', async () => {
    await call('patch', YEAR, 0).send(CORRECTED).expect(200);
    const { body } = await call('patch', YEAR, 0).send(CORRECTED).expect(412);
    expect(body.current).toMatchObject({ version: 1, origin: 'correction' });
    await call('delete', YEAR, 0).expect(412);
    await request(service.url)
      .patch(YEAR)
      .set('Authorization', `Bearer ${ADMIN_TOKEN}`)
      .send(CORRECTED)
      .expect(428);
  });

  it('counts in every instance, and after a start anew', async () => {
    const other = openDatabase(database.address);
    const schoolYears = await SchoolYears.read(other, knowledge);
    const isSchool = () => isSchoolDay(schoolYears.of('39', labelOf(2026)), isoDate('2027-02-17'));
    const days = schoolYears.schoolDaysOf('39');
    expect([isSchool(), days.isSchoolDay(isoDate('2027-02-17'))]).toEqual([true, true]);
    const stop = schoolYears.follow(() => undefined);
    await call('patch', YEAR, 0).send(CORRECTED).expect(200);
    await expect.poll(isSchool).toBe(false);
    expect(schoolYears.schoolDaysOf('39').isSchoolDay(isoDate('2027-02-17'))).toBe(false);
    await stop();
    await other.destroy();
    await restart();
    expect((await call('get', YEAR)).body).toMatchObject({ origin: 'correction', version: 1 });
  });

  it('is read from a file, which stores nothing: what it says, or what is wrong in which line', async () => {
    const read = async (format: string, text: string | Buffer) => {
      const content = Buffer.from(text).toString('base64');
      const body = { county: '39', schoolYear: '2026/2027', source: 'vestfoldfylke.no', format, content };
      return (await call('post', '/api/school-years/import').send(body).expect(200)).body;
    };
    const good = await read('csv', SKOLERUTE_CSV);
    expect(good).toMatchObject({ flaws: [], laidOut: { pupilDays: 190 }, said: { status: 'official' } });
    expect((await read('csv', Buffer.from(SKOLERUTE_CSV, 'latin1'))).flaws).toEqual([]);
    expect(await read('csv', SKOLERUTE_CSV.replace('26.02.2027', '25.02.2027'))).toMatchObject({
      flaws: [],
      laidOut: { warnings: [{ code: 'other-pupil-days', values: { counted: 191 } }] },
    });
    expect(await read('csv', SKOLERUTE_CSV.replace('Høstferie', 'Bondens dag'))).toMatchObject({
      said: null,
      flaws: [{ line: 3, field: 'what', code: null }],
    });
    expect(await read('csv', SKOLERUTE_CSV.replace('22.02.2027', '22.02.2028'))).toMatchObject({
      flaws: expect.arrayContaining([
        expect.objectContaining({ line: 5, field: 'winter-break.from', code: 'outside-school-year' }),
      ]),
    });
    const yaml =
      'county: "40"\nschoolYear: 2026/2027\nstatus: official\nrevised: 2026-11-24\nsource: { page: "x" }\n';
    expect((await read('yaml', yaml)).flaws).toMatchObject([{ field: 'county', what: 'is 40, not 39' }]);
    expect((await read('ics', 'hei')).flaws).toMatchObject([{ line: 1, code: null }]);
    const event = 'BEGIN:VEVENT\nSUMMARY:Høstferie\nDTSTART;VALUE=DATE:snart\nEND:VEVENT';
    expect((await read('ics', `BEGIN:VCALENDAR\n${event}\nEND:VCALENDAR`)).flaws).toMatchObject([
      { what: expect.stringMatching(/^not valid iCalendar/) },
    ]);
    expect((await read('yaml', 'county: *nowhere\n')).flaws).toMatchObject([
      { what: expect.stringMatching(/^not valid YAML/) },
    ]);

    const pasted = await read(
      'text',
      'Høstferie: uke 41\nForeldremøte 10. september\nFørste skoledag 17. august',
    );
    expect(pasted).toMatchObject({
      said: { 'autumn-break': { from: '2026-10-05', to: '2026-10-09' }, 'first-school-day': '2026-08-17' },
      lines: [
        { line: 1, found: [{ part: 'autumn-break', from: '2026-10-05', to: '2026-10-09' }], marks: [] },
        { line: 2, found: [], marks: [{ code: 'no-part' }] },
        { line: 3, found: [{ part: 'first-school-day' }], marks: [] },
      ],
    });
    expect(pasted.laidOut.derived).toContain('winter-break');
    expect(good.lines).toEqual([]);

    expect((await call('get', YEAR)).body.version).toBe(0);
    const { body } = await call('patch', YEAR, 0).send(good.said).expect(200);
    expect(body).toMatchObject({ origin: 'correction', source: { page: 'vestfoldfylke.no' } });
  });

  it('is shown to readers of the county, and its corrector’s name is given out and erased with the person', async () => {
    const coordinator = { unitId: '39', role: 'county-coordinator' };
    await signInAs(service, database.address, { ...coordinator, name: 'Per Hansen' });
    const kari = await signInAs(service, database.address, { ...coordinator, name: 'Kari Nordmann' });
    await request(service.url)
      .patch(YEAR)
      .set({ ...kari.headers, 'If-Match': '"0"' })
      .send(CORRECTED)
      .expect(200);
    const { body } = await call('get', `/api/people/${kari.id}/export`).expect(200);
    expect(body.schoolYears).toMatchObject([{ schoolYear: '2026/2027' }]);
    await call('delete', `/api/people/${kari.id}`, 1).expect(200);
    expect((await call('get', YEAR)).body.corrected.who).toBe('removed person');
  });
});
