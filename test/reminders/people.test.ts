import request from 'supertest';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN, pointers } from '../http/test-service.js';

onEachDatabase('the people who are reminded', (createDatabase) => {
  const { service } = freshService(createDatabase);

  beforeEach(async () => {
    await post('/api/units', { county: '39', id: '39-horten', kind: 'school', name: 'Horten vgs' }).expect(
      201,
    );
  });

  const as = (unit?: string) => ({
    Authorization: `Bearer ${ADMIN_TOKEN}`,
    ...(unit && { 'Acting-Unit': unit }),
  });
  const post = (path: string, body: object = {}, unit?: string) =>
    request(service.url).post(path).set(as(unit)).send(body);
  const people = async (unit?: string) =>
    (await request(service.url).get('/api/people?county=39').set(as(unit)).expect(200)).body;
  const kari = { county: '39', unitId: '39-horten', name: 'Kari', address: 'kari@horten.example' };

  it('are added, changed and removed, a unit’s by its own coordinator', async () => {
    const { body } = await post('/api/people', kari, '39-horten').expect(201);
    await post('/api/people', { ...kari, unitId: '39' }, '39-horten').expect(403);
    expect(
      pointers((await post('/api/people', { ...kari, address: 'kari', unitId: 'x' }).expect(400)).body),
    ).toEqual(['/body/address']);
    expect(pointers((await post('/api/people', { ...kari, unitId: 'x' }).expect(400)).body)).toEqual([
      '/body/unitId',
    ]);
    const change = (version: number, patch: object) =>
      request(service.url)
        .patch(`/api/people/${body.id}`)
        .set(as())
        .set('If-Match', `"${version}"`)
        .send(patch);
    const changed = await change(1, { weeklyDigest: true, leadTimes: { deadline: [5] } }).expect(200);
    expect(changed.body).toMatchObject({ weeklyDigest: true, leadTimes: { deadline: [5] }, version: 2 });
    await change(1, { name: 'x' }).expect(412);
    expect(pointers((await change(2, { leadTimes: { deadline: [-1] } }).expect(400)).body)).toEqual([
      '/body/leadTimes/deadline/0',
    ]);
    expect((await change(2, { subscribed: false }).expect(200)).body).toMatchObject({ subscribed: false });
    expect(await people()).toMatchObject([{ subscribed: false, pausedAt: null, version: 3 }]);
    expect((await change(3, { subscribed: true }).expect(200)).body).toMatchObject({ subscribed: true });
    expect(pointers((await change(4, { paused: true }).expect(400)).body)).toEqual(['/body/paused']);
    await request(service.url).delete(`/api/people/${body.id}`).set(as()).set('If-Match', '"4"').expect(200);
    expect(await people()).toEqual([]);
    await change(5, { name: 'x' }).expect(404);
  });

  it('see the load of a year before it is published', async () => {
    await post('/api/people', { ...kari, unitId: '39', reminders: 'each-task' }).expect(201);
    const tasks = async () => {
      const query = 'county=39&from=2026-08-01&to=2027-07-31';
      const { body } = await request(service.url)
        .get(`/api/reminders/simulation?${query}`)
        .set(as())
        .expect(200);
      return body.weeks.reduce((sum: number, week: { tasks: number }) => sum + week.tasks, 0);
    };
    const before = await tasks();
    const task = {
      title: 'Ny',
      kind: 'deadline',
      phase: 'oppstart-vg1',
      category: 'koordinering',
      actor: 'school-owner',
    };
    await post('/api/cycles/39-2026-2027/tasks', { ...task, start: '2027-06-11', reminders: [60, 0] }).expect(
      201,
    );
    expect(await tasks()).toBe(before + 2);
  });

  it('are imported from a table: previewed, once, with what is wrong in which line', async () => {
    const table = [
      'Navn;E-post;Enhet;Språk',
      'Kari;kari@horten.example;Horten vgs;',
      'Ola;ola@horten.example;39-horten;nn',
      'Ola igjen;OLA@horten.example;39-horten;nn',
      'Per;per;39-horten;',
      'Siri;siri@x.example;Et annet sted;',
    ].join('\n');
    const body = { county: '39', format: 'csv', content: Buffer.from(table).toString('base64') };
    const outcomes = (rows: { outcome: string }[]) => rows.map(({ outcome }) => outcome);
    const preview = await post('/api/people/import?preview=true', body).expect(200);
    expect(outcomes(preview.body)).toEqual(['new', 'new', 'duplicate', 'unusable', 'unusable']);
    expect(preview.body[1]).toMatchObject({
      person: { address: 'ola@horten.example', unitId: '39-horten', language: 'nn' },
    });
    expect(preview.body[3]).toMatchObject({
      place: { unit: 'line', number: 5 },
      problems: [{ field: 'address' }],
      person: null,
    });
    expect(await people()).toEqual([]);
    await post('/api/people/import', body).expect(200);
    expect(
      (await people('39-horten')).map(({ name, language }: Record<string, string>) => [name, language]),
    ).toEqual([
      ['Kari', 'nb'],
      ['Ola', 'nn'],
    ]);
    const again = await post('/api/people/import', body).expect(200);
    expect(outcomes(again.body)).toEqual(['duplicate', 'duplicate', 'duplicate', 'unusable', 'unusable']);
    expect(await people()).toHaveLength(2);
    const bad = { ...body, content: Buffer.from('Hva;Når\n1;2').toString('base64') };
    expect(pointers((await post('/api/people/import', bad).expect(400)).body)).toEqual(['/body/content']);
  });
});
