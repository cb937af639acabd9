import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { addDays, instant, isoDate } from '../../src/calendar/iso-date.js';
import { schoolDaysOf } from '../../src/calendar/school-days.js';
import { readConfig } from '../../src/config.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { outboxOf } from '../../src/reminders/outbox.store.js';
import { addPerson } from '../../src/reminders/people.store.js';
import { newPersonSchema } from '../../src/reminders/person.js';
import { readTasksToRemind } from '../../src/reminders/published-tasks.store.js';
import { startService } from '../../src/service.js';
import { knowledge } from '../calendar/samples.js';
import { onDatabase } from '../database/databases.js';

const WORKER = fileURLToPath(new URL('reminder-worker.js', import.meta.url));
const KILLS = 100;
const HOURS = 365 * 24;
const PEOPLE = ['kari', 'ola', 'per', 'siri'];

/** An SMTP server that takes most mails, and is as unreliable as asked. */
async function startServer(chance: () => number) {
  const received: string[] = [];
  const counts = { refusedConnections: 0, deferred: 0, refused: 0, dropped: 0, slow: 0 };
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect: (_session, done) => {
      if (chance() < 0.9) return done();
      counts.refusedConnections += 1;
      done(refusal(421, 'too busy'));
    },
    onRcptTo: ({ address }, _session, done) => {
      if (!address.startsWith('gone') || chance() < 0.5) return done();
      counts.refused += 1;
      done(refusal(550, 'no such user'));
    },
    onData: (stream, session, done) => {
      let mail = '';
      stream.on('data', (part) => {
        mail += part;
      });
      stream.on('end', () => {
        const luck = chance();
        if (luck < 0.1) {
          counts.deferred += 1;
          return done(refusal(451, 'try later'));
        }
        received.push(/^Message-ID: (<\S+>)/im.exec(mail)?.[1] ?? 'none');
        if (luck < 0.13) {
          // Taken, but the connection ends before anyone hears of it.
          counts.dropped += 1;
          for (const connection of server.connections)
            if (connection.id === session.id) connection._socket.destroy();
          return;
        }
        if (luck < 0.2) {
          counts.slow += 1;
          setTimeout(done, 30);
          return;
        }
        done();
      });
    },
  }) as SMTPServer & { connections: Set<{ id: string; _socket: { destroy: () => void } }> };
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received,
    counts,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function prepare(address: string): Promise<Database> {
  const settings = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATABASE_URL: address };
  const year = { SCHOOL_YEAR: '2026/2027', SECRET_KEY: 'a-key-only-for-this-test-0123456789' };
  const service = await startService(readConfig({ ...settings, ...year }), {
    now: () => instant('2026-07-31T00:00:00Z'),
    version: '0.0.0',
  });
  await service.stop();
  const database = openDatabase(address);
  for (const name of [...PEOPLE, 'gone']) {
    const person = {
      county: '39',
      unitId: '39',
      name,
      address: `${name}@vestfold.example`,
      weeklyDigest: name === 'ola',
    };
    await addPerson(database, newPersonSchema.parse(person), instant('2026-07-31T00:00:00Z'));
  }
  return database;
}

/** Nothing waits any more, what was sent was received, and what was received had been owed. */
async function checkOutbox(database: Database, received: readonly string[]) {
  const messages = await outboxOf(database, '39', undefined, 100_000);
  const ids = new Map(messages.map(({ id, status }) => [`<${id}@arshjul.example>`, status]));
  expect(messages.filter(({ status }) => status === 'waiting')).toEqual([]);
  expect(received.filter((id) => !ids.has(id))).toEqual([]);
  const reached = new Set(received);
  expect([...ids].filter(([id, status]) => status === 'sent' && !reached.has(id))).toEqual([]);
  const count = (status: string) => messages.filter((message) => message.status === status).length;
  return {
    sent: count('sent'),
    failed: count('failed'),
    lapsed: count('lapsed'),
    repeated: received.length - reached.size,
  };
}

onDatabase('SQLite', 'a school year of reminders', (createDatabase) => {
  it(`is delivered, or recorded as failed or lapsed, over ${KILLS} kills and a server that does as it likes`, async () => {
    const address = await createDatabase();
    const database = await prepare(address.address);
    let isWild = true;
    const server = await startServer(() => (isWild ? Math.random() : 1));
    let hour = 0;
    let kills = 0;
    let isDone = false;
    while (!isDone) {
      const worker: ChildProcess = fork(WORKER, [
        address.address,
        String(server.port),
        String(hour),
        String(HOURS),
        'edits',
      ]);
      worker.on('message', (message: { hour?: number; done?: true }) => {
        hour = message.hour ?? hour;
        isDone = message.done ?? isDone;
      });
      const end = once(worker, 'exit');
      if (kills < KILLS) {
        // From the first hour that it plays on, at any moment.
        await Promise.race([once(worker, 'message'), end]);
        await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 600));
        if (worker.kill('SIGKILL') && !isDone) kills += 1;
      }
      await end;
    }
    isWild = false;
    const last = fork(WORKER, [address.address, String(server.port), String(HOURS), String(HOURS + 72)]);
    await once(last, 'exit');
    const figures = await checkOutbox(database, server.received);
    expect(figures.repeated).toBeLessThanOrEqual(kills + server.counts.dropped);

    // Each lead time of each task that nobody has touched is settled, for everybody whose mail arrives.
    const schoolDays = schoolDaysOf((label) => schoolYearFor(knowledge, '39', label));
    const { tasks } = await readTasksToRemind(database, '39');
    const settled = new Set(
      (
        await database.selectFrom('reminder_ledger').select(['recipient', 'task_id', 'occasion']).execute()
      ).map(({ recipient, task_id, occasion }) => `${recipient} ${task_id} ${occasion}`),
    );
    const people = await database.selectFrom('people').select(['id', 'name']).execute();
    const untouched = tasks.filter(({ version, actor }) => version === 1 && actor === 'school-owner');
    const first = schoolDays.firstOnOrAfter(isoDate('2026-08-01'));
    const missing = untouched.flatMap(({ id, start, reminders }) =>
      reminders.flatMap((lead) => {
        const day = schoolDays.lastOnOrBefore(addDays(start, -lead));
        if (start < first || day > '2027-06-18') return [];
        return people
          .filter(({ name }) => PEOPLE.includes(name))
          .map((person) => `person:${person.id} ${id} lead:${lead}:${start}`)
          .filter((key) => !settled.has(key));
      }),
    );
    expect(missing).toEqual([]);
    process.stdout.write(
      `${JSON.stringify({ kills, ...figures, ...server.counts, received: server.received.length })}\n`,
    );
    await server.stop();
    await database.destroy();
    await address.drop();
  });
});
