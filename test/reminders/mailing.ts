import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { type Instant, instant } from '../../src/calendar/iso-date.js';
import { reminderContext } from '../../src/compose/reminder-setup.js';
import type { Service } from '../../src/compose/service.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { type Knowledge, wordingsOf } from '../../src/datafiles/knowledge.js';
import { addPerson } from '../../src/people/people.store.js';
import { newPersonSchema } from '../../src/people/person.js';
import { outboxOf } from '../../src/reminders/outbox/outbox.store.js';
import { runJob } from '../../src/reminders/send/reminder-job.js';
import { type SmtpSender, type SmtpSettings, smtpSender } from '../../src/reminders/send/smtp.js';
import { SchoolYears } from '../../src/school-years/school-years.js';
import { knowledge as knowledgeNow } from '../calendar/samples.js';
import type { TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, SECRET_KEY, startTestService } from '../http/test-service.js';

export const BASE_URL = 'https://arshjul.example';
export const CYCLE = '39-2026-2027';

/** When the service was started that the databases are of, and the clock when a test begins. */
export const BEGUN_AT = instant('2026-11-24T06:30:00Z');

/** What the SMTP server says at one point of a message, such as `451 try later`; nothing to go on. */
interface Refusals {
  connect?: string;
  from?: string;
  rcpt?: string;
  data?: string;
}

/** A mail as it was received, and who the envelope said it was from and for. */
export type ReceivedMail = ParsedMail & {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly source: string;
};

/** The service on a database of a test, the reminder job beside it, an SMTP server that keeps what it gets, and a clock. */
export class Mailing {
  now: Instant = BEGUN_AT;
  refusals: Refusals = {};
  readonly mails: ReceivedMail[] = [];
  readonly #database: TestDatabase;
  readonly #knowledge: Knowledge;
  readonly #server = this.#createServer();
  #schoolYears!: SchoolYears;
  service!: Service;
  store!: Database;
  smtp!: SmtpSettings;
  sender!: SmtpSender;
  context!: ReturnType<typeof reminderContext>;

  private constructor(database: TestDatabase, knowledge: Knowledge) {
    this.#database = database;
    this.#knowledge = knowledge;
  }

  static async start(
    database: TestDatabase,
    settings: Partial<SmtpSettings> = {},
    at?: Instant,
    knowledge = knowledgeNow,
  ): Promise<Mailing> {
    const mailing = new Mailing(database, knowledge);
    if (at !== undefined) mailing.now = at;
    mailing.service = await startTestService(database.address, {
      settings: { BASE_URL },
      now: () => mailing.now,
      ...(knowledge !== knowledgeNow && { knowledge }),
    });
    mailing.store = openDatabase(database.address);
    mailing.#schoolYears = await SchoolYears.read(mailing.store, knowledge);
    mailing.restart();
    await new Promise<void>((resolve) => mailing.#server.listen(0, '127.0.0.1', resolve));
    mailing.smtp = {
      url: mailing.smtpUrl,
      from: 'arshjul@vestfold.example',
      bounces: 'retur@vestfold.example',
      unsubscribe: null,
      baseUrl: BASE_URL,
      ...settings,
    };
    mailing.sender = smtpSender(mailing.smtp);
    return mailing;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** As after a new start of the process: what has been looked at is forgotten. */
  restart(): void {
    const wordings = wordingsOf(this.#knowledge);
    this.context = reminderContext({
      database: this.store,
      knowledge: this.#knowledge,
      schoolYears: this.#schoolYears,
      wordingIn: (language) => wordings[language],
      secretKey: SECRET_KEY,
      baseUrl: BASE_URL,
    });
  }

  async stop(): Promise<void> {
    this.sender.close();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
    await this.service.stop();
    await this.store.destroy();
    await this.#database.drop();
  }

  /** The job at a moment, which is now when none is given. */
  async job(at?: string, send: SmtpSender['send'] | null = this.sender.send): Promise<void> {
    if (at !== undefined) this.now = instant(at);
    const { context } = this;
    const onError = (error: unknown) => {
      throw error;
    };
    await runJob({ context, counties: async () => ['39'], send, now: () => this.now, onError });
  }

  api() {
    return { Authorization: `Bearer ${ADMIN_TOKEN}` };
  }

  /** A person of the office 39-x, who is reminded of each task for itself unless said otherwise. */
  person(name = 'Kari', more: object = {}, at = '2026-11-01T00:00:00Z') {
    const address = `${name.toLowerCase().replace(/[^a-z]/g, '')}@horten.example`;
    const fields = { county: '39', unitId: '39-x', name, address, reminders: 'each-task', ...more };
    return addPerson(this.store, newPersonSchema.parse(fields), instant(at));
  }

  async addOffice(more: object = {}) {
    const own = { county: '39', id: '39-x', kind: 'partner', name: 'Kontor X', reminders: 'each-task' };
    const office = { ...own, ...more };
    return (await request(this.service.url).post('/api/units').set(this.api()).send(office).expect(201)).body;
  }

  /** A published task of the office's own, of which 3 days before and the day itself are reminded of. */
  async ownTask(start: string, fields: object = {}) {
    const task = await this.addDraft(start, fields);
    await this.publish();
    return task;
  }

  /** The same, not published yet. */
  async addDraft(start: string, fields: object = {}) {
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
    const made = await request(this.service.url)
      .post(`/api/cycles/${CYCLE}/tasks`)
      .set(this.api())
      .set('Acting-Unit', '39-x')
      .send(body)
      .expect(201);
    return made.body;
  }

  /** Changes a task as it is edited, without publishing. */
  async changeTask(id: string, patch: object) {
    const { headers } = await request(this.service.url).get(`/api/tasks/${id}`).set(this.api()).expect(200);
    await request(this.service.url)
      .patch(`/api/tasks/${id}`)
      .set({ ...this.api(), 'Acting-Unit': '39-x', 'If-Match': headers.etag ?? '' })
      .send(patch)
      .expect(200);
  }

  /** Publishes, saying something with it or nothing. */
  async publish(message?: string) {
    const { headers } = await request(this.service.url).get(`/api/cycles/${CYCLE}`).expect(200);
    await request(this.service.url)
      .post(`/api/cycles/${CYCLE}/publish`)
      .set({ ...this.api(), 'If-Match': headers.etag ?? '' })
      .send(message === undefined ? undefined : { message })
      .expect(200);
  }

  /** What has become of each message, newest first. */
  async statuses() {
    return (await outboxOf(this.store, '39')).map(({ status, reason, attempts }) => [
      status,
      reason,
      attempts,
    ]);
  }

  /** The path of a link in the text of a mail. */
  linkIn(mail: ParsedMail | undefined, label: string): string {
    return new URL(new RegExp(`${label}: (\\S+)`).exec(mail?.text ?? '')?.[1] ?? 'missing:').pathname;
  }

  #createServer(): SMTPServer {
    const refusal = (text: string) =>
      Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) });
    const next = (refused: string | undefined, done: (error?: Error | null) => void) =>
      done(refused === undefined ? null : refusal(refused));
    return new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onConnect: (_session, done) => next(this.refusals.connect, done),
      onMailFrom: (_address, _session, done) => next(this.refusals.from, done),
      onRcptTo: (_address, _session, done) => next(this.refusals.rcpt, done),
      onData: (stream, { envelope: { mailFrom, rcptTo } }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', async () => {
          const source = Buffer.concat(parts);
          const envelope = {
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
          };
          if (this.refusals.data === undefined)
            this.mails.push({ ...(await simpleParser(source)), envelope, source: source.toString('latin1') });
          next(this.refusals.data, done);
        });
      },
    });
  }
}
