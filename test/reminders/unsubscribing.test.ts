import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unsubscribe } from '../../src/reminders/recipients/unsubscribing.store.js';
import { onEachDatabase } from '../database/databases.js';
import { BEGUN_AT, Mailing } from './mailing.js';

onEachDatabase('who unsubscribes while a message to them waits', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
  });
  afterEach(() => m.stop());

  /** The server takes nothing for now, so that what is owed waits. */
  const putOff = async (): Promise<void> => {
    m.refusals = { rcpt: '451 try later' };
    await m.job();
    m.refusals = {};
    expect(await m.statuses()).toEqual([['waiting', null, 1]]);
  };
  const muchLater = () => m.job('2026-11-24T12:00:00Z');

  it('is not sent it when they are a person, and it stands in the outbox with the reason', async () => {
    await m.addOffice();
    const kari = await m.person();
    await m.ownTask('2026-11-27');
    await putOff();
    await request(m.service.url)
      .patch(`/api/people/${kari.id}`)
      .set({ ...m.api(), 'If-Match': '"1"' })
      .send({ subscribed: false })
      .expect(200);
    await muchLater();
    expect(m.mails).toEqual([]);
    expect(await m.statuses()).toEqual([['lapsed', 'its recipient has unsubscribed', 1]]);
  });

  it('is sent it when they are a unit and the law asks for anything in it, else not', async () => {
    await m.addOffice({ address: 'post@kontor.example' });
    const { id } = await m.ownTask('2026-11-27');
    await putOff();
    const { body } = await m.store
      .selectFrom('tasks')
      .select('body')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const unsubscribeAs = async (basis: string) => {
      const asked = JSON.stringify({ ...JSON.parse(body), basis });
      await m.store.updateTable('tasks').set({ body: asked }).where('id', '=', id).execute();
      await m.store
        .transaction()
        .execute((transaction) => unsubscribe(transaction, '39', 'unit:39-x', m.now));
    };
    await unsubscribeAs('law');
    expect(await m.statuses()).toEqual([['waiting', null, 1]]);
    await unsubscribeAs('custom');
    expect(await m.statuses()).toEqual([['lapsed', 'its recipient has unsubscribed', 1]]);
    await muchLater();
    expect(m.mails).toEqual([]);
  });
});
