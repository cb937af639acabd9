import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateAt, type IsoDate, instant, isoDate } from '../../src/calendar/iso-date.js';
import { readOccasion } from '../../src/reminders/ledger/occasion.js';
import { compareWays } from '../../src/reminders/plan/compare-ways.js';
import { mailWeekOf } from '../../src/reminders/plan/mail-week.js';
import { indexRecipients } from '../../src/reminders/recipients/recipient-index.js';
import type { Task } from '../../src/task/task.js';
import { vestfoldCycle } from '../cycle/samples.js';
import { entries, mornings, play, said, schoolDays, task } from './plays.js';
import { kari, ola } from './samples.js';

const on = (id: string, start: string, fields: Partial<Task> = {}) =>
  task({ id, start: isoDate(start), kind: 'activity', ...fields });

describe('the week of mail', () => {
  const week = (day: string) => mailWeekOf(schoolDays, isoDate(day));

  it('is two weeks long, and longer where there is no school', () => {
    expect(week('2026-11-24')).toEqual({
      name: '2026-W48',
      previous: '2026-W47',
      next: '2026-11-30',
      through: '2026-12-06',
    });
    // Before Christmas: the next list goes out on the first school day of January.
    expect(week('2026-12-14')).toMatchObject({ next: '2027-01-05', through: '2027-01-10' });
    expect(week('2027-06-14').through >= '2027-08-22').toBe(true);
  });
});

describe('who is reminded by the week', () => {
  it('gets on Monday what comes in two weeks, what the unit is to do first in each week', () => {
    const nav = {
      ...kari,
      unit: { id: '39-nav', kind: 'partner', partner: 'nav', route: null } as const,
      follows: ['own'],
    };
    const tasks = [
      on('with', '2026-11-24', { kind: 'cooperation', actor: 'school-owner', partners: ['nav'] }),
      on('own', '2026-11-27', { unitId: '39-nav' }),
      on('next', '2026-12-04', { unitId: '39-nav' }),
      on('later', '2026-12-07', { unitId: '39-nav' }),
    ];
    expect(said(play(tasks, [nav], mornings('2026-11-23', '2026-11-27')))).toEqual([
      '2026-11-23 person:kari daily weekly:own weekly:with weekly:next',
    ]);
  });

  it('gets it on the first school day of a week whose Monday is off, and nothing in a week without school', () => {
    // Monday is Whit Monday and 17 May at once.
    const whitsun = [on('a', '2027-05-19')];
    expect(said(play(whitsun, [kari], mornings('2027-05-15', '2027-05-21')))).toEqual([
      '2027-05-18 person:kari daily weekly:a',
    ]);
    const winter = [on('b', '2026-12-29'), on('c', '2027-01-06')];
    expect(said(play(winter, [kari], mornings('2026-12-14', '2027-01-08')))).toEqual([
      '2026-12-14 person:kari daily weekly:b weekly:c',
    ]);
  });

  it.each(['law', 'national'] as const)(
    'hears apart from that of a deadline by %s, three days before and on the day',
    (basis) => {
      const deadline = task({ start: isoDate('2026-12-10'), basis });
      expect(said(play([deadline], [kari], mornings('2026-11-23', '2026-12-11')))).toEqual([
        '2026-11-30 person:kari daily weekly:t',
        '2026-12-07 person:kari daily reminder:t',
        '2026-12-10 person:kari daily reminder:t',
      ]);
      // On a Sunday: three days before, and on the school day before.
      const sunday = task({ start: isoDate('2026-12-06'), basis });
      expect(said(play([sunday], [kari], mornings('2026-12-01', '2026-12-07')).slice(1))).toEqual([
        '2026-12-03 person:kari daily reminder:t',
        '2026-12-04 person:kari daily reminder:t',
      ]);
      // After the Christmas holiday both are the last school day before it: one mail.
      const january = task({ start: isoDate('2027-01-02'), basis });
      expect(said(play([january], [kari], mornings('2026-12-15', '2027-01-04')).slice(1))).toEqual([
        '2026-12-18 person:kari daily reminder:t',
      ]);
    },
  );

  it('hears of other deadlines in the list alone', () => {
    for (const basis of ['customary', 'county-practice', 'seed'] as const)
      expect(said(play([task({ basis })], [kari], mornings('2026-11-23', '2026-12-11')))).toEqual([
        '2026-11-30 person:kari daily weekly:t',
      ]);
  });

  it('is told of what is published within the week at once when it cannot wait for the next list', () => {
    const published = (now: string) => [
      on('known', '2026-11-26'),
      ...(now < '2026-11-25' ? [] : [on('now', '2026-11-27'), on('wait', '2026-12-02')]),
    ];
    expect(said(play(published, [kari], mornings('2026-11-23', '2026-12-01')))).toEqual([
      '2026-11-23 person:kari daily weekly:known',
      '2026-11-25 person:kari daily weekly:now',
      '2026-11-30 person:kari daily weekly:wait',
    ]);
  });

  it('gets the list a week later when all that cannot wait has been told and little is new', () => {
    const few = [on('a', '2026-11-24'), on('b', '2026-12-01'), on('c', '2026-12-08')];
    expect(said(play(few, [kari], mornings('2026-11-23', '2026-12-08')))).toEqual([
      '2026-11-23 person:kari daily weekly:a weekly:b',
      '2026-12-07 person:kari daily weekly:c',
    ]);
    const many = Array.from({ length: 6 }, (_, index) => on(`n${index}`, '2026-12-08'));
    expect(said(play([...few, ...many], [kari], mornings('2026-11-30', '2026-11-30')))).toHaveLength(1);
  });

  it('hears of a change with the next list when it can wait, and at once when it cannot', () => {
    const moved = (to: string, at: string) => (now: string) => [
      on('t', now < at ? '2026-12-04' : to, { version: now < at ? 1 : 2 }),
    ];
    const days = mornings('2026-11-23', '2026-12-01');
    expect(said(play(moved('2026-12-03', '2026-11-25'), [kari], days))).toEqual([
      '2026-11-23 person:kari daily weekly:t',
      '2026-11-30 person:kari daily moved:t',
    ]);
    expect(said(play(moved('2026-11-27', '2026-11-25'), [kari], days))).toEqual([
      '2026-11-23 person:kari daily weekly:t',
      '2026-11-25 person:kari correction moved:t',
    ]);
    // On the day of the list itself, what is nearer than the next school day goes apart.
    expect(said(play(moved('2026-11-30', '2026-11-30'), [kari], days))).toEqual([
      '2026-11-23 person:kari daily weekly:t',
      '2026-11-30 person:kari correction moved:t',
    ]);
  });

  it('is told of nothing that was late before they came, and of the rest with the list', () => {
    const late = [
      task({ id: 'before', start: isoDate('2026-11-10') }),
      task({ id: 'since', start: isoDate('2026-11-18') }),
      on('soon', '2026-11-25'),
    ];
    const newcomer = { ...kari, joinedOn: isoDate('2026-11-16') };
    expect(said(play(late, [newcomer], mornings('2026-11-23', '2026-11-27')))).toEqual([
      '2026-11-23 person:kari daily weekly:soon overdue:since',
    ]);
    const lateSince = isoDate('2026-11-20');
    expect(said(play(late, [kari], mornings('2026-11-23', '2026-11-27'), { lateSince }))).toEqual([
      '2026-11-23 person:kari daily weekly:soon',
    ]);
  });
});

