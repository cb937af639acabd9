import request from 'supertest';
import { expect, it } from 'vitest';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { openDatabase } from '../../src/database/database.js';
import { SchoolYears } from '../../src/school-years/school-years.js';
import type { YearDateView } from '../../src/school-years/year-date-view.js';
import { knowledge } from '../calendar/samples.js';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';

const CYCLE = '/api/cycles/39-2026-2027';
const DATES = '/api/school-years/2026-2027/dates';
const SURVEY = `${DATES}/elevundersokelsen?county=39`;

const SURVEY_DATE = {
  date: { from: '2026-10-26', to: '2026-11-27', status: 'set' },
  source: { page: 'udir.no/elevundersokelsen' },
};

onEachDatabase('the dates of a year in the running service', (createDatabase) => {
  const { service, database, restart } = freshService(createDatabase);

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, version?: number) => {
    const asked = request(service.url)[method](path).set('Authorization', `Bearer ${ADMIN_TOKEN}`);
    return version === undefined ? asked : asked.set('If-Match', `"${version}"`);
  };
  const dateOf = async (template: string): Promise<YearDateView | undefined> => {
    const { body } = await call('get', `${DATES}?county=39`).expect(200);
    return (body as YearDateView[]).find((each) => each.template === template);
  };

  it('are listed in order of day, each with who sets it and whether it is known', async () => {
    const { body } = await call('get', `${DATES}?county=39`).expect(200);
    const starts = (body as YearDateView[]).map(({ start }) => start);
    expect(starts).toEqual([...starts].sort());
    expect(await dateOf('fellessensur-host')).toMatchObject({
      by: 'udir',
      start: '2027-01-04',
      status: 'set',
      origin: 'data',
      version: 0,
      changed: null,
    });
    expect(await dateOf('elevundersokelsen')).toMatchObject({
      status: 'estimate',
      origin: 'rule',
      source: null,
    });
    expect(await dateOf('skolestart')).toBeUndefined();
  });

  it('are set by the county with a source, date its tasks once they are regenerated, and are taken back', async () => {
    const { body, headers } = await call('patch', SURVEY, 0).send(SURVEY_DATE).expect(200);
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({
      start: '2026-10-26',
      end: '2026-11-27',
      status: 'set',
      origin: 'county',
      source: { page: 'udir.no/elevundersokelsen' },
      changed: { who: 'county coordinator' },
      version: 1,
    });
    const task = '/api/tasks/39-2026-2027-elevundersokelsen';
    expect((await call('get', task)).body.start).toBe('2026-11-02');
    const { body: preview } = await call('post', `${CYCLE}/regenerate?preview=true`).send({}).expect(200);
    await call('post', `${CYCLE}/regenerate`).send({ token: preview.token }).expect(200);
    const { body: dated } = await call('get', task).expect(200);
    expect(dated).toMatchObject({ start: '2026-10-26', end: '2026-11-27', provisional: false });
    expect(dated.why).toEqual([
      'Satt av fylkeskommunen for 2026/2027: mandag 26. oktober 2026 – fredag 27. november 2026.',
    ]);
    expect(dated.source).toContain('udir.no/elevundersokelsen');

    expect((await call('delete', SURVEY, 1).expect(200)).body).toMatchObject({
      status: 'estimate',
      origin: 'rule',
      version: 2,
    });
    await call('delete', SURVEY, 2).expect(409);
    const { body: audit } = await call('get', '/api/audit?county=39').expect(200);
    expect(audit.map(({ event, about }: Record<string, string>) => `${event} ${about}`)).toEqual(
      expect.arrayContaining([
        'year-date-set 2026/2027 elevundersokelsen',
        'year-date-taken-back 2026/2027 elevundersokelsen',
      ]),
    );
  });

  it('are refused when they cannot be: outside the year, a period for a deadline, no source, no such template', async () => {
    const refused = async (date: object, path = SURVEY) =>
      pointers(
        (
          await call('patch', path, 0)
            .send({ ...SURVEY_DATE, date })
            .expect(400)
        ).body,
      );
    expect(await refused({ on: '2027-08-01', status: 'set' })).toEqual(['/body/date']);
    expect(await refused({ from: '2026-11-27', to: '2026-11-02', status: 'set' })).toEqual(['/body/date']);
    expect(await refused({ on: '2026-11-31', status: 'set' })).toEqual(['/body/date/on']);
    const deadline = `${DATES}/forsteinntak?county=39`;
    expect(await refused({ from: '2027-07-05', to: '2027-07-09', status: 'set' }, deadline)).toEqual([
      '/body/date',
    ]);
    const { body } = await call('patch', SURVEY, 0)
      .send({ ...SURVEY_DATE, source: { page: ' ' } })
      .expect(400);
    expect(pointers(body)).toEqual(['/body/source/page']);
    await call('patch', `${DATES}/skolestart?county=39`, 0).send(SURVEY_DATE).expect(404);
    await call('get', '/api/school-years/2026-2028/dates?county=39').expect(400);
    await call('get', `${DATES}?county=99`).expect(400);
    expect(await dateOf('elevundersokelsen')).toMatchObject({ origin: 'rule', version: 0 });
  });

  it('are not overwritten by whoever has not seen the present one, and outlive a restart', async () => {
    await call('patch', SURVEY).send(SURVEY_DATE).expect(428);
    await call('patch', SURVEY, 0).send(SURVEY_DATE).expect(200);
    const { body } = await call('patch', SURVEY, 0).send(SURVEY_DATE).expect(412);
    expect(body.current).toMatchObject({ version: 1, origin: 'county' });
    await restart();
    expect(await dateOf('elevundersokelsen')).toMatchObject({ start: '2026-10-26', origin: 'county' });
  });

  it('are known to another instance once it has looked', async () => {
    const store = openDatabase(database.address);
    const elsewhere = await SchoolYears.read(store, knowledge);
    await call('patch', SURVEY, 0).send(SURVEY_DATE).expect(200);
    const known = () => elsewhere.of('39', labelOf(2026)).yearDates.get('elevundersokelsen')?.start;
    expect(known()).toBeUndefined();
    await elsewhere.refresh();
    expect(known()).toBe('2026-10-26');
    await store.destroy();
  });
});
