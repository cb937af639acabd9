import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, type IsoDate, instant, isoDate } from '../../src/calendar/iso-date.js';
import { inLanguage } from '../../src/language/text.js';
import { readTasksToRemind } from '../../src/reminders/plan/published-tasks.js';
import { isResponsible } from '../../src/task/unit-view.js';
import { onDatabase } from '../database/databases.js';
import { Mailing } from './mailing.js';
import { mornings, schoolDays } from './plays.js';

const STARTED = instant('2026-08-01T06:00:00Z');
const SCHOOL = { id: '39-horten', kind: 'school' } as const;
/** Days on which the service is down: two Mondays with the days after them, and single ones. */
const DOWN: readonly string[] = [
  '2026-09-14',
  '2026-09-15',
  '2026-10-21',
  '2027-01-25',
  '2027-01-26',
  '2027-02-10',
];

onDatabase('SQLite', 'a school year of mails to people of a school', (createDatabase) => {
  let m: Mailing;
  beforeEach(async () => {
    m = await Mailing.start(await createDatabase('begun', STARTED), {}, STARTED);
    await m.addOffice({ ...SCHOOL, name: 'Horten vgs', reminders: 'weekly' });
  });
  afterEach(() => m.stop());

  it('is at most 40, begins with nothing past, and has every deadline by law or national date in time', async () => {
    const choice = { unitId: SCHOOL.id, reminders: null };
    const kari = await m.person('Kari', choice, STARTED);
    const sentOn: { day: IsoDate; to: string; subject: string; text: string }[] = [];
    const days = mornings('2026-08-03', '2027-06-30').filter((moment) => !DOWN.includes(moment.slice(0, 10)));
    for (const moment of days) {
      if (moment.startsWith('2026-11-18')) await m.person('Nina', choice, moment);
      const before = m.mails.length;
      await m.job(moment);
      for (const { envelope, subject = '', text = '' } of m.mails.slice(before))
        sentOn.push({ day: isoDate(moment.slice(0, 10)), to: envelope.to[0] ?? '', subject, text });
    }
    const to = (name: string) => sentOn.filter((mail) => mail.to.startsWith(name));
    for (const name of ['kari', 'nina']) {
      expect(to(name).length).toBeLessThanOrEqual(40);
      expect(to(name).length).toBeGreaterThan(15);
      expect(to(name)[0]?.text).not.toContain('OVER FRISTEN');
    }
    const { tasks } = await readTasksToRemind(m.store, '39');
    const own = tasks.filter((task) => isResponsible(task, SCHOOL) && task.start >= '2026-08-17');
    const titled = (task: (typeof own)[number]) => inLanguage(task.title, 'nb');
    const deadlines = own.filter(
      ({ kind, basis }) => kind === 'deadline' && (basis === 'law' || basis === 'national'),
    );
    expect(deadlines.length).toBeGreaterThan(4);
    for (const task of deadlines)
      for (const lead of [3, 0]) {
        const day = schoolDays.lastOnOrBefore(addDays(task.start, -lead));
        const told = to('kari')
          .filter((mail) => mail.day === day)
          .map(({ text }) => text.includes(titled(task)));
        expect([titled(task), day, told]).toEqual([titled(task), day, [true]]);
      }
    // Each task of the school was told of before it came; of the few that began while the service was down, the ledger says
    // that they lapsed.
    const untold = own.filter(
      (task) => !to('kari').some(({ day, text }) => day <= task.start && text.includes(titled(task))),
    );
    expect(untold.filter(({ start }) => !DOWN.includes(start))).toEqual([]);
    const lapsed = await m.store
      .selectFrom('reminder_ledger')
      .select(['task_id', 'recipient'])
      .where('outcome', '=', 'lapsed')
      .execute();
    const recorded = new Set(lapsed.map(({ task_id, recipient }) => `${recipient} ${task_id}`));
    expect(untold.filter(({ id }) => !recorded.has(`person:${kari.id} ${id}`))).toEqual([]);
    // What is late is listed five at most, and the subject names what stands first.
    for (const { subject, text } of sentOn) {
      const [, late = ''] = text.split('OVER FRISTEN');
      expect(late.split('Marker som gjort').length - 1).toBeLessThanOrEqual(5);
      const first = text.split('\n\n')[2]?.split('\n')[0] ?? '';
      expect(subject).toContain(first);
    }
  }, 300_000);
});