describe('a year of lists over days that are missed', () => {
  const START = isoDate('2026-08-17');
  const LAST = isoDate('2027-06-18');
  const anyTask = fc.record({
    days: fc.integer({ min: 0, max: 305 }),
    kind: fc.constantFrom('deadline', 'activity', 'cooperation'),
    basis: fc.constantFrom('law', 'national', 'customary', 'seed'),
  });
  const anyOutages = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 300 }), days: fc.integer({ min: 1, max: 25 }) }),
    { maxLength: 6 },
  );
  const isAway = (outages: readonly { from: number; days: number }[], index: number) =>
    outages.some(({ from, days }) => index >= from && index < from + days);

  it('tells each task once a list before it comes, or records that it lapsed', () => {
    fc.assert(
      fc.property(fc.array(anyTask, { minLength: 1, maxLength: 40 }), anyOutages, (drawn, outages) => {
        const tasks = drawn.map(({ days, kind, basis }, index) => {
          const start = addDays(START, days);
          return task({ id: `t${index}`, start, end: start, kind, basis });
        });
        const days = mornings(START, LAST).filter((_day, index) => !isAway(outages, index));
        const played = play(tasks, [kari], days);
        const settled = played.flatMap(({ moment, due }) =>
          due.settled.map((each) => ({ ...each, on: dateAt(instant(moment), 'Europe/Oslo') })),
        );
        const keys = settled.map(({ taskId, occasion }) => `${taskId} ${occasion}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { outcome, occasion, start, on: day } of settled)
          if (readOccasion(occasion).kind !== 'overdue')
            expect(outcome === 'owed' ? start >= day : start < day).toBe(true);
        // Whatever starts before the last day that was played has been told of, or has lapsed with a record.
        const lastDay = isoDate((days.at(-1) ?? START).slice(0, 10));
        const lastSchoolDay = schoolDays.lastOnOrBefore(lastDay);
        const first = isoDate((days[0] ?? LAST).slice(0, 10));
        const known = new Set(settled.map(({ taskId }) => taskId));
        const lost = tasks.filter(
          ({ id, start }) =>
            start >= schoolDays.firstOnOrAfter(first) && start < lastSchoolDay && !known.has(id),
        );
        expect(lost).toEqual([]);
        for (const { id, kind, basis, start } of tasks) {
          if (kind !== 'deadline' || !['law', 'national'].includes(basis)) continue;
          for (const lead of [3, 0]) {
            const day = schoolDays.lastOnOrBefore(addDays(start, -lead));
            const isPlayed = days.some((each) => each.startsWith(day));
            if (isPlayed && day >= first) {
              const told = settled.filter((each) => each.taskId === id && each.on === day);
              expect(told.map(({ occasion }) => readOccasion(occasion).kind)).toContain('lead');
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the simulation of a school year', () => {
  it('compares the two ways: at most 40 mails for a school person by the week', () => {
    const { choices, mails } = compareWays({
      published: entries(vestfoldCycle.tasks),
      recipients: indexRecipients([kari, ola]),
      schoolDays,
      from: isoDate('2026-08-01'),
      to: isoDate('2027-07-31') as IsoDate,
    });
    const [first, second] = choices;
    expect(first).toMatchObject({ recipient: 'person:kari', present: first?.weekly });
    expect(second).toMatchObject({ recipient: 'person:ola', present: second?.eachTask });
    expect(second?.weekly).toBe(first?.weekly);
    expect(first?.weekly).toBeLessThanOrEqual(40);
    expect(first?.eachTask).toBeGreaterThan(100);
    expect(mails).toBe((first?.present ?? 0) + (second?.present ?? 0));
  });
});
