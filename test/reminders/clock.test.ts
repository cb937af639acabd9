import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../database/databases.js';
import { BEGUN_AT, Mailing } from './mailing.js';

onEachDatabase('when the clock or the process does not go on as it should', (createDatabase) => {
  let m: Mailing;

  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', BEGUN_AT));
    await m.addOffice();
    await m.person();
  });
  afterEach(() => m.stop());

  const activity = (start: string, title: string, reminders: readonly number[]) =>
    m.ownTask(start, { kind: 'activity', title, reminders });
  const TITLES = /^(Mandag|Nyttår|Før|Etter|Snart|Desember|Mars)$/gm;
  /** Which tasks stand in each mail. */
  const told = () => m.mails.map(({ text }) => (text ?? '').match(TITLES)?.join(' '));
  const lapsed = async () =>
    (
      await m.store
        .selectFrom('reminder_ledger')
        .select(['occasion', 'reason'])
        .where('outcome', '=', 'lapsed')
        .orderBy('occasion')
        .execute()
    ).map(({ occasion, reason }) => `${occasion} ${reason}`);

  it.each([
    ['an hour', '2026-11-24T07:30:00Z', ['Mandag'], []],
    ['a day', '2026-11-25T06:30:00Z', ['Mandag'], []],
    [
      'three weeks',
      '2026-12-15T06:30:00Z',
      ['Nyttår'],
      ['lead:0:2026-11-30 past', 'lead:3:2026-11-30 past', 'lead:6:2026-11-30 past'],
    ],
  ])(
    'sends what is still of use once after %s, and says of the rest that it has lapsed',
    async (_, back, mails, gone) => {
      await activity('2026-11-30', 'Mandag', [6, 3, 0]);
      await activity('2027-01-08', 'Nyttår', [25]);
      await m.job('2026-11-23T06:30:00Z');
      m.restart();
      await m.job(back);
      await m.job(back.replace('06:30', '08:30'));
      expect(told()).toEqual(mails);
      expect(await lapsed()).toEqual(gone);
    },
  );

  it.each([
    ['from summer time', '2026-10-23', '2026-10-26'],
    ['to summer time, which is in the Easter break', '2027-03-19', '2027-03-30'],
  ])('sends on the days around the change %s once, from seven in the morning', async (_, friday, monday) => {
    await activity(friday, 'Før', [0]);
    await activity(monday, 'Etter', [0]);
    const first = Date.parse(`${friday}T00:00:00Z`);
    for (let minutes = 0; first + minutes * 60_000 < Date.parse(`${monday}T12:00:00Z`); minutes += 30)
      await m.job(new Date(first + minutes * 60_000).toISOString());
    expect(told()).toEqual(['Før', 'Etter']);
    const written = await m.store.selectFrom('outbox').select('created_at').orderBy('created_at').execute();
    const oslo = written.map(({ created_at }) =>
      new Date(created_at).toLocaleTimeString('nb-NO', { timeZone: 'Europe/Oslo', timeStyle: 'short' }),
    );
    expect(oslo).toEqual(['07:00', '07:00']);
  });

  it('forgets nothing that a clock which was months ahead took for past, and repeats nothing', async () => {
    await activity('2026-11-27', 'Snart', [3, 1]);
    await activity('2026-12-10', 'Desember', [6, 0]);
    await activity('2027-03-04', 'Mars', [20]);
    await m.job('2026-11-24T06:30:00Z');
    expect(told()).toEqual(['Snart']);
    // For a few minutes it is February.
    await m.job('2027-02-15T06:30:00Z');
    expect(told()).toEqual(['Snart', 'Mars']);
    expect(await lapsed()).not.toEqual([]);
    for (const day of ['2026-11-24', '2026-11-26', '2026-12-04', '2026-12-10', '2027-02-12'])
      for (const hour of ['06', '08']) await m.job(`${day}T${hour}:40:00Z`);
    expect(told()).toEqual(['Snart', 'Mars', 'Snart', 'Desember', 'Desember']);
    expect(await lapsed()).toEqual([]);
  });

  it('tries again at once what a clock that was ahead put off or claimed', async () => {
    await activity('2026-11-27', 'Snart', [3]);
    await m.job('2026-11-24T06:30:00Z', null);
    const ahead = { next_attempt_at: '2027-02-15T06:30:00.000Z', leased_until: '2027-02-15T06:35:00.000Z' };
    await m.store.updateTable('outbox').set(ahead).execute();
    await m.job('2026-11-24T06:31:00Z');
    expect(told()).toEqual(['Snart']);
  });

  it('sends again what waited, and lapsed only because the clock was ahead', async () => {
    await activity('2026-11-27', 'Snart', [3]);
    await m.job('2026-11-24T06:30:00Z', async () => ({ kind: 'deferred', text: '451 later' }));
    await m.job('2027-02-15T06:30:00Z');
    expect(await m.statuses()).toEqual([['lapsed', 'what it is about is past', 2]]);
    await m.job('2026-11-25T06:30:00Z');
    expect(told()).toEqual(['Snart']);
  });

  it('repeats nothing when the clock goes back a day and on again', async () => {
    await activity('2026-11-27', 'Snart', [3, 2]);
    for (const at of ['24T06:30', '23T06:30', '23T08:30', '24T06:30', '24T08:00', '25T06:30'])
      await m.job(`2026-11-${at}:00Z`);
    expect(told()).toEqual(['Snart', 'Snart']);
    expect(await lapsed()).toEqual([]);
  });
});
