import { get } from 'node:http';
import { beforeAll, expect, it } from 'vitest';
import { inTurns, tally } from './asking.js';
import { addSignedIn, type SignedIn, send } from './people.js';
import { ADMIN_TOKEN, AUTOMATION, CYCLE, underAttack } from './watched-service.js';

const GUESSES = 1_500;
const METRICS_TOKEN = 'a-token-only-for-the-metrics-of-this-suite';
const GUESSER = '127.0.0.2';
const PROGRAMS = '127.0.0.3';

/** Addresses that take a token, posters and what anybody may read among them. */
const ADDRESSES = [
  '/api/units?county=39',
  `/api/cycles/${CYCLE}`,
  `/api/cycles/${CYCLE}/view`,
  `/api/cycles/${CYCLE}/events`,
  `/cycles/${CYCLE}/wheel.svg`,
  `/cycles/${CYCLE}/list.pdf`,
  '/api/framework',
  '/api/session',
] as const;

interface AuditEntry {
  readonly event: string;
}

underAttack(
  'tokens that are guessed',
  (target) => {
    let kari: SignedIn;
    let right: Record<string, string>;

    beforeAll(async () => {
      const person = { unitId: '39', role: 'reader', name: 'Kari', address: 'kari@vestfold.example' };
      kari = await addSignedIn(target, person);
      const asked = { headers: kari.headers, body: { name: 'program', scopes: ['read'] } };
      const { secret } = await send<{ secret: string }>(target.service, 201, 'POST', '/api/tokens', asked);
      right = { Authorization: `Bearer ${secret}` };
    });

    const guess = (index: number, from: string) =>
      target.service.ask('GET', ADDRESSES[index % ADDRESSES.length] as string, {
        headers: { Authorization: `Bearer guess-${index}-0123456789abcdef0123456789abcdef` },
        from,
      });

    it(`are refused, after a while as too many, at every address, ${GUESSES} times`, async () => {
      const answers = await inTurns([...Array(GUESSES).keys()], 10, (index) => guess(index, GUESSER));
      expect(Object.keys(tally(answers)).sort()).toEqual(['401', '429']);
      expect(tally(answers.slice(-500))).toEqual({ 429: 500 });
      expect(tally(answers)['401']).toBeLessThan(100);
      const refused = answers.find(({ status }) => status === 429);
      expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
      for (const path of ADDRESSES) {
        const headers = { Authorization: 'Bearer one-more-guess-0123456789abcdef' };
        expect((await target.service.ask('GET', path, { headers, from: GUESSER })).status, path).toBe(429);
      }
    });

    it('do not fill the log, and are told by a metric', async () => {
      const entries = await target.service.get<AuditEntry[]>('/api/audit?county=39');
      const failed = entries.filter(({ event }) => event === 'sign-in-failed');
      // One for each address and quarter of an hour; the quarter may have changed meanwhile.
      expect(failed.length).toBeGreaterThan(0);
      expect(failed.length).toBeLessThanOrEqual(2);
      const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
      const { body } = await target.service.ask('GET', '/metrics', { headers });
      const counted = /^arshjul_failed_sign_ins_total\{way="token"\} (\d+)$/m.exec(body.toString())?.[1];
      expect(Number(counted)).toBeGreaterThanOrEqual(GUESSES);
    });

    it('do not keep the right ones from the same address from going on', async () => {
      for (const headers of [right, AUTOMATION])
        for (let n = 0; n < 40; n += 1) {
          const { status } = await target.service.ask('GET', '/api/units?county=39', {
            headers,
            from: GUESSER,
          });
          expect(status).toBe(200);
        }
    });

    it('are not taken for guesses when thirty streams are opened with the right one', async () => {
      const streams = await Promise.all(
        Array.from(
          { length: 31 },
          () =>
            new Promise<{ status: number | undefined; end: () => void }>((resolve, reject) => {
              const stream = get(
                `${target.service.url}/api/cycles/${CYCLE}/events`,
                { headers: right, localAddress: PROGRAMS, agent: false },
                (response) => {
                  response.resume();
                  response.on('error', () => undefined);
                  resolve({ status: response.statusCode, end: () => stream.destroy() });
                },
              );
              stream.on('error', reject);
            }),
        ),
      );
      // A person may have twenty open; what is said of further ones is not that the token is wrong.
      const statuses = streams.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(20);
      expect(statuses.filter((status) => status === 429)).toHaveLength(11);
      // While they are open and after they have ended, a first mistake is one.
      expect((await guess(0, PROGRAMS)).status).toBe(401);
      for (const { end } of streams) end();
      expect((await guess(1, PROGRAMS)).status).toBe(401);
      const { status } = await target.service.ask('GET', '/api/units?county=39', {
        headers: right,
        from: PROGRAMS,
      });
      expect(status).toBe(200);
    });

    it('are counted by the address that they come from, whatever a header says', async () => {
      const from = '127.0.0.4';
      const answers = await inTurns([...Array(120).keys()], 4, (index) =>
        target.service.ask('GET', '/api/units?county=39', {
          headers: {
            Authorization: `Bearer guess-${index}-0123456789abcdef`,
            'X-Forwarded-For': `198.51.100.${index}`,
            Forwarded: `for=198.51.100.${index}`,
          },
          from,
        }),
      );
      expect(tally(answers.slice(-10))).toEqual({ 429: 10 });
    });

    it('are needed for the metrics, and none but the right one will do', async () => {
      const from = '127.0.0.5';
      for (const token of [
        '',
        'Bearer ',
        'Bearer guess',
        `Bearer ${ADMIN_TOKEN}`,
        `Basic ${METRICS_TOKEN}`,
      ]) {
        const headers = token === '' ? {} : { Authorization: token };
        expect((await target.service.ask('GET', '/metrics', { headers, from })).status, token).toBe(401);
      }
      const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
      expect((await target.service.ask('GET', '/metrics', { headers, from })).status).toBe(200);
      expect((await target.service.ask('GET', '/api/units?county=39', { headers, from })).status).toBe(401);
    });
  },
  { settings: { METRICS_TOKEN } },
);
