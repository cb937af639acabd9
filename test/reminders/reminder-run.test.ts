import type { KyselyPlugin } from 'kysely';
import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { outboxOf } from '../../src/reminders/outbox/outbox.store.js';
import { runReminders } from '../../src/reminders/send/reminder-run.use-case.js';
import { onEachDatabase } from '../database/databases.js';
import { BEGUN_AT, Mailing } from './mailing.js';

onEachDatabase('when the reminder job runs', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
    await m.addOffice();
  });
  afterEach(() => m.stop());

  const subjects = () => m.mails.map(({ subject }) => subject?.replace(/^Frist: | – .*$/g, ''));
  /** How many queries the job takes to find out what is owed. */
  const queriesOf = async () => {
    let queries = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        queries += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    await runReminders({ ...m.context, database: m.store.withPlugin(counting) }, '39', m.now);
    return queries;
  };

  it('asks three small questions in a minute in which nothing has changed', async () => {
    await m.ownTask('2026-11-27');
    await m.person();
    await m.job();
    expect(m.mails).toHaveLength(1);
    expect(await queriesOf()).toBe(3);
    await m.person('Ola');
    expect(await queriesOf()).toBeGreaterThan(3);
    expect(await queriesOf()).toBe(3);
  });

  it('sees a person added at noon, and one whose choices change', async () => {
    await m.ownTask('2026-11-27');
    await m.job();
    await m.person();
    await m.job('2026-11-24T11:00:00Z');
    expect(subjects()).toEqual(['Møte om overgangen']);
    const [kari] = (await request(m.service.url).get('/api/people?county=39').set(m.api())).body;
    await m.ownTask('2026-12-10', { title: 'Langt fram', reminders: [3] });
    await m.job('2026-11-25T06:30:00Z');
    expect(m.mails).toHaveLength(1);
    await request(m.service.url)
      .patch(`/api/people/${kari.id}`)
      .set({ ...m.api(), 'If-Match': '"1"' })
      .send({ leadTimes: { deadline: [20] } })
      .expect(200);
    await m.job('2026-11-25T11:00:00Z');
    expect(m.mails.map(({ text }) => text?.includes('Langt fram'))).toEqual([false, true]);
  });

  it('sees what is published at noon, however long ago it was written', async () => {
    await m.person();
    m.now = instant('2026-11-20T08:00:00Z');
    const task = await m.ownTask('2027-01-20');
    await m.changeTask(task.id, { start: '2026-11-26', end: '2026-11-26' });
    await m.job('2026-11-24T06:30:00Z');
    expect(m.mails).toEqual([]);
    await m.publish();
    await m.job('2026-11-24T11:00:00Z');
    expect(subjects()).toEqual(['Møte om overgangen']);
  });

  it('keeps what is owed after the day’s message for the next day of school', async () => {
    await m.ownTask('2026-11-27', { title: 'Først' });
    await m.person();
    await m.job();
    await m.ownTask('2026-11-26', { title: 'Siden' });
    await m.ownTask('2026-11-24', { title: 'I dag' });
    await m.job('2026-11-24T11:00:00Z');
    expect(subjects()).toEqual(['Først']);
    await m.job('2026-11-25T06:30:00Z');
    expect(subjects()).toEqual(['Først', 'Siden']);
    const lapsed = await m.store
      .selectFrom('reminder_ledger')
      .select('occasion')
      .where('outcome', '=', 'lapsed')
      .execute();
    expect(lapsed.map(({ occasion }) => occasion).sort()).toEqual(['lead:0:2026-11-24', 'lead:3:2026-11-24']);
  });

  it('sees that a reminder was put off, a task done elsewhere, and a unit’s new address and lead times', async () => {
    const task = await m.ownTask('2026-12-10', { reminders: [16] });
    await m.person();
    await m.job();
    await request(m.service.url).post(m.linkIn(m.mails[0], 'Minn meg på det om en uke')).expect(200);
    await m.job('2026-11-30T06:30:00Z');
    await m.job('2026-12-01T06:30:00Z');
    expect(m.mails).toHaveLength(2);
    const change = (version: number, patch: object) =>
      request(m.service.url)
        .patch('/api/units/39-x')
        .set({ ...m.api(), 'If-Match': `"${version}"` })
        .send(patch)
        .expect(200);
    await change(1, { address: 'post@kontor.example' });
    await m.job('2026-12-01T11:00:00Z');
    expect(m.mails.at(-1)?.envelope.to).toEqual(['post@kontor.example']);
    await change(2, { leadTimes: { deadline: [10] } });
    await m.job('2026-12-02T06:30:00Z');
    expect(
      m.mails
        .slice(3)
        .flatMap(({ envelope }) => envelope.to)
        .sort(),
    ).toEqual(['kari@horten.example', 'post@kontor.example']);
    await m.changeTask(task.id, { status: 'done' });
    await m.job('2026-12-21T06:30:00Z');
    expect(m.mails).toHaveLength(5);
  });

  it('sees a new day, and works it out again when restarted, without sending anything twice', async () => {
    await m.ownTask('2026-11-27');
    await m.person();
    await m.job();
    await m.job('2026-11-25T06:30:00Z');
    await m.job('2026-11-27T06:30:00Z');
    expect(m.mails).toHaveLength(2);
    m.restart();
    expect(await queriesOf()).toBeGreaterThan(3);
    await m.job();
    expect(m.mails).toHaveLength(2);
  });

  it('owes again what was held and taken back, although no new lead time has come', async () => {
    await m.ownTask('2026-12-10', { reminders: [16] });
    await m.person('Kari', { weeklyDigest: true });
    await m.job('2026-11-24T06:30:00Z', null);
    await m.job('2026-11-25T06:30:00Z', null);
    await m.job('2026-11-26T06:30:00Z');
    expect(subjects()).toEqual(['Møte om overgangen']);
    expect((await outboxOf(m.store, '39')).map(({ day, status }) => `${day} ${status}`)).toEqual([
      '2026-11-26 sent',
      '2026-11-25 lapsed',
      '2026-11-24 lapsed',
    ]);
  });

  it('sends to a new address of somebody whose old one is paused', async () => {
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'])
      await m.ownTask(day, { title: day, reminders: [0] });
    const kari = await m.person();
    m.refusals = { rcpt: '550 no such user' };
    for (const day of ['25', '26', '27']) await m.job(`2026-11-${day}T06:30:00Z`);
    m.refusals = {};
    await request(m.service.url)
      .patch(`/api/people/${kari.id}`)
      .set({ ...m.api(), 'If-Match': '"1"' })
      .send({ address: 'kari@sande.example' })
      .expect(200);
    await m.job('2026-11-30T06:30:00Z');
    expect(m.mails.map(({ envelope }) => envelope.to)).toEqual([['kari@sande.example']]);
  });

  it('tells of each change of a task that was reminded of: time, title, day, cancelled and back', async () => {
    const task = await m.ownTask('2026-12-10', { reminders: [16] });
    await m.person();
    await m.job();
    const told: (string | undefined)[] = [];
    const changes: [string, object][] = [
      ['25', { title: 'Nytt navn' }],
      ['26', { start: '2026-12-11', end: '2026-12-11' }],
      ['27', { start: '2026-12-10', end: '2026-12-10' }],
      ['30', { status: 'cancelled' }],
    ];
    for (const [day, patch] of changes) {
      await m.changeTask(task.id, patch);
      await m.publish();
      await m.job(`2026-11-${day}T06:30:00Z`);
      told.push(m.mails.at(-1)?.subject);
    }
    await m.changeTask(task.id, { status: 'planned' });
    await m.publish();
    await m.job('2026-12-01T06:30:00Z');
    told.push(m.mails.at(-1)?.subject);
    expect(told).toEqual([
      'Endret: Frist: Nytt navn – torsdag 10. desember 2026',
      'Flyttet: Frist: Nytt navn – nå fredag 11. desember 2026',
      'Flyttet: Frist: Nytt navn – nå torsdag 10. desember 2026',
      'Avlyst: Frist: Nytt navn',
      'Endret: Frist: Nytt navn – torsdag 10. desember 2026',
    ]);
    expect(m.mails).toHaveLength(6);
  });
});
