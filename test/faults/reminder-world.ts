import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect } from 'vitest';
import { dateAt, instant, timeAt } from '../../src/calendar/iso-date.js';
import { readConfig } from '../../src/compose/config.js';
import { startService } from '../../src/compose/service.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { addPerson } from '../../src/people/people.store.js';
import { newPersonSchema } from '../../src/people/person.js';
import { outboxOf } from '../../src/reminders/outbox/outbox.store.js';
import type { ReminderWay } from '../../src/units/reminder-way.js';

const ZONE = 'Europe/Oslo';

/** An SMTP server that takes most mails, and is as unreliable as asked. */
export async function startServer(chance: () => number, pause: () => number = () => 0) {
  const received: string[] = [];
  const counts = { outages: 0, busy: 0, deferred: 0, refused: 0, dropped: 0, slow: 0 };
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect: (_session, done) => {
      if (chance() < 0.9) return done();
      counts.busy += 1;
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
        if (luck < 0.2) counts.slow += 1;
        setTimeout(done, luck < 0.2 ? 30 : pause());
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
    /** Refuses every connection for a while. */
    outage: async (milliseconds: number) => {
      counts.outages += 1;
      const closed = new Promise((resolve) => server.server.close(resolve));
      for (const { _socket } of server.connections) _socket.destroy();
      await closed;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await new Promise<void>((resolve) => server.server.listen(port, '127.0.0.1', () => resolve()));
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A database with Vestfold's cycle of 2026/2027 and people of the county who are reminded, by default as people are. */
export async function prepare(
  address: string,
  people: readonly string[],
  more: { readonly reminders?: ReminderWay } = {},
): Promise<Database> {
  const settings = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATABASE_URL: address };
  const year = { SCHOOL_YEAR: '2026/2027', SECRET_KEY: 'a-key-only-for-this-test-0123456789' };
  const service = await startService(readConfig({ ...settings, ...year }), {
    now: () => instant('2026-07-31T00:00:00Z'),
    version: '0.0.0',
  });
  await service.stop();
  const database = openDatabase(address);
  for (const name of people) {
    const person = {
      county: '39',
      unitId: '39',
      name,
      address: `${name}@vestfold.example`,
      weeklyDigest: name === 'ola',
      ...more,
    };
    await addPerson(database, newPersonSchema.parse(person), instant('2026-07-31T00:00:00Z'));
  }
  return database;
}

/**
 * Nothing waits any more; what was sent was received, and what was received had been owed; whatever the ledger says is
 * owed stands in a message that was sent, has failed or has lapsed; and all was written from seven in the morning on its day.
 */
export async function checkOutbox(database: Database, received: readonly string[]) {
  const messages = await outboxOf(database, '39', { limit: 100_000 });
  const ids = new Map(messages.map(({ id, status }) => [`<${id}@arshjul.example>`, status]));
  expect(messages.filter(({ status }) => status === 'waiting')).toEqual([]);
  // A Message-ID is that of one message, and a message that of one person, day and kind: a repeat is known as the same.
  expect(received.filter((id) => !ids.has(id))).toEqual([]);
  const reached = new Set(received);
  expect([...ids].filter(([id, status]) => status === 'sent' && !reached.has(id))).toEqual([]);
  const owed = await database
    .selectFrom('reminder_ledger')
    .select(['recipient', 'task_id', 'occasion', 'outbox_id'])
    .where('outcome', '=', 'owed')
    .execute();
  const kept = new Set(messages.map(({ id }) => id));
  expect(owed.filter(({ outbox_id }) => outbox_id === null || !kept.has(outbox_id))).toEqual([]);
  const early = messages.filter(
    ({ createdAt, day }) => timeAt(createdAt, ZONE) < '07:00' || dateAt(createdAt, ZONE) !== day,
  );
  expect(early).toEqual([]);
  const count = (status: string) => messages.filter((message) => message.status === status).length;
  return {
    owed: owed.length,
    sent: count('sent'),
    failed: count('failed'),
    lapsed: count('lapsed'),
    corrections: messages.filter(({ kind, status }) => kind === 'correction' && status === 'sent').length,
    repeated: received.length - reached.size,
    days: new Set(messages.map(({ day }) => day)),
  };
}
