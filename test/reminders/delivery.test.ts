import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { outboxOf } from '../../src/reminders/outbox/outbox.store.js';
import { recipientsOfCounty } from '../../src/reminders/recipients/recipients.store.js';
import { smtpSender } from '../../src/reminders/send/smtp.js';
import { onEachDatabase } from '../database/databases.js';
import { BEGUN_AT, CYCLE, Mailing } from './mailing.js';

onEachDatabase('reminders by mail', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
  });
  afterEach(() => m.stop());

  it('says what, when, who and why, with links, in headers and two forms that mail programs take', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-27', { title: 'Møte; "NAV" <b>&</b>', description: 'Ta med\nlistene' });
    await m.person('Kåre Ærø');
    await m.job();
    expect(m.mails).toHaveLength(1);
    const [mail] = m.mails;
    expect(mail?.subject).toBe('Frist: Møte; "NAV" <b>&</b> – fredag 27. november 2026');
    expect(mail?.from?.text).toContain('arshjul@vestfold.example');
    expect(mail?.to).toMatchObject({ value: [{ name: 'Kåre Ærø', address: 'krer@horten.example' }] });
    const header = (name: string) =>
      mail?.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, ' ');
    expect(header('auto-submitted')).toBe('Auto-Submitted: auto-generated');
    expect(header('x-auto-response-suppress')).toBe('X-Auto-Response-Suppress: All');
    expect(header('precedence')).toBe('Precedence: bulk');
    expect(header('list-unsubscribe')).toContain('<https://arshjul.example/mail/');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(mail?.references).toBe(
      `<task-${CYCLE}-local-${/local-([\w-]+)/.exec(String(mail?.references))?.[1]}@arshjul.example>`,
    );
    for (const part of [
      'Hei, Kåre Ærø',
      'Når: fredag 27. november 2026',
      'Ansvarlig: Skole',
      'Hvorfor denne datoen: Satt for hånd',
      'Ta med\nlistene',
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.html).toContain('Møte; &quot;NAV&quot; &lt;b&gt;&amp;&lt;/b&gt;');
    expect(mail?.html).not.toContain('<b>');
    expect(await m.statuses()).toEqual([['sent', null, 1]]);
    await m.job();
    expect(m.mails).toHaveLength(1);
  });

  it('changes nothing when a link is opened, and does what it says when its button is pressed', async () => {
    await m.addOffice();
    const task = await m.ownTask('2026-11-27');
    await m.person();
    await m.job();
    const [done, unsubscribe] = [
      m.linkIn(m.mails[0], 'Marker som gjort'),
      m.linkIn(m.mails[0], 'Slutt å sende meg påminnelser'),
    ];
    const status = async () =>
      (await request(m.service.url).get(`/api/tasks/${task.id}`).set(m.api())).body.status;
    const { text } = await request(m.service.url).get(done).expect(200);
    expect(text).toContain('<form method="post">');
    await request(m.service.url).get(unsubscribe).expect(200);
    expect(await status()).toBe('planned');
    await request(m.service.url).post(done).expect(200);
    expect(await status()).toBe('done');
    await request(m.service.url)
      .post(unsubscribe)
      .type('form')
      .send('List-Unsubscribe=One-Click')
      .expect(200);
    expect((await recipientsOfCounty(m.store, '39')).map(({ isSubscribed }) => isSubscribed)).toEqual([
      false,
    ]);
    const people = async () =>
      (await request(m.service.url).get('/api/people?county=39').set(m.api()).expect(200)).body;
    expect(await people()).toMatchObject([{ subscribed: false, pausedAt: null }]);
    const page = await request(m.service.url).post(unsubscribe).expect(200);
    const again = /<form method="post" action="([^"]+)"><button/.exec(page.text)?.[1] ?? '';
    await request(m.service.url).get(again).expect(200);
    expect(await people()).toMatchObject([{ subscribed: false }]);
    await request(m.service.url).post(again).expect(200);
    expect(await people()).toMatchObject([{ subscribed: true }]);
    await request(m.service.url).get(`${done}x`).expect(404);
    await request(m.service.url).post('/mail/nothing').expect(404);
    m.now = instant('2027-05-20T06:30:00Z');
    await request(m.service.url).get(done).expect(404);
  });

  it('reminds again after a week when asked to', async () => {
    await m.addOffice();
    await m.ownTask('2026-12-10', { reminders: [16] });
    await m.person();
    await m.job();
    await request(m.service.url).post(m.linkIn(m.mails[0], 'Minn meg på det om en uke')).expect(200);
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) {
      await m.job(`${day}T06:30:00Z`);
    }
    expect(m.mails).toHaveLength(2);
    expect((await outboxOf(m.store, '39')).map(({ day }) => day)).toEqual(['2026-12-01', '2026-11-24']);
  });

  it('shows its outbox page by page, also the messages of one day', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-27');
    for (const name of ['Kari', 'Ola', 'Per']) await m.person(name);
    await m.job();
    const read = async (query: string) =>
      (await request(m.service.url).get(`/api/outbox?county=39${query}`).set(m.api()).expect(200)).body;
    const all = await read('');
    expect(all).toHaveLength(3);
    const first = await read('&limit=2');
    expect([...first, ...(await read(`&limit=2&after=${first[1].id}`))]).toEqual(all);
    expect(await read(`&after=${all[2].id}`)).toEqual([]);
  });

  it('tries again after 451, with the same Message-ID, and gives up an address after 550', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-27');
    await m.person();
    m.refusals = { data: '451 try later' };
    await m.job();
    expect(await m.statuses()).toEqual([['waiting', null, 1]]);
    const [{ id, nextAttemptAt, serverAnswer } = { id: '', nextAttemptAt: m.now, serverAnswer: '' }] =
      await outboxOf(m.store, '39');
    expect(serverAnswer).toContain('451');
    await m.job();
    expect((await m.statuses())[0]?.[2]).toBe(1);
    m.refusals = {};
    m.now = nextAttemptAt;
    await m.job();
    expect(await m.statuses()).toEqual([['sent', null, 2]]);
    expect(m.mails[0]?.messageId).toBe(`<${id}@arshjul.example>`);

    m.refusals = { rcpt: '550 no such user' };
    await m.ownTask('2026-11-30', { title: 'En til' });
    await m.job('2026-11-27T06:30:00Z');
    expect(await m.statuses()).toEqual([
      ['failed', 'the address was refused', 1],
      ['sent', null, 2],
    ]);
  });

  it('pauses an address after three refusals, and tells the metrics what the outbox holds', async () => {
    await m.addOffice();
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'])
      await m.ownTask(day, { title: day, reminders: [0] });
    await m.person();
    m.refusals = { rcpt: '550 no such user' };
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']) {
      await m.job(`${day}T06:30:00Z`);
    }
    expect(await m.statuses()).toHaveLength(3);
    await m.person('Ola', { leadTimes: { deadline: [0] } });
    await m.job('2026-11-30T07:30:00Z', null);
    m.now = instant('2026-11-30T08:00:00Z');
    const { text } = await request(m.service.url).get('/metrics').expect(200);
    expect(text.split('\n').filter((line) => line.startsWith('arshjul_outbox'))).toEqual([
      'arshjul_outbox_messages{status="waiting"} 1',
      'arshjul_outbox_messages{status="sent"} 0',
      'arshjul_outbox_messages{status="failed"} 3',
      'arshjul_outbox_messages{status="lapsed"} 0',
      'arshjul_outbox_oldest_waiting_seconds 1800',
      'arshjul_outbox_paused_addresses 1',
    ]);
    expect((await recipientsOfCounty(m.store, '39')).map(({ name }) => name)).toEqual(['Ola']);
    const people = (await request(m.service.url).get('/api/people?county=39').set(m.api()).expect(200)).body;
    expect(people).toMatchObject([
      { name: 'Kari', subscribed: true, pausedAt: '2026-11-27T06:30:00.000Z' },
      { name: 'Ola', subscribed: true, pausedAt: null },
    ]);
    const { body } = await request(m.service.url)
      .patch(`/api/people/${people[0].id}`)
      .set({ ...m.api(), 'If-Match': '"1"' })
      .send({ paused: false })
      .expect(200);
    expect(body).toMatchObject({ name: 'Kari', pausedAt: null, version: 2 });
    expect((await recipientsOfCounty(m.store, '39')).map(({ name }) => name)).toEqual(['Kari', 'Ola']);
  });

  it('sends a failed message again when asked to by hand, to the address by then, and records who asked', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-27');
    const kari = await m.person();
    m.refusals = { rcpt: '550 no such user' };
    await m.job();
    m.refusals = {};
    const [failed] = await outboxOf(m.store, '39');
    const retry = (id: string | undefined, county = '39') =>
      request(m.service.url).post(`/api/outbox/${id}/retry`).set(m.api()).send({ county });
    await request(m.service.url)
      .patch(`/api/people/${kari.id}`)
      .set({ ...m.api(), 'If-Match': '"1"' })
      .send({ address: 'kari@sande.example' })
      .expect(200);
    await retry('nothing').expect(404);
    await retry(failed?.id, '42').expect(404);
    m.now = instant('2026-11-26T08:00:00Z');
    const { body } = await retry(failed?.id).expect(200);
    expect(body).toMatchObject({ status: 'waiting', reason: null, address: 'kari@sande.example' });
    await retry(failed?.id).expect(409);
    m.refusals = { data: '451 try later' };
    await m.job('2026-11-26T08:01:00Z');
    m.refusals = {};
    await m.job('2026-11-26T12:01:00Z');
    expect(m.mails.map(({ messageId, envelope }) => [messageId, envelope.to])).toEqual([
      [`<${failed?.id}@arshjul.example>`, ['kari@sande.example']],
    ]);
    const audit = await request(m.service.url).get('/api/audit?county=39').set(m.api()).expect(200);
    expect(audit.body[0]).toMatchObject({
      event: 'mail-retried',
      about: failed?.id,
      detail: { recipient: `person:${kari.id}`, day: '2026-11-24' },
    });
    await m.store.updateTable('outbox').set({ status: 'failed' }).execute();
    m.now = instant('2026-12-01T08:00:00Z');
    await retry(failed?.id).expect(409);
  });

  it('tells what was never sent, and why', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-27', { reminders: [3] });
    await m.person();
    await m.job();
    const today = await m.ownTask('2026-11-24', { title: 'I dag', reminders: [0] });
    await m.job('2026-11-24T11:00:00Z');
    const { body } = await request(m.service.url)
      .get('/api/reminders/lapsed?county=39')
      .set(m.api())
      .expect(200);
    expect(body).toMatchObject([
      { taskId: today.id, occasion: 'lead:0:2026-11-24', reason: 'no-message-left' },
    ]);
  });

  it('writes to the address of a unit in the unit’s language', async () => {
    await m.addOffice({ address: 'post@kontor.example', language: 'nn' });
    await m.ownTask('2026-11-27');
    await m.job();
    expect(m.mails[0]?.text).toContain('Kvifor denne datoen');
  });

  it('fails nothing when the server is not there, and sends when it is back', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-27');
    await m.person();
    const nowhere = smtpSender({ ...m.smtp, url: 'smtp://127.0.0.1:1' });
    await m.job(undefined, nowhere.send);
    nowhere.close();
    expect(await m.statuses()).toEqual([['waiting', null, 1]]);
    await m.job('2026-11-24T08:00:00Z');
    expect(await m.statuses()).toEqual([['sent', null, 2]]);
  });

  it('holds messages without a server; what is still of use goes out later, merged into one', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-25', { title: 'Snart forbi', reminders: [1], kind: 'activity' });
    await m.ownTask('2026-11-30', { title: 'Fortsatt nyttig', reminders: [6, 3] });
    await m.person();
    await m.job(undefined, null);
    expect(await m.statuses()).toEqual([['waiting', null, 0]]);
    await m.job('2026-11-27T06:30:00Z');
    expect(m.mails.map(({ subject }) => subject)).toEqual([
      'Frist: Fortsatt nyttig – mandag 30. november 2026',
    ]);
    expect((await m.statuses()).map(([status]) => status).sort()).toEqual(['lapsed', 'sent']);
  });

  it('sends one message after days without the server, of what is still of use', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-25', { title: 'Snart forbi', reminders: [1], kind: 'activity' });
    for (const lead of [6, 5, 4, 3])
      await m.ownTask('2026-11-30', { title: `Frist ${lead}`, reminders: [lead] });
    await m.person();
    const nowhere = smtpSender({ ...m.smtp, url: 'smtp://127.0.0.1:1' });
    for (const day of ['24', '25', '26'])
      for (const hour of ['06', '07', '12']) await m.job(`2026-11-${day}T${hour}:30:00Z`, nowhere.send);
    nowhere.close();
    expect((await m.statuses()).map(([status]) => status).sort()).toEqual(['lapsed', 'lapsed', 'waiting']);
    await m.job('2026-11-27T06:30:00Z');
    expect(m.mails).toHaveLength(1);
    for (const lead of [6, 5, 4, 3]) expect(m.mails[0]?.text).toContain(`Frist ${lead}`);
    expect(m.mails[0]?.text).not.toContain('Snart forbi');
    await m.job('2026-11-27T12:30:00Z');
    expect(m.mails).toHaveLength(1);
  });

  it('takes back no message that a server may have: what it owes is not owed again', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-30', { reminders: [6] });
    await m.person();
    await m.job(undefined, async () => ({ kind: 'lost', text: 'the connection broke' }));
    await m.job('2026-11-25T06:30:00Z');
    expect(await m.statuses()).toEqual([['sent', null, 2]]);
  });

  it('owes everything once when two work it out and send at the same time', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-27');
    for (const name of ['Kari', 'Ola', 'Per', 'Siri']) await m.person(name);
    await Promise.all([m.job(), m.job(), m.job()]);
    expect(m.mails.map(({ to }) => (Array.isArray(to) ? '' : to?.text)).sort()).toHaveLength(4);
    expect(new Set(m.mails.map(({ messageId }) => messageId)).size).toBe(4);
    expect((await m.statuses()).every(([status, , attempts]) => status === 'sent' && attempts === 1)).toBe(
      true,
    );
  });

  it('leaves what another instance has sent as it is when one that has stalled comes back', async () => {
    await m.addOffice();
    await m.ownTask('2026-11-27');
    await m.person();
    await m.job(undefined, async () => {
      // The claim ends while this instance stands still: another one sends the message.
      await m.job('2026-11-24T06:40:00Z');
      return { kind: 'refused', text: '550 too late' };
    });
    expect(m.mails).toHaveLength(1);
    expect(await m.statuses()).toEqual([['sent', null, 2]]);
    expect(await m.store.selectFrom('recipient_states').selectAll().execute()).toEqual([]);
  });

  it('keeps titles and names out of the headers of a mail', async () => {
    await m.addOffice();
    await request(m.service.url)
      .post('/api/people')
      .set(m.api())
      .send({
        county: '39',
        unitId: '39-x',
        name: 'Kari\r\nBcc: all@example.org',
        address: 'kari@horten.example',
      })
      .expect(400);
    await m.ownTask('2026-11-27', { title: 'Møte\r\nBcc: all@example.org\r\n\r\nHei' });
    await m.person();
    await m.job();
    expect(m.mails[0]?.bcc).toBeUndefined();
    expect(m.mails[0]?.subject).toBe('Frist: Møte Bcc: all@example.org Hei – fredag 27. november 2026');
  });
});
