import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { BEGUN_AT, Mailing } from './mailing.js';

onEachDatabase('corrections', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
    await m.addOffice();
    await m.person();
  });
  afterEach(() => m.stop());

  const subjects = () => m.mails.map(({ subject }) => subject?.replace('Frist: Møte om overgangen', 'Møte'));
  const change = async (id: string, patch: object, at: string, send?: null) => {
    await m.changeTask(id, patch);
    await m.publish();
    await m.job(at, send);
  };

  it('go out at once, again and again, when the task is on its way before the next day of school', async () => {
    const { id } = await m.ownTask('2026-11-26', { reminders: [2] });
    await m.job();
    await change(id, { start: '2026-11-24', end: '2026-11-24' }, '2026-11-24T07:30:00Z');
    await change(id, { startTime: '13:00', endTime: '14:00' }, '2026-11-24T08:30:00Z');
    await change(id, { start: '2026-12-10', end: '2026-12-10' }, '2026-11-24T09:30:00Z');
    expect(subjects().slice(1)).toEqual([
      'Flyttet: Møte – nå tirsdag 24. november 2026',
      'Endret: Møte – tirsdag 24. november 2026',
      'Flyttet: Møte – nå torsdag 10. desember 2026',
    ]);
    expect(new Set(m.mails.map(({ messageId }) => messageId)).size).toBe(4);
    const lapsed = await m.store
      .selectFrom('reminder_ledger')
      .where('outcome', '=', 'lapsed')
      .selectAll()
      .execute();
    expect(lapsed).toEqual([]);
    await m.job('2026-11-24T10:30:00Z');
    expect(m.mails).toHaveLength(4);
  });

  it('of one day are one, with the next day’s, when there is time for that', async () => {
    const { id } = await m.ownTask('2026-12-10', { reminders: [16] });
    await m.job();
    await change(id, { title: 'Nytt navn' }, '2026-11-24T07:30:00Z');
    await change(id, { title: 'Nyere navn' }, '2026-11-24T08:30:00Z');
    await change(id, { title: 'Nyeste navn' }, '2026-11-24T09:30:00Z');
    await m.job('2026-11-25T06:30:00Z');
    expect(subjects().slice(1)).toEqual([
      'Endret: Frist: Nytt navn – torsdag 10. desember 2026',
      'Endret: Frist: Nyeste navn – torsdag 10. desember 2026',
    ]);
  });

  it('that could not be sent for days are one, of how the task is by then', async () => {
    const { id } = await m.ownTask('2026-12-10', { reminders: [16] });
    await m.job();
    await change(id, { start: '2026-12-11', end: '2026-12-11' }, '2026-11-25T06:30:00Z', null);
    await change(id, { start: '2026-12-14', end: '2026-12-14' }, '2026-11-26T06:30:00Z', null);
    await m.job('2026-11-27T06:30:00Z');
    await m.job('2026-11-30T06:30:00Z');
    expect(subjects().slice(1)).toEqual(['Flyttet: Møte – nå mandag 14. desember 2026']);
    expect(m.mails[1]?.text).toContain('torsdag 10. desember 2026');
  });

  it('are not sent of what nobody has been told, nor of what is back as it was told', async () => {
    const { id } = await m.ownTask('2026-12-10', { reminders: [3] });
    await change(id, { title: 'Nytt navn' }, '2026-11-24T06:30:00Z');
    expect(m.mails).toEqual([]);
    const told = await m.ownTask('2026-12-10', { title: 'Fortalt', reminders: [15] });
    await m.job('2026-11-25T06:30:00Z');
    await change(told.id, { title: 'Annet' }, '2026-11-26T06:30:00Z', null);
    await change(told.id, { title: 'Fortalt' }, '2026-11-27T06:30:00Z');
    expect(m.mails).toHaveLength(1);
  });

  it('and reminders are of what is published: nothing is sent about a draft', async () => {
    const { id } = await m.ownTask('2026-11-27', { reminders: [3] });
    await m.job();
    await m.changeTask(id, { status: 'cancelled' });
    await m.job('2026-11-24T07:30:00Z');
    await m.addDraft('2026-11-26', { title: 'Utkast', reminders: [1] });
    await m.job('2026-11-25T06:30:00Z');
    expect(m.mails).toHaveLength(1);
    await m.publish();
    await m.job('2026-11-25T07:30:00Z');
    expect(m.mails.map(({ subject }) => /Avlyst|Utkast/.exec(subject ?? '')?.[0])).toEqual([
      undefined,
      'Avlyst',
      'Utkast',
    ]);
  });
});
