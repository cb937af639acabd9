import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MailedLinks } from '../../src/access/sign-in/mailed-links.js';
import { instant } from '../../src/calendar/iso-date.js';
import type { Service } from '../../src/compose/service.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { OWN_PAGE, openLink } from './sign-in.js';

const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

onDatabase('SQLite', 'a link by mail', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let server: SMTPServer;
  let mails: ParsedMail[];
  let inbox: EventEmitter;
  let isStopped: boolean;
  let now: string;

  beforeEach(async () => {
    mails = [];
    inbox = new EventEmitter();
    isStopped = false;
    now = '2026-11-24T10:00:00Z';
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        simpleParser(stream).then((mail) => {
          mails.push(mail);
          inbox.emit('mail');
          done();
        }, done);
      },
    });
    const listening = server.listen(0, 'localhost');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    database = await createDatabase('begun');
    service = await startTestService(database.address, {
      now: () => instant(now),
      settings: { SMTP_URL: `smtp://localhost:${port}`, BASE_URL: 'https://arshjul.example' },
    });
    for (const [name, role] of [
      ['Kari', 'reader'],
      ['Ola', 'none'],
    ])
      await request(service.url)
        .post('/api/people')
        .set(automation)
        .send({ county: '39', unitId: '39', name, address: `${name}@x.example`, role, language: 'nn' })
        .expect(201);
  });
  /** Stops the service, which ends what it has begun: no mail comes any more. */
  const stop = async () => {
    if (!isStopped) await service.stop();
    isStopped = true;
  };
  afterEach(async () => {
    await stop();
    await new Promise((resolve) => server.close(() => resolve(undefined)));
    await database.drop();
  });

  const ask = (address: string, from = '127.0.0.1') =>
    request(service.url)
      .post('/api/sign-in/mail')
      .set({ ...OWN_PAGE, 'X-Forwarded-For': from })
      .send({ address });
  const tokenOf = (mail: ParsedMail | undefined) =>
    /https:\/\/arshjul\.example\/sign-in#link=(\w+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const arrived = async (count: number) => {
    while (mails.length < count) await once(inbox, 'mail');
    return mails;
  };

  it('comes in the person’s language and signs in once', async () => {
    await ask('KARI@x.example').expect(200);
    const [mail] = await arrived(1);
    expect(mail?.subject).toBe('Innlogging i årshjulet');
    expect(mail?.text).toContain('Opne lenkja');
    const token = tokenOf(mail);
    await openLink(service, token).expect(200);
    await openLink(service, token).expect(401);
  });

  it('calls its owner by the name that has stood longest, whoever adds another row of the address', async () => {
    now = '2026-11-25T10:00:00Z';
    const typed = { county: '39', unitId: '39', address: 'kari@X.example', role: 'reader' };
    for (const name of ['Aa', 'Zz'])
      await request(service.url)
        .post('/api/people')
        .set(automation)
        .send({ ...typed, name })
        .expect(201);
    await ask('kari@x.example').expect(200);
    const [mail] = await arrived(1);
    expect(mail?.to).toMatchObject({ value: [{ name: 'Kari' }] });
  });

  it('comes to nobody else, and the answer does not tell', async () => {
    const answers = [await ask('kari@x.example'), await ask('ola@x.example'), await ask('unknown@x.example')];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([200, { minutes: 15 }]));
    await stop();
    expect(mails.map(({ to }) => to)).toMatchObject([{ text: expect.stringContaining('Kari@x.example') }]);
  });

  it('comes five times in a quarter of an hour, however often it is asked for', async () => {
    for (let n = 0; n < 8; n += 1) await ask('kari@x.example').expect(200);
    await stop();
    expect(mails).toHaveLength(5);
  });

  it('comes to its owner also when somebody elsewhere has asked for it too often', async () => {
    for (let n = 0; n < 8; n += 1) await ask('kari@x.example', '203.0.113.7').expect(200);
    await arrived(5);
    await ask('kari@x.example', '198.51.100.20').expect(200);
    expect(await arrived(6)).toHaveLength(6);
  });

  it('signs in also when another has been asked for since', async () => {
    await ask('kari@x.example').expect(200);
    const [first] = await arrived(1);
    await ask('kari@x.example', '203.0.113.7').expect(200);
    const [, second] = await arrived(2);
    await openLink(service, tokenOf(first)).expect(200);
    await openLink(service, tokenOf(second)).expect(200);
  });

  describe('and whoever asks too often', () => {
    it('waits, by address', async () => {
      for (let n = 0; n < 60; n += 1) await ask(`n${n}@x.example`).expect(200);
      await ask('kari@x.example').expect(429);
      await request(service.url).get('/api/cycles').expect(200);
    });
  });
});

describe('the links of one mailbox', () => {
  const admitted = async (links: MailedLinks, clients: readonly string[], mailbox: string) => {
    const answers = [];
    for (const client of clients) answers.push(await links.admit(client, mailbox));
    return answers.filter((isAdmitted) => isAdmitted).length;
  };

  it('are thirty, from however many networks they are asked for, and say nothing of another', async () => {
    const links = new MailedLinks();
    const networks = Array.from({ length: 40 }, (_, n) => `203.0.113.${n}`);
    expect(await admitted(links, networks, 'kari@x.example')).toBe(30);
    expect(await admitted(links, networks, 'ola@x.example')).toBe(30);
  });

  it('are five for all addresses that one customer has of IPv6', async () => {
    const addresses = Array.from({ length: 9 }, (_, n) => `2001:db8:1:2::${n + 1}`);
    expect(await admitted(new MailedLinks(), addresses, 'kari@x.example')).toBe(5);
  });
});
