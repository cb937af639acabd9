import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../src/calendar/iso-date.js';
import { type OutboxMessage, outboxOf } from '../../src/reminders/outbox/outbox.store.js';
import type { SendMessage } from '../../src/reminders/send/delivery.js';
import { outcomeOf } from '../../src/reminders/send/delivery.js';
import { messageIdOf, smtpSender } from '../../src/reminders/send/smtp.js';
import { onDatabase, onEachDatabase } from '../database/databases.js';
import { BASE_URL, BEGUN_AT, Mailing } from './mailing.js';

const HOST = new URL(BASE_URL).hostname;

onEachDatabase('messages that are sent one after the other', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
    await m.addOffice();
    await m.ownTask('2026-11-27');
    for (const name of ['Kari', 'Ola', 'Per']) await m.person(name);
  });
  afterEach(() => m.stop());

  const states = async () =>
    (
      await m.store.selectFrom('outbox').select(['status', 'asked', 'attempts', 'leased_until']).execute()
    ).map(
      ({ status, asked, attempts, leased_until }) =>
        `${status} ${attempts}${asked ? ' asked' : ''}${leased_until ? ' claimed' : ''}`,
    );

  it('are written as sent before the last line of the next goes out, which is claimed by then', async () => {
    const seen: string[][] = [];
    const looking: SendMessage = async (_message, beforeTaken) => {
      await beforeTaken();
      seen.push((await states()).sort());
      return { kind: 'accepted', text: '250 ok' };
    };
    await m.job(undefined, looking);
    expect(seen).toEqual([
      ['waiting 0', 'waiting 1 asked claimed', 'waiting 1 asked claimed'],
      ['sent 1 asked', 'waiting 1 asked claimed', 'waiting 1 asked claimed'],
      ['sent 1 asked', 'sent 1 asked', 'waiting 1 asked claimed'],
    ]);
    expect(await states()).toEqual(['sent 1 asked', 'sent 1 asked', 'sent 1 asked']);
  });

  it('are given back unasked when the server goes away before their turn', async () => {
    await m.job(undefined, async () => ({ kind: 'lost', text: 'the connection broke' }));
    expect((await states()).sort()).toEqual(['waiting 0', 'waiting 0', 'waiting 1 asked']);
    await m.job('2026-11-24T06:40:00Z');
    expect((await states()).sort()).toEqual(['sent 1 asked', 'sent 1 asked', 'sent 2 asked']);
    expect(m.mails).toHaveLength(3);
  });
});

onDatabase('SQLite', 'a mail on its way', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
    await m.addOffice();
    await m.ownTask('2026-11-27');
    await m.person();
    await m.job(undefined, null);
  });
  afterEach(() => m.stop());

  const message = async (): Promise<OutboxMessage> => {
    const [only] = await outboxOf(m.store, '39');
    if (!only) throw new Error('no message');
    return only;
  };

  it('is not taken before what has to be written is written', async () => {
    const held = await message();
    const another = smtpSender(m.smtp);
    let isWritten = false;
    const answer = await m.sender.send(held, async () => {
      // What is sent on another connection meanwhile is taken long before.
      expect(await another.send({ ...held, id: 'meanwhile' }, async () => {})).toMatchObject({
        kind: 'accepted',
      });
      expect(m.mails.map(({ messageId }) => messageId)).toEqual([messageIdOf({ id: 'meanwhile' }, HOST)]);
      isWritten = true;
    });
    another.close();
    expect(answer.kind).toBe('accepted');
    expect([isWritten, m.mails.length]).toEqual([true, 2]);
  });

  it('is not taken when it cannot be written', async () => {
    const answer = await m.sender.send(await message(), async () => {
      throw new Error('disk full');
    });
    expect(answer.kind).not.toBe('accepted');
    expect(await m.sender.send(await message(), async () => {})).toMatchObject({ kind: 'accepted' });
    expect(m.mails).toHaveLength(1);
  });
});

describe('a message that was not taken', () => {
  const at = (attempts: number, now = '2026-11-24T06:30:00Z') =>
    outcomeOf(
      { attempts, waitingSince: instant('2026-11-24T06:00:00Z'), wasAsked: false },
      { kind: 'deferred', text: '451 later' },
      instant(now),
    );
  const minutes = (attempts: number) => {
    const outcome = at(attempts);
    if (outcome.status !== 'waiting') throw new Error(outcome.status);
    return (Date.parse(outcome.nextAttemptAt) - Date.parse('2026-11-24T06:30:00Z')) / 60_000;
  };

  it.each([
    [1, 1],
    [2, 2],
    [5, 16],
    [9, 256],
    [10, 360],
    [400, 360],
  ])(
    'is tried again after attempt %i in about %i minutes, by chance a quarter more or less',
    (attempts, about) => {
      const delays = Array.from({ length: 50 }, () => minutes(attempts));
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(about * 0.75);
      expect(Math.max(...delays)).toBeLessThanOrEqual(about * 1.25);
      expect(new Set(delays).size).toBeGreaterThan(10);
    },
  );

  it('is given up after 48 hours of refusals, not of a server that is away', () => {
    expect(at(12, '2026-11-26T05:59:00Z')).toMatchObject({ status: 'waiting' });
    expect(at(12, '2026-11-26T06:01:00Z')).toMatchObject({
      status: 'failed',
      reason: 'not accepted in 48 hours',
    });
    const away = outcomeOf(
      { attempts: 12, waitingSince: instant('2026-11-24T06:00:00Z'), wasAsked: false },
      { kind: 'unavailable', text: 'refused' },
      instant('2026-11-30T06:00:00Z'),
    );
    expect(away).toMatchObject({ status: 'waiting', wasAsked: false });
  });
});
