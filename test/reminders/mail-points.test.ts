import fc from 'fast-check';
import ICAL from 'ical.js';
import request from 'supertest';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { composeMail } from '../../src/reminders/mail/mail.js';
import { type OutboxMessage, outboxOf } from '../../src/reminders/outbox/outbox.store.js';
import { recipientsOfCounty } from '../../src/reminders/recipients/recipients.store.js';
import { answerOf } from '../../src/reminders/send/smtp.js';
import { seenWith } from '../../src/task/unit-view.js';
import { taskNamed, wordingIn } from '../cycle/samples.js';
import { onDatabase } from '../database/databases.js';
import { BEGUN_AT, CYCLE, Mailing, type ReceivedMail } from './mailing.js';
import { kari } from './samples.js';

/** ICAL.md M1–M8, of mails as a server received them. */
onDatabase('SQLite', 'what mail programs demand', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT), {
      unsubscribe: 'avmelding@vestfold.example',
    });
    await m.addOffice();
  });
  afterEach(() => m.stop());

  const only = (): ReceivedMail => {
    const [mail, ...more] = m.mails;
    if (!mail || more.length > 0) throw new Error(`${m.mails.length} mails`);
    return mail;
  };
  const header = (mail: ReceivedMail, name: string) =>
    mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line.replace(/\r?\n\s+/g, ' '));
  const contentTypes = ({ source }: ReceivedMail) =>
    [...source.matchAll(/^Content-Type: ([^;\r]+)(.*)$/gim)].map(([, type, rest]) => `${type}${rest}`);

  it('M1: plain text, then HTML, then for who wants it a calendar; UTF-8, safely encoded, in short lines', async () => {
    const task = await m.ownTask('2026-11-27', { description: 'Blåbær på Ærø. '.repeat(200) });
    await m.person();
    await m.job();
    expect(contentTypes(only()).map((type) => type.split(';')[0])).toEqual([
      'multipart/alternative',
      'text/plain',
      'text/html',
    ]);
    m.mails.length = 0;
    await m.person('Ola', { attachesCalendar: true });
    await m.job();
    expect(contentTypes(only()).slice(1)).toEqual([
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
      'text/calendar; charset=utf-8; method=PUBLISH',
    ]);
    const { source, text, html, attachments } = only();
    expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThan(998);
    expect(source).toMatch(/^[\r\n\x20-\x7e]*$/);
    for (const encoding of source.matchAll(/^Content-Transfer-Encoding: (.*)$/gim))
      expect(encoding[1]).toMatch(/^(quoted-printable|base64)/);
    expect(text).toContain('Blåbær på Ærø.');
    expect(html).toContain('Blåbær på Ærø.');
    const calendar = new ICAL.Component(ICAL.parse(attachments[0]?.content.toString('utf8') ?? ''));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const [event, ...others] = calendar.getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    expect(event?.getFirstPropertyValue('uid')).toBe(`${task.id}@arshjul`);
    expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-11-27');
  });

  it('M2: no machine answers', async () => {
    await m.ownTask('2026-11-27');
    await m.person();
    await m.job();
    expect(header(only(), 'auto-submitted')).toEqual(['Auto-Submitted: auto-generated']);
    expect(header(only(), 'x-auto-response-suppress')).toEqual(['X-Auto-Response-Suppress: All']);
    expect(header(only(), 'precedence')).toEqual(['Precedence: bulk']);
  });

  it('M3: unsubscribes by one post without cookies, or by mail to who reads it; opening changes nothing', async () => {
    await m.ownTask('2026-11-27');
    await m.person();
    await m.job();
    const [line = ''] = header(only(), 'list-unsubscribe');
    const [, url = '', mailbox, subject] =
      /^List-Unsubscribe: <(https:[^>]+)>, <mailto:([^?>]+)\?subject=([^>]+)>$/.exec(line) ?? [];
    expect(mailbox).toBe('avmelding@vestfold.example');
    expect(`/mail/${decodeURIComponent(subject ?? '').replace('unsubscribe ', '')}`).toBe(
      new URL(url).pathname,
    );
    expect(header(only(), 'list-unsubscribe-post')).toEqual([
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ]);
    expect(header(only(), 'list-id')).toEqual(['List-ID: <daily.arshjul.arshjul.example>']);
    const wants = async () =>
      (await recipientsOfCounty(m.store, '39')).map(({ isSubscribed }) => isSubscribed);
    await request(m.service.url).get(new URL(url).pathname).expect(200);
    expect(await wants()).toEqual([true]);
    const body = 'List-Unsubscribe=One-Click';
    await request(m.service.url).post(new URL(url).pathname).type('form').send(body).expect(200);
    expect(await wants()).toEqual([false]);
  });

  it('M4: the same Message-ID at each attempt, one thread a task, from the county, answers to its contact', async () => {
    const task = await m.ownTask('2026-11-27');
    await m.person();
    m.refusals = { data: '451 later' };
    await m.job();
    const [{ id } = { id: '' }] = await outboxOf(m.store, '39');
    m.refusals = {};
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T09:00:12Z') });
    await m.job('2026-11-24T09:00:00Z');
    vi.useRealTimers();
    await request(m.service.url)
      .patch('/api/units/39')
      .set({ ...m.api(), 'If-Match': '"1"' })
      .send({ address: 'arshjul@vestfoldfylke.example' })
      .expect(200);
    await m.job('2026-11-27T06:30:00Z');
    const mails = m.mails.filter(({ envelope }) => envelope.to.includes('kari@horten.example'));
    const [first, second] = mails;
    if (!first || !second) throw new Error('two mails');
    expect(first.messageId).toBe(`<${id}@arshjul.example>`);
    const thread = `<task-${task.id}@arshjul.example>`;
    expect(mails.map(({ references, inReplyTo }) => [references, inReplyTo])).toEqual([
      [thread, thread],
      [thread, thread],
    ]);
    expect(first.from?.value).toEqual([{ name: 'Vestfold', address: 'arshjul@vestfold.example' }]);
    expect(first.date).toEqual(new Date('2026-11-24T09:00:12Z'));
    expect([first.replyTo, second.replyTo?.text]).toEqual([undefined, 'arshjul@vestfoldfylke.example']);
  });

  it('M5: one recipient a mail, none in Cc or Bcc; what cannot be delivered goes to its own mailbox', async () => {
    await m.ownTask('2026-11-27');
    for (const name of ['Kari', 'Ola']) await m.person(name);
    await m.job();
    expect(m.mails.map(({ envelope }) => envelope)).toEqual(
      m.mails.map(({ to }) => ({
        from: 'retur@vestfold.example',
        to: [Array.isArray(to) ? '' : to?.value[0]?.address],
      })),
    );
    expect(m.mails.map(({ cc, bcc }) => [cc, bcc])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('M6: 4xx is tried again; 5xx of the recipient fails; 5xx of the greeting fails nothing', async () => {
    await m.ownTask('2026-11-27');
    await m.person();
    for (const [hour, refusals] of [
      ['07', { connect: '554 no service' }],
      ['08', { connect: '421 too busy' }],
      ['09', { rcpt: '450 mailbox busy' }],
      ['10', { data: '451 try later' }],
    ] as const) {
      m.refusals = refusals;
      await m.job(`2026-11-24T${hour}:30:00Z`);
      expect((await m.statuses())[0]?.[0]).toBe('waiting');
    }
    m.refusals = { rcpt: '550 no such user' };
    await m.job('2026-11-24T12:30:00Z');
    expect(await m.statuses()).toEqual([['failed', 'the address was refused', 5]]);
  });

  it('M6: only what happens before a message is the service’s; what is about one message holds up no other', () => {
    const kindOf = (error: object) => answerOf({ message: 'x', ...error }).kind;
    for (const error of [
      { responseCode: 535, code: 'EAUTH', command: 'AUTH PLAIN' },
      { responseCode: 554, code: 'EPROTOCOL', command: 'CONN' },
      { responseCode: 550, code: 'ECONNECTION', command: 'EHLO' },
      { code: 'ESOCKET', syscall: 'connect', command: 'CONN' },
      { code: 'EDNS', command: 'CONN' },
      { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT', command: 'CONN' },
      { code: 'EAUTH', command: 'API' },
    ])
      expect([error, kindOf(error)]).toEqual([error, 'unavailable']);
    expect(kindOf({ code: 'ECONNECTION', command: 'CONN' })).toBe('lost');
    expect(kindOf({ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT', command: 'CONN' })).toBe('lost');
    expect(kindOf({ responseCode: 550, code: 'EENVELOPE', command: 'MAIL FROM' })).toBe('deferred');
    expect(kindOf({ responseCode: 452, code: 'EENVELOPE', command: 'RCPT TO' })).toBe('deferred');
    expect(kindOf({ responseCode: 554, code: 'EMESSAGE', command: 'DATA' })).toBe('refused');
    expect(kindOf({ code: 'EENVELOPE', command: 'API' })).toBe('refused');
  });

  it('M6: a message that is refused at MAIL FROM holds up no other, and fails after two days, its address not paused', async () => {
    await m.ownTask('2026-11-27');
    await m.person('Kari');
    await m.person('Ola');
    m.refusals = { from: '552 too large' };
    await m.job();
    expect((await m.statuses()).map(([status, , attempts]) => [status, attempts])).toEqual([
      ['waiting', 1],
      ['waiting', 1],
    ]);
    await m.job('2026-11-26T07:30:00Z');
    expect(
      (await outboxOf(m.store, '39')).map(({ status, reason, serverAnswer }) => [
        status,
        reason,
        serverAnswer,
      ]),
    ).toEqual([1, 2].map(() => ['failed', 'not accepted in 48 hours', '552 too large']));
    expect(await m.store.selectFrom('recipient_states').selectAll().execute()).toEqual([]);
  });

  it('M7: no title or name gets a line into the head of a mail, whatever it is', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            '\r\n',
            '\n',
            '\r',
            'Bcc: all@example.org',
            '\u2028',
            '"',
            '<',
            ',',
            'æ',
            ' ',
            '=?utf-8?q?x?=',
          ),
        )
        .map((parts) => parts.join('')),
    );
    const allowed = new Set(
      `auto-submitted content-type date from in-reply-to list-id list-unsubscribe list-unsubscribe-post message-id
       mime-version precedence references reply-to subject to x-auto-response-suppress`.split(/\s+/),
    );
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (title, name, countyName) => {
        m.mails.length = 0;
        const task = { ...taskNamed('soknadsfrist-videregaende'), title: { nb: `x${title}` } };
        const item = {
          section: 'reminder',
          seen: seenWith(task, undefined),
          notifiedStart: null,
          about: null,
          isOwn: true,
        } as const;
        const content = composeMail(
          { recipient: { ...kari, name }, day: isoDate('2027-02-15'), kind: 'daily', items: [item] },
          {
            wording: wordingIn('nb'),
            calendarOf: () => '',
            countyName,
            units: [],
            replyTo: null,
            secretKey: 'x'.repeat(32),
            baseUrl: 'https://arshjul.example',
          },
        );
        const message = { id: 'm', county: '39', address: kari.address, kind: 'daily', content };
        expect(await m.sender.send(message as OutboxMessage, async () => {})).toMatchObject({
          kind: 'accepted',
        });
        const mail = only();
        expect(mail.headerLines.map(({ key }) => key).filter((key) => !allowed.has(key))).toEqual([]);
        expect(new Set(mail.headerLines.map(({ key }) => key)).size).toBe(mail.headerLines.length);
        expect(mail.envelope.to).toEqual([kari.address]);
        expect(Array.isArray(mail.to) ? mail.to : mail.to?.value.map(({ address }) => address)).toEqual([
          kari.address,
        ]);
        expect(mail.from?.value.map(({ address }) => address)).toEqual(['arshjul@vestfold.example']);
      }),
      { numRuns: 150 },
    );
  });

  it('M8: links are signed, for one purpose, and end; opening them changes nothing', async () => {
    const task = await m.ownTask('2026-11-27');
    await m.person();
    await m.job();
    const labels = ['Marker som gjort', 'Minn meg på det om en uke', 'Slutt å sende meg påminnelser'];
    const links = labels.map((label) => m.linkIn(only(), label));
    const state = async () => [
      (await request(m.service.url).get(`/api/cycles/${CYCLE}`)).body.revision,
      await m.store.selectFrom('snoozes').selectAll().execute(),
      await m.store.selectFrom('recipient_states').selectAll().execute(),
    ];
    const before = await state();
    for (const link of links) {
      await request(m.service.url).get(link).expect(200);
      await request(m.service.url).head(link).expect(200);
      await request(m.service.url).post(link.replace('.', 'A.')).expect(404);
    }
    expect(await state()).toEqual(before);
    m.now = (await outboxOf(m.store, '39'))[0]?.createdAt ?? m.now;
    await request(m.service.url)
      .post(links[0] ?? '')
      .expect(200);
    expect((await request(m.service.url).get(`/api/tasks/${task.id}`).set(m.api())).body.status).toBe('done');
    await m.job('2027-02-24T06:30:00Z');
    await request(m.service.url)
      .post(links[1] ?? '')
      .expect(404);
  });
});
