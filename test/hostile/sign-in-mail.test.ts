import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { beforeAll, expect, it } from 'vitest';
import { OWN_PAGE } from '../access/sign-in.js';
import { inTurns } from './asking.js';
import { send } from './people.js';
import { type Target, underAttack } from './watched-service.js';

const KARI = 'kari@vestfold.example';
const [HER_OWN, OTHERS] = ['127.0.7.1', '127.0.8.'];

let server: SMTPServer;
let mails: ParsedMail[];

underAttack(
  'mails to sign in by that others ask for',
  (target) => {
    beforeAll(async () => {
      const body = { county: '39', unitId: '39', name: 'Kari', address: KARI, role: 'reader' };
      await send(target.service, 201, 'POST', '/api/people', { body });
    });

    const order = ({ service }: Target, from: string, address = KARI) =>
      service.ask('POST', '/api/sign-in/mail', { headers: OWN_PAGE, body: { address }, from });
    const toKari = () => mails.filter(({ to }) => JSON.stringify(to).includes(KARI)).length;
    const settled = async () => {
      for (let before = -1; before !== mails.length; await wait(700)) before = mails.length;
    };

    it('do not use up the ones that somebody asks for', async () => {
      expect((await order(target, HER_OWN)).status).toBe(200);
      await settled();
      expect(toKari()).toBe(1);
      await inTurns([...Array(100).keys()], 4, (index) => order(target, `${OTHERS}${1 + (index % 4)}`));
      await settled();
      const before = toKari();
      expect((await order(target, HER_OWN)).status).toBe(200);
      await settled();
      expect(toKari()).toBe(before + 1);
    });

    it('do not fill a mailbox', async () => {
      // A handful for each who asks, and a bound on all of them together.
      await inTurns([...Array(150).keys()], 4, (index) => order(target, `127.0.9.${1 + (index % 30)}`));
      await settled();
      expect(toKari()).toBeLessThan(60);
    });

    it('are answered alike for an address that nobody has', async () => {
      const [known, unknown] = [
        await order(target, '127.0.10.1'),
        await order(target, '127.0.10.1', 'x@nobody.example'),
      ];
      expect(unknown.status).toBe(known.status);
      expect(unknown.body).toEqual(known.body);
    });
  },
  {
    prepare: async (url) => {
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
      const listening = server.listen(0, '127.0.0.1');
      await once(listening, 'listening');
      const { port } = listening.address() as AddressInfo;
      return { SMTP_URL: `smtp://127.0.0.1:${port}`, BASE_URL: url };
    },
    after: () => new Promise((resolve) => server.close(() => resolve())),
  },
);
