import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { outboxOf } from '../../src/reminders/outbox/outbox.store.js';
import { onEachDatabase } from '../database/databases.js';
import { BEGUN_AT, Mailing } from './mailing.js';

onEachDatabase('a failed message that is to be sent again by hand', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
  });
  afterEach(() => m.stop());

  const retry = (id: string) =>
    request(m.service.url).post(`/api/outbox/${id}/retry`).set(m.api()).send({ county: '39' });
  const patchPerson = (id: string, body: object, version = 1) =>
    request(m.service.url)
      .patch(`/api/people/${id}`)
      .set({ ...m.api(), 'If-Match': `"${version}"` })
      .send(body)
      .expect(200);

  /** What is refused by the server goes wrong; answers the id of the one message that has failed. */
  const failing = async (): Promise<string> => {
    m.refusals = { rcpt: '550 no such user' };
    await m.job();
    m.refusals = {};
    const [failed] = await outboxOf(m.store, '39', { status: 'failed' });
    if (!failed) throw new Error('nothing has failed');
    return failed.id;
  };

  /** News that has failed to reach Kari. */
  const failedNews = async () => {
    await m.addOffice();
    const { id, address } = await m.person();
    await m.publish('Hei.');
    return { kari: { id, address }, failed: await failing() };
  };

  /** Asks for it to be sent again, which is refused for this reason, and nothing is sent. */
  const isRefused = async (failed: string, code: string) => {
    const { body } = await retry(failed).expect(409);
    expect(body.refusal).toEqual({ code });
    await m.job('2026-11-24T12:00:00Z');
    expect(m.mails).toEqual([]);
  };

  it('is not sent to who has unsubscribed since, and is once they want mail again', async () => {
    const { kari, failed } = await failedNews();
    await patchPerson(kari.id, { subscribed: false });
    await isRefused(failed, 'unsubscribed');
    await patchPerson(kari.id, { subscribed: true }, 2);
    await retry(failed).expect(200);
    await m.job('2026-11-24T12:01:00Z');
    expect(m.mails.map(({ envelope }) => envelope.to)).toEqual([[kari.address]]);
  });

  it('is not sent to an address that has been paused since, and is to another', async () => {
    const { kari, failed } = await failedNews();
    await m.store
      .updateTable('recipient_states')
      .set({ failures: 3, paused_at: m.now })
      .where('recipient', '=', `person:${kari.id}`)
      .execute();
    await isRefused(failed, 'paused');
    await patchPerson(kari.id, { address: 'kari@sande.example' });
    await retry(failed).expect(200);
  });

  it('is not sent to a person who has been erased since, nor to one whose unit is used no more', async () => {
    const { kari, failed } = await failedNews();
    await m.store.updateTable('units').set({ retired: 1 }).where('id', '=', '39-x').execute();
    await isRefused(failed, 'gone');
    await request(m.service.url)
      .delete(`/api/people/${kari.id}`)
      .set({ ...m.api(), 'If-Match': '"1"' })
      .expect(200);
    await retry(failed).expect(404);
  });

  it('is sent to a unit that has unsubscribed when the law asks for all of it, else not', async () => {
    await m.addOffice({ address: 'post@kontor.example' });
    const { id } = await m.ownTask('2026-11-27');
    const failed = await failing();
    await m.store
      .updateTable('recipient_states')
      .set({ subscribed: 0 })
      .where('recipient', '=', 'unit:39-x')
      .execute();
    await isRefused(failed, 'unsubscribed');
    const { body } = await m.store
      .selectFrom('tasks')
      .select('body')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const asked = JSON.stringify({ ...JSON.parse(body), basis: 'law' });
    await m.store.updateTable('tasks').set({ body: asked }).where('id', '=', id).execute();
    await retry(failed).expect(200);
  });

  it('is refused with the reason, too, when it has not failed or is about what is past', async () => {
    const { failed } = await failedNews();
    await retry(failed).expect(200);
    expect((await retry(failed).expect(409)).body.refusal).toEqual({ code: 'not-failed' });
    await m.store.updateTable('outbox').set({ status: 'failed' }).execute();
    m.now = '2028-01-01T08:00:00.000Z' as typeof m.now;
    expect((await retry(failed).expect(409)).body.refusal).toEqual({ code: 'past' });
  });
});
