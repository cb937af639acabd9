import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { outboxOf } from '../../src/reminders/outbox/outbox.store.js';
import { onEachDatabase } from '../database/databases.js';
import { BEGUN_AT, CYCLE, Mailing } from './mailing.js';

onEachDatabase('announcements of a publication', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
    await m.addOffice();
  });
  afterEach(() => m.stop());

  /** The mails of announcements. */
  const mails = () => m.mails.filter(({ subject }) => subject?.startsWith('Nytt i'));
  const receivers = () => mails().flatMap(({ envelope }) => envelope.to);

  /** Gives a task of the schools another title. */
  const renameCommon = (title: string) =>
    request(m.service.url)
      .patch(`/api/tasks/${CYCLE}-apen-skole`)
      .set({ ...m.api(), 'If-Match': '"1"' })
      .send({ title })
      .expect(200);

  it('reach each person once, with what was said and what has changed for them, in their language', async () => {
    const task = await m.ownTask('2027-03-01');
    await m.person('Kari');
    await m.person('Ola', { language: 'en' });
    await m.changeTask(task.id, { start: '2027-03-08', title: 'Møte om <overgangen>' });
    await renameCommon('Ikke kontorets');
    await m.publish('Vi har flyttet møtet.\nSi fra om det ikke passer.');
    await m.job();
    await m.job();
    expect(receivers()).toEqual(['kari@horten.example']);
    const [mail] = mails();
    expect(mail?.subject).toBe('Nytt i Årshjul Vestfold 2026/2027');
    for (const part of [
      'Vi har flyttet møtet.\nSi fra om det ikke passer.',
      'Dette er endret for deg',
      'Møte om <overgangen>',
      'Når: mandag 1. mars 2027 → mandag 8. mars 2027',
      `https://arshjul.example/cycles/${CYCLE}?unit=39-x`,
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.text).not.toContain('Ikke kontorets');
    expect(mail?.html).toContain('Møte om &lt;overgangen&gt;');
    const english = m.mails.find(({ envelope }) => envelope.to.includes('ola@horten.example'));
    expect(english?.subject).toBe('News in Annual cycle Vestfold 2026/2027');
    expect(english?.text).toContain('When: Monday');
    expect(await outboxOf(m.store, '39')).toMatchObject([{ kind: 'news' }, { kind: 'news' }]);
  });

  it('are not sent without a message, and both times when something is said twice a day', async () => {
    await m.person();
    await m.publish();
    await m.job();
    expect(mails()).toEqual([]);
    await m.publish('Én');
    await m.publish('To');
    await m.job();
    expect(
      mails()
        .map(({ text }) => /Én|To/.exec(text ?? '')?.[0])
        .sort(),
    ).toEqual(['To', 'Én']);
    expect(mails()[0]?.text).toContain('Ingenting er endret i det du har med å gjøre');
  });

  it('do not reach who has unsubscribed, is paused, has left or came afterwards', async () => {
    const [gone, paused, left] = [await m.person('Gone'), await m.person('Paused'), await m.person('Left')];
    await m.person('Stays');
    const patch = (id: string, body: object) =>
      request(m.service.url)
        .patch(`/api/people/${id}`)
        .set({ ...m.api(), 'If-Match': '"1"' })
        .send(body);
    await patch(gone.id, { subscribed: false }).expect(200);
    await m.store
      .insertInto('recipient_states')
      .values({
        county: '39',
        recipient: `person:${paused.id}`,
        address: paused.address,
        subscribed: 1,
        failures: 3,
        paused_at: m.now,
        changed_at: m.now,
      })
      .execute();
    await m.publish('Hei.');
    await request(m.service.url)
      .post('/api/people')
      .set(m.api())
      .send({ county: '39', unitId: '39-x', name: 'Ny', address: 'ny@horten.example' });
    await m.store
      .updateTable('people')
      .set({ created_at: '2026-11-24T06:31:00.000Z' })
      .where('name', '=', 'Ny')
      .execute();
    await request(m.service.url)
      .delete(`/api/people/${left.id}`)
      .set({ ...m.api(), 'If-Match': '"1"' })
      .expect(200);
    await m.job('2026-11-24T06:32:00Z');
    expect(receivers()).toEqual(['stays@horten.example']);
  });

  it('reach somebody of two units once, with what has changed for both', async () => {
    await request(m.service.url)
      .post('/api/units')
      .set(m.api())
      .send({ county: '39', id: '39-y', kind: 'school', name: 'Skole Y' })
      .expect(201);
    await m.person('Kari');
    await m.person('Kari', { unitId: '39-y' });
    const task = await m.ownTask('2027-03-01');
    await m.changeTask(task.id, { title: 'Kontorets' });
    await renameCommon('Skolens');
    await m.publish('Hei.');
    await m.job();
    expect(receivers()).toEqual(['kari@horten.example']);
    expect(mails()[0]?.text).toContain('Kontorets');
    expect(mails()[0]?.text).toContain('Skolens');
  });

  it('stay with whose row of an address has stood longest, whoever adds another to it', async () => {
    const kari = await m.person('Kari');
    await m.person('Aslaug', { address: 'KARI@horten.example' }, '2026-11-02T00:00:00Z');
    await m.publish('Hei.');
    await m.job();
    const messages = await outboxOf(m.store, '39');
    expect(messages.filter(({ kind }) => kind === 'news').map(({ recipient }) => recipient)).toEqual([
      `person:${kari.id}`,
    ]);
  });

  it('wait for a day of school, and are neither lost nor sent again when nobody was there to send them', async () => {
    await m.person();
    m.now = '2026-11-27T20:00:00.000Z' as typeof m.now;
    await m.publish('God helg.');
    await m.job('2026-11-28T10:00:00Z');
    expect(receivers()).toEqual([]);
    await m.job('2026-11-30T06:30:00Z', null);
    m.restart();
    await m.job('2026-11-30T06:31:00Z');
    await m.job('2026-12-01T06:31:00Z');
    expect(receivers()).toEqual(['kari@horten.example']);
  });

  it('are put into the outbox once by two instances', async () => {
    await m.person();
    await m.publish('Hei.');
    await Promise.all([m.job(undefined, null), m.job(undefined, null)]);
    expect((await outboxOf(m.store, '39')).filter(({ kind }) => kind === 'news')).toHaveLength(1);
  });

  it('say nothing with a national identity number, and what was said stands in the history', async () => {
    const cycle = await request(m.service.url).get(`/api/cycles/${CYCLE}`).set(m.api());
    const say = (message: string) =>
      request(m.service.url)
        .post(`/api/cycles/${CYCLE}/publish`)
        .set({ ...m.api(), 'If-Match': cycle.headers.etag ?? '' })
        .send({ message });
    const { body: refused } = await say('Eleven 13097248022 …').expect(400);
    expect(refused.errors[0].pointer).toBe('/body/message');
    await say('Ny plan for våren.').expect(200);
    const { body } = await request(m.service.url).get(`/api/cycles/${CYCLE}/history`).set(m.api());
    expect(body[0]).toMatchObject({ action: 'published', message: 'Ny plan for våren.' });
  });

  it('are told of beforehand: how many feeds, people, and corrections of what was reminded of', async () => {
    const task = await m.ownTask('2026-11-27');
    await m.person();
    await m.job();
    await m.changeTask(task.id, { start: '2026-12-04' });
    const { body } = await request(m.service.url)
      .get(`/api/cycles/${CYCLE}/audience`)
      .set(m.api())
      .expect(200);
    expect(body).toEqual({ feeds: 1, people: 1, corrections: 1 });
  });
});
