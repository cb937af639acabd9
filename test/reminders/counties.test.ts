import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMetrics } from '../../src/http/metrics.js';
import { outboxFigures } from '../../src/reminders/outbox/outbox-figures.store.js';
import { runJob } from '../../src/reminders/send/reminder-job.js';
import type { SmtpSender } from '../../src/reminders/send/smtp.js';
import { onEachDatabase } from '../database/databases.js';
import { BEGUN_AT, Mailing } from './mailing.js';

/** The county that something is wrong with, which has its turn first. */
const WRONG = '03';

onEachDatabase('the reminders of several counties', (createDatabase) => {
  let m: Mailing;
  let failures: (string | null)[];

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
    failures = [];
    await m.addOffice();
    await m.ownTask('2026-11-27');
    await m.person();
  });
  afterEach(() => m.stop());

  const job = (send: SmtpSender['send'] = m.sender.send) =>
    runJob({
      context: m.context,
      counties: async () => [WRONG, '39'],
      send,
      now: () => m.now,
      onError: (_error, county) => failures.push(county),
    });

  /** A message of the other county that waits, holding this. */
  const addMessage = async (content: string) => {
    const message = { county: WRONG, id: 'm', recipient: 'unit:03', address: 'oslo@fylke.example' };
    const { now } = m;
    await m.store
      .insertInto('outbox')
      .values({
        ...message,
        day: '2026-11-24',
        kind: 'daily',
        number: 1,
        status: 'waiting',
        reason: null,
        attempts: 0,
        asked: 0,
        next_attempt_at: now,
        waiting_since: now,
        leased_until: null,
        server_answer: null,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await m.store.insertInto('outbox_content').values({ county: WRONG, id: 'm', content }).execute();
  };

  it('go out though those of another cannot be worked out, which is told and tried again', async () => {
    const at = { created_at: m.now, updated_at: m.now };
    const cycle = { county: WRONG, id: '03-2026-2027' };
    await m.store
      .insertInto('cycles')
      .values({
        ...cycle,
        ...at,
        school_year: '2026/2027',
        state: 'published',
        revision: 1,
        published_revision: 1,
        published_at: m.now,
        public: 1,
        level: 'complete',
        provisional: '[]',
      })
      .execute();
    const task = { county: WRONG, cycle_id: cycle.id, id: 'broken', version: 1 };
    await m.store
      .insertInto('tasks')
      .values({ ...task, body: '{', generated: null, published: '{', adjusts: null })
      .execute();
    await job();
    expect(failures).toEqual([WRONG]);
    expect(m.mails.map(({ envelope }) => envelope.to)).toEqual([['kari@horten.example']]);
    await m.store.deleteFrom('tasks').where('id', '=', 'broken').execute();
    await job();
    expect(failures).toEqual([WRONG]);
  });

  it('go out though a message of another cannot be read', async () => {
    await addMessage('{');
    await job();
    expect(failures).toEqual([WRONG]);
    expect(m.mails.map(({ envelope }) => envelope.to)).toEqual([['kari@horten.example']]);
  });

  it('wait for the next time, all of them, when the server is away', async () => {
    await addMessage(JSON.stringify({ usefulThrough: '2027-03-01' }));
    let asked = 0;
    await job(async () => {
      asked += 1;
      return { kind: 'unavailable', text: 'connection refused' };
    });
    expect([asked, failures]).toEqual([1, []]);
  });

  it('are counted by county when they go wrong', async () => {
    const metrics = createMetrics({
      figures: () => outboxFigures(m.store),
      now: () => m.now,
      token: undefined,
    });
    await addMessage('{');
    await runJob({
      context: m.context,
      counties: async () => [WRONG, '39'],
      send: m.sender.send,
      now: () => m.now,
      onError: (_error, county) => metrics.countReminderFailure(county),
    });
    expect(await metrics.registry.metrics()).toContain(
      `arshjul_reminder_failures_total{county="${WRONG}"} 1`,
    );
  });
});
