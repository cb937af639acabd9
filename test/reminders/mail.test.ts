import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { composeMail } from '../../src/reminders/mail/mail.js';
import type { ReminderItem } from '../../src/reminders/plan/owed-reminder.js';
import type { Task } from '../../src/task/task.js';
import { seenWith } from '../../src/task/unit-view.js';
import { taskNamed, wordingIn } from '../cycle/samples.js';
import { kari } from './samples.js';

const county = { ...kari, unit: { id: '39', kind: 'county', partner: null, route: null } as const };
const units = [
  { id: '39-horten', name: 'Horten vgs' },
  { id: '39-sande', name: 'Sande vgs' },
];

const mailTo = (recipient: typeof kari, task: Partial<Task>, item: Partial<ReminderItem> = {}) => {
  const seen = seenWith(
    { ...taskNamed('soknadsfrist-videregaende'), id: 't 1', actor: 'school', ...task },
    undefined,
  );
  return composeMail(
    {
      recipient,
      day: isoDate('2027-02-15'),
      kind: 'daily',
      items: [{ section: 'reminder', seen, notifiedStart: null, about: null, isOwn: true, ...item }],
    },
    {
      wording: wordingIn('nb'),
      calendarOf: () => '',
      countyName: 'Vestfold',
      units,
      replyTo: null,
      secretKey: 'x'.repeat(32),
      baseUrl: 'https://arshjul.example',
    },
  ).text;
};

describe('a mail', () => {
  it('names the unit that is to do it where one is, else the kind of unit', () => {
    expect(mailTo(kari, { unitId: '39-sande' })).toContain('Ansvarlig: Sande vgs\n');
    expect(mailTo(kari, { unitId: null })).toContain('Ansvarlig: Skole\n');
  });

  it('names to the county the unit that has let a deadline pass, and leaves it to the unit to mark it as done', () => {
    const text = mailTo(county, { unitId: null }, { section: 'overdue', about: '39-horten' });
    expect(text).toContain('Ansvarlig: Horten vgs\n');
    expect(text).not.toContain('Marker som gjort');
  });

  it('leads to the page of a task with the date of the recipient’s unit, or of the unit that it is about', () => {
    const page = (text: string) => /https:\/\/arshjul\.example\/tasks\/\S+/.exec(text)?.[0];
    const base = 'https://arshjul.example/tasks/t%201';
    expect(page(mailTo(kari, {}))).toBe(`${base}?unit=39-horten`);
    expect(page(mailTo(county, {}))).toBe(base);
    expect(page(mailTo(county, {}, { section: 'overdue', about: '39-sande' }))).toBe(`${base}?unit=39-sande`);
  });
});
