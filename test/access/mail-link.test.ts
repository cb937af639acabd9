import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../src/service.js';
import { onDatabase, type TestDatabase } from '../database/databases.js';
import { ADMIN_TOKEN, startTestService } from '../http/test-service.js';
import { OWN_PAGE, openLink } from './sign-in.js';

const automation = { Authorization: `Bearer ${ADMIN_TOKEN}` };

onDatabase('SQLite', 'a link by mail', (createDatabase) => {
  let database: TestDatabase;
  let service: Service;
  let server: SMTPServer;
  let mails: ParsedMail[];

  beforeEach(async () => {
    mails = [];
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        simpleParser(stream).then((mail) => {
          mails.push(mail);
          done();
        }, done);
      },
    });
    const listening = server.listen(0, 'localhost');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    database = await createDatabase();
    service = await startTestService(database.address, {
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
  afterEach(async () => {
    await service.stop();
    await new Promise((resolve) => server.close(() => resolve(undefined)));
    await database.drop();
  });

  const ask = (address: string) =>
    request(service.url).post('/api/sign-in/mail').set(OWN_PAGE).send({ address });
  const arrived = async (count: number) => {
    for (let waited = 0; mails.length < count && waited < 5_000; waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return mails;
  };

  it('comes in the person’s language and signs in once', async () => {
    await ask('KARI@x.example').expect(200);
    const [mail] = await arrived(1);
    expect(mail?.subject).toBe('Innlogging i årshjulet');
    expect(mail?.text).toContain('Opne lenkja');
    const [, token = ''] = /https:\/\/arshjul\.example\/sign-in#link=(\w+)/.exec(mail?.text ?? '') ?? [];
    await openLink(service, token).expect(200);
    await openLink(service, token).expect(401);
  });

  it('comes to nobody else, and the answer does not tell', async () => {
    const answers = [await ask('kari@x.example'), await ask('ola@x.example'), await ask('unknown@x.example')];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([200, { minutes: 15 }]));
    await arrived(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(mails.map(({ to }) => to)).toMatchObject([{ text: expect.stringContaining('Kari@x.example') }]);
  });

  it('comes five times in a quarter of an hour, however often it is asked for', async () => {
    for (let n = 0; n < 8; n += 1) await ask('kari@x.example').expect(200);
    await arrived(5);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(mails).toHaveLength(5);
  });

  describe('and whoever asks too often', () => {
    it('waits, by address', async () => {
      for (let n = 0; n < 60; n += 1) await ask(`n${n}@x.example`).expect(200);
      await ask('kari@x.example').expect(429);
      await request(service.url).get('/api/cycles').expect(200);
    });
  });
});
