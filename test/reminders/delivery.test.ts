import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Instant, instant } from '../../src/calendar/iso-date.js';
import { schoolDaysOf } from '../../src/calendar/school-days.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { outboxOf } from '../../src/reminders/outbox.store.js';
import { addPerson, recipientsOfCounty } from '../../src/reminders/people.store.js';
import { newPersonSchema } from '../../src/reminders/person.js';
import { readTasksToRemind } from '../../src/reminders/published-tasks.store.js';
import { runJob } from '../../src/reminders/reminder-job.js';
import type { ReminderContext } from '../../src/reminders/reminder-run.store.js';
import { type SmtpSender, smtpSender } from '../../src/reminders/smtp.js';
import type { Service } from '../../src/service.js';
import { knowledge } from '../calendar/samples.js';
import { wordingIn } from '../cycle/samples.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, SECRET_KEY, startTestService } from '../http/test-service.js';

const BASE_URL = 'https://arshjul.example';
const CYCLE = '39-2026-2027';

/** What the SMTP server says at one point of a message; undefined to go on. */
interface Refusals {
  rcpt?: string;
  data?: string;
}

onEachDatabase('reminders by mail', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let store: Database;
  let smtp: SMTPServer;
  let sender: SmtpSender;
  let mails: ParsedMail[];
  let refusals: Refusals;
  let clock: Instant;

  beforeEach(async () => {
    clock = instant('2026-11-24T06:30:00Z');
    database = await createDatabase();
    service = await startTestService(database.address, { settings: { BASE_URL }, now: () => clock });
    store = openDatabase(database.address);
    mails = [];
    refusals = {};
    const refuse = (text: string) =>
      Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) });
    smtp = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_address, _session, done) => done(refusals.rcpt ? refuse(refusals.rcpt) : null),
      onData: (stream, _session, done) => {
        simpleParser(stream).then((mail) => {
          if (refusals.data) return done(refuse(refusals.data));
          mails.push(mail);
          done();
        }, done);
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const { port } = smtp.server.address() as AddressInfo;
    sender = smtpSender({
      url: `smtp://127.0.0.1:${port}`,
      from: 'Årshjul <arshjul@vestfold.example>',
      baseUrl: BASE_URL,
    });
  });
  afterEach(async () => {
    sender.close();
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    await service.stop();
    await store.destroy();
    await database.drop();
  });

  const context = (): ReminderContext => ({
    database: store,
    publishedOf: (county) => readTasksToRemind(store, county),
    schoolDaysOf: (county) => schoolDaysOf((label) => schoolYearFor(knowledge, county, label)),
    wordingIn,
    secretKey: SECRET_KEY,
    baseUrl: BASE_URL,
  });
  const job = (send: SmtpSender['send'] | null = sender.send) =>
    runJob({ context: context(), counties: async () => ['39'], send, now: () => clock });
  const api = () => ({ Authorization: `Bearer ${ADMIN_TOKEN}` });
  /** A person of the county who follows one task of 26 November, of which 3 days before is the 23rd. */
  const follower = (name = 'Kari', more: object = {}) =>
    addPerson(
      store,
      newPersonSchema.parse({
        county: '39',
        unitId: '39-x',
        name,
        address: `${name.toLowerCase().replace(/[^a-z]/g, '')}@horten.example`,
        ...more,
      }),
      instant('2026-11-01T00:00:00Z'),
    );
  const ownTask = async (start: string, fields: object = {}) => {
    const body = {
      title: 'Møte om overgangen',
      kind: 'deadline',
      phase: 'oppstart-vg1',
      category: 'koordinering',
      actor: 'school',
      start,
      reminders: [3, 0],
      ...fields,
    };
    const made = await request(service.url)
      .post(`/api/cycles/${CYCLE}/tasks`)
      .set(api())
      .set('Acting-Unit', '39-x')
      .send(body)
      .expect(201);
    const { headers } = await request(service.url).get(`/api/cycles/${CYCLE}`).expect(200);
    await request(service.url)
      .post(`/api/cycles/${CYCLE}/publish`)
      .set({ ...api(), 'If-Match': headers.etag ?? '' })
      .expect(200);
    return made.body;
  };
  const addUnit = (kind = 'partner') =>
    request(service.url)
      .post('/api/units')
      .set(api())
      .send({ county: '39', id: '39-x', kind, name: 'Kontor X' })
      .expect(201);
  const statuses = async () =>
    (await outboxOf(store, '39')).map(({ status, reason, attempts }) => [status, reason, attempts]);
  const linkIn = (mail: ParsedMail | undefined, label: string) =>
    new URL(new RegExp(`${label}: (\\S+)`).exec(mail?.text ?? '')?.[1] ?? 'missing:').pathname;

  it('says what, when, who and why, with links, in headers and two forms that mail programs take', async () => {
    await addUnit();
    await ownTask('2026-11-27', { title: 'Møte; "NAV" <b>&</b>', description: 'Ta med\nlistene' });
    await follower('Kåre Ærø');
    await job();
    expect(mails).toHaveLength(1);
    const [mail] = mails;
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
    expect(await statuses()).toEqual([['sent', null, 1]]);
    await job();
    expect(mails).toHaveLength(1);
  });

  it('changes nothing when a link is opened, and does what it says when its button is pressed', async () => {
    await addUnit();
    const task = await ownTask('2026-11-27');
    await follower();
    await job();
    const [done, unsubscribe] = [
      linkIn(mails[0], 'Marker som gjort'),
      linkIn(mails[0], 'Slutt å sende meg påminnelser'),
    ];
    const status = async () => (await request(service.url).get(`/api/tasks/${task.id}`)).body.status;
    const { text } = await request(service.url).get(done).expect(200);
    expect(text).toContain('<form method="post">');
    await request(service.url).get(unsubscribe).expect(200);
    expect(await status()).toBe('planned');
    await request(service.url).post(done).expect(200);
    expect(await status()).toBe('done');
    await request(service.url).post(unsubscribe).type('form').send('List-Unsubscribe=One-Click').expect(200);
    expect((await recipientsOfCounty(store, '39')).map(({ isSubscribed }) => isSubscribed)).toEqual([false]);
    await request(service.url).get(`${done}x`).expect(404);
    await request(service.url).post('/mail/nothing').expect(404);
    clock = instant('2027-05-20T06:30:00Z');
    await request(service.url).get(done).expect(404);
  });

  it('reminds again after a week when asked to', async () => {
    await addUnit();
    await ownTask('2026-12-10', { reminders: [16] });
    await follower();
    await job();
    await request(service.url).post(linkIn(mails[0], 'Minn meg på det om en uke')).expect(200);
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) {
      clock = instant(`${day}T06:30:00Z`);
      await job();
    }
    expect(mails).toHaveLength(2);
    expect((await outboxOf(store, '39')).map(({ day }) => day)).toEqual(['2026-12-01', '2026-11-24']);
  });

  it('tries again after 451, with the same Message-ID, and gives up an address after 550', async () => {
    await addUnit();
    await ownTask('2026-11-27');
    await follower();
    refusals = { data: '451 try later' };
    await job();
    expect(await statuses()).toEqual([['waiting', null, 1]]);
    const [{ id, nextAttemptAt, serverAnswer } = { id: '', nextAttemptAt: clock, serverAnswer: '' }] =
      await outboxOf(store, '39');
    expect(serverAnswer).toContain('451');
    await job();
    expect((await statuses())[0]?.[2]).toBe(1);
    refusals = {};
    clock = nextAttemptAt;
    await job();
    expect(await statuses()).toEqual([['sent', null, 2]]);
    expect(mails[0]?.messageId).toBe(`<${id}@arshjul.example>`);

    refusals = { rcpt: '550 no such user' };
    await ownTask('2026-11-30', { title: 'En til' });
    clock = instant('2026-11-27T06:30:00Z');
    await job();
    expect(await statuses()).toEqual([
      ['failed', 'the address was refused', 1],
      ['sent', null, 2],
    ]);
  });

  it('pauses an address after three refusals', async () => {
    await addUnit();
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'])
      await ownTask(day, { title: day, reminders: [0] });
    await follower();
    refusals = { rcpt: '550 no such user' };
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']) {
      clock = instant(`${day}T06:30:00Z`);
      await job();
    }
    expect(await statuses()).toHaveLength(3);
    expect(await recipientsOfCounty(store, '39')).toEqual([]);
  });

  it('fails nothing when the server is not there, and sends when it is back', async () => {
    await addUnit();
    await ownTask('2026-11-27');
    await follower();
    const nowhere = smtpSender({ url: 'smtp://127.0.0.1:1', from: 'a@b.example', baseUrl: BASE_URL });
    await job(nowhere.send);
    nowhere.close();
    expect(await statuses()).toEqual([['waiting', null, 1]]);
    clock = instant('2026-11-24T08:00:00Z');
    await job();
    expect(await statuses()).toEqual([['sent', null, 2]]);
  });

  it('holds messages without a server; what is still of use goes out later, merged into one', async () => {
    await addUnit();
    await ownTask('2026-11-25', { title: 'Snart forbi', reminders: [1], kind: 'activity' });
    await ownTask('2026-11-30', { title: 'Fortsatt nyttig', reminders: [6, 3] });
    await follower();
    await job(null);
    expect(await statuses()).toEqual([['waiting', null, 0]]);
    clock = instant('2026-11-27T06:30:00Z');
    await job();
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Frist: Fortsatt nyttig – mandag 30. november 2026',
    ]);
    expect((await statuses()).map(([status]) => status).sort()).toEqual(['lapsed', 'sent']);
  });

  it('owes everything once when two work it out and send at the same time', async () => {
    await addUnit();
    await ownTask('2026-11-27');
    for (const name of ['Kari', 'Ola', 'Per', 'Siri']) await follower(name);
    await Promise.all([job(), job(), job()]);
    expect(mails.map(({ to }) => (Array.isArray(to) ? '' : to?.text)).sort()).toHaveLength(4);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(4);
    expect((await statuses()).every(([status, , attempts]) => status === 'sent' && attempts === 1)).toBe(
      true,
    );
  });

  it('keeps titles and names out of the headers of a mail', async () => {
    await addUnit();
    await request(service.url)
      .post('/api/people')
      .set(api())
      .send({
        county: '39',
        unitId: '39-x',
        name: 'Kari\r\nBcc: all@example.org',
        address: 'kari@horten.example',
      })
      .expect(400);
    await ownTask('2026-11-27', { title: 'Møte\r\nBcc: all@example.org\r\n\r\nHei' });
    await follower();
    await job();
    expect(mails[0]?.bcc).toBeUndefined();
    expect(mails[0]?.subject).toBe('Frist: Møte Bcc: all@example.org Hei – fredag 27. november 2026');
  });
});
