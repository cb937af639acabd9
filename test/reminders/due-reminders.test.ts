import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateAt, type Instant, instant, isoDate } from '../../src/calendar/iso-date.js';
import { simulateReminders } from '../../src/reminders/plan/simulate.js';
import type { Recipient } from '../../src/reminders/recipients/recipient.js';
import { indexRecipients } from '../../src/reminders/recipients/recipient-index.js';
import type { Adjustment } from '../../src/task/adjustment.js';
import { vestfoldCycle } from '../cycle/samples.js';
import { entries, mornings, play, said, schoolDays, task } from './plays.js';
import { ola } from './samples.js';

/** Is reminded of each task for itself. */
const kari = { ...ola, key: 'person:kari' };

const office: Recipient = {
  ...kari,
  key: 'unit:39-horten',
  address: 'post@horten.example',
  name: 'Horten vgs',
};

const ownDone = (unit: string): Adjustment => ({
  id: `t@${unit}`,
  cycleId: task({}).cycleId,
  adjusts: 't',
  layer: unit,
  hidden: null,
  start: null,
  end: null,
  status: 'done',
  ticked: null,
  deleted: false,
  version: 1,
  createdAt: instant('2026-08-01T00:00:00Z'),
  updatedAt: instant('2026-08-01T00:00:00Z'),
});

describe('who is owed what', () => {
  it('is reminded 14 and 3 days before, and on the day', () => {
    expect(said(play([task({})], [kari], mornings('2026-11-20', '2026-12-11')))).toEqual([
      '2026-11-26 person:kari daily reminder:t',
      '2026-12-07 person:kari daily reminder:t',
      '2026-12-10 person:kari daily reminder:t',
    ]);
  });

  it('hears nothing before seven in the morning in Oslo, in winter as in summer', () => {
    const at = (moment: string, start: string) =>
      said(play([task({ start: isoDate(start) })], [kari], [moment])).length;
    expect([at('2026-12-10T05:59:00Z', '2026-12-10'), at('2026-12-10T06:00:00Z', '2026-12-10')]).toEqual([
      0, 1,
    ]);
    expect([at('2027-05-20T04:59:00Z', '2027-05-20'), at('2027-05-20T05:00:00Z', '2027-05-20')]).toEqual([
      0, 1,
    ]);
  });

  it('hears on the last day of school before of what falls on a day off, also before the summer holiday', () => {
    // 14 days before 5 January is in the Christmas break; 18 December is the last day of school.
    const january = task({ start: isoDate('2027-01-05'), reminders: [14] });
    expect(said(play([january], [kari], mornings('2026-12-10', '2027-01-10')))).toEqual([
      '2026-12-18 person:kari daily reminder:t',
    ]);
    const august = task({ start: isoDate('2027-08-18'), reminders: [14] });
    expect(said(play([august], [kari], mornings('2027-06-10', '2027-08-20')))).toEqual([
      '2027-06-18 person:kari daily reminder:t',
    ]);
  });

  it('gets one message a day, ordered by date', () => {
    const tasks = [
      task({ id: 'b', start: isoDate('2026-12-10') }),
      task({ id: 'a', start: isoDate('2026-11-29'), reminders: [3] }),
      task({ id: 'c', kind: 'activity', start: isoDate('2026-12-03'), reminders: [7] }),
    ];
    expect(said(play(tasks, [kari], mornings('2026-11-26', '2026-11-26')))).toEqual([
      '2026-11-26 person:kari daily reminder:a reminder:c reminder:b',
    ]);
  });

  it('is reminded by own lead times before the task’s', () => {
    const own = { ...kari, leadTimes: { deadline: [1] } };
    expect(said(play([task({})], [own], mornings('2026-11-20', '2026-12-11')))).toEqual([
      '2026-12-09 person:kari daily reminder:t',
    ]);
  });

  it('hears of what the unit is to do, of cooperation in which it is a partner, and of what is followed', () => {
    const nav = {
      ...kari,
      key: 'person:nav',
      unit: { id: '39-nav', kind: 'partner', partner: 'nav', route: null } as const,
    };
    const follower = { ...nav, key: 'person:f', unit: { ...nav.unit, partner: null }, follows: ['county'] };
    const filtering = { ...follower, key: 'person:g', follows: [], followed: { partners: ['nav'] } };
    const tasks = [
      task({ id: 'school' }),
      task({ id: 'county', actor: 'school-owner' }),
      task({ id: 'meeting', kind: 'cooperation', actor: 'school-owner', partners: ['nav'], reminders: [14] }),
      task({ id: 'other', unitId: '39-sande' }),
    ];
    expect(said(play(tasks, [kari, nav, follower, filtering], mornings('2026-11-26', '2026-11-26')))).toEqual(
      [
        '2026-11-26 person:kari daily reminder:school',
        '2026-11-26 person:nav daily reminder:meeting',
        '2026-11-26 person:f daily reminder:county',
        '2026-11-26 person:g daily reminder:meeting',
      ],
    );
  });

  it('hears by the unit’s own date, and not of what it hides', () => {
    const common = task({ leeway: { before: 7, after: 7 }, reminders: [3] });
    const own: Adjustment = {
      id: 't@39-horten',
      cycleId: common.cycleId,
      adjusts: 't',
      layer: '39-horten',
      hidden: null,
      start: isoDate('2026-12-14'),
      end: isoDate('2026-12-14'),
      status: null,
      ticked: null,
      deleted: false,
      version: 1,
      createdAt: instant('2026-08-01T00:00:00Z'),
      updatedAt: instant('2026-08-01T00:00:00Z'),
    };
    const days = mornings('2026-12-01', '2026-12-15');
    expect(said(play([common], [kari], days, { adjustments: [own] }))).toEqual([
      '2026-12-11 person:kari daily reminder:t',
    ]);
    expect(said(play([common], [kari], days, { adjustments: [{ ...own, hidden: 'Ikke her.' }] }))).toEqual(
      [],
    );
  });

  it('hears nothing of what is done or cancelled, and nothing once unsubscribed but what a law asks of the unit', () => {
    const day = mornings('2026-11-26', '2026-11-26');
    for (const status of ['done', 'cancelled'] as const)
      expect(said(play([task({ status })], [kari], day))).toEqual([]);
    const gone = [kari, office].map((recipient) => ({ ...recipient, isSubscribed: false }));
    expect(said(play([task({})], gone, day))).toEqual([]);
    expect(said(play([task({ basis: 'law' })], gone, day))).toEqual([
      '2026-11-26 unit:39-horten daily reminder:t',
    ]);
  });

  it('gets what was missed and is still useful once, merged; what is past has lapsed', () => {
    const tasks = [
      task({ id: 'past', kind: 'activity', start: isoDate('2026-12-01'), reminders: [3] }),
      task({ id: 'soon' }),
    ];
    const days = [...mornings('2026-11-20', '2026-11-20'), ...mornings('2026-12-09', '2026-12-11')];
    const played = play(tasks, [kari], days);
    expect(said(played)).toEqual([
      '2026-12-09 person:kari daily reminder:soon',
      '2026-12-10 person:kari daily reminder:soon',
    ]);
    const lapsed = played.flatMap(({ due: { settled } }) =>
      settled.filter(({ outcome }) => outcome === 'lapsed'),
    );
    expect(lapsed.map(({ taskId, occasion }) => [taskId, occasion])).toEqual([['past', 'lead:3:2026-12-01']]);
  });

  it('is told that a task of which a reminder went out has moved or is cancelled, once', () => {
    const moving = (now: Instant) => [
      task(
        now < '2026-12-01'
          ? {}
          : { start: isoDate('2026-12-17'), updatedAt: instant('2026-12-01T05:00:00Z'), version: 2 },
      ),
    ];
    expect(said(play(moving, [kari], mornings('2026-11-26', '2026-12-17')))).toEqual([
      '2026-11-26 person:kari daily reminder:t',
      '2026-12-01 person:kari correction moved:t',
      '2026-12-03 person:kari daily reminder:t',
      '2026-12-14 person:kari daily reminder:t',
      '2026-12-17 person:kari daily reminder:t',
    ]);
    const cancelled = (now: Instant) => [task({ status: now < '2026-12-01' ? 'planned' : 'cancelled' })];
    expect(said(play(cancelled, [kari], mornings('2026-11-26', '2026-12-17')))).toEqual([
      '2026-11-26 person:kari daily reminder:t',
      '2026-12-01 person:kari correction cancelled:t',
    ]);
  });

  it('is nagged of a deadline that has passed once a week: the unit itself, and after two weeks the county', () => {
    const county = {
      ...office,
      key: 'unit:39',
      unit: { id: '39', kind: 'county', partner: null, route: null } as const,
    };
    const late = task({ start: isoDate('2026-10-12'), unitId: '39-horten', reminders: [] });
    const people = [kari, office, county];
    expect(said(play([late], people, mornings('2026-10-12', '2026-11-08')))).toEqual([
      '2026-10-19 unit:39-horten daily overdue:t',
      '2026-10-26 unit:39-horten daily overdue:t',
      '2026-11-02 unit:39-horten daily overdue:t',
      '2026-11-02 unit:39 daily overdue:t',
    ]);
    expect(said(play([{ ...late, status: 'done' }], people, mornings('2026-10-12', '2026-11-08')))).toEqual(
      [],
    );
  });

  it('is the county’s coordinator who hears of that, where there is one', () => {
    const unit = { id: '39', kind: 'county', partner: null, route: null } as const;
    const people = [
      { ...office, key: 'unit:39', unit },
      { ...kari, key: 'person:reader', unit },
      { ...kari, key: 'person:coordinator', unit, isCoordinator: true },
    ];
    const late = task({ start: isoDate('2026-10-12'), unitId: '39-horten', reminders: [] });
    expect(said(play([late], people, mornings('2026-10-12', '2026-11-02')))).toEqual([
      '2026-11-02 person:coordinator daily overdue:t',
    ]);
  });

  it('names to the county each unit that has let a deadline of every unit pass, by its own date and status', () => {
    const county = {
      ...office,
      key: 'unit:39',
      unit: { id: '39', kind: 'county', partner: null, route: null } as const,
    };
    const late = task({ start: isoDate('2026-10-12'), leeway: { before: 0, after: 30 }, reminders: [] });
    const about = (adjustments: Adjustment[], to = '2026-11-02') =>
      play([late], [county], mornings('2026-10-26', to), { adjustments }).flatMap(({ due: { messages } }) =>
        messages.map(({ items }) => items.map((item) => `${item.about} ${item.seen.task.end}`)),
      );
    expect(about([])).toEqual([['39-horten 2026-10-12', '39-sande 2026-10-12']]);
    expect(about([ownDone('39-horten')])).toEqual([['39-sande 2026-10-12']]);
    expect(about([ownDone('39-horten'), { ...ownDone('39-sande'), hidden: 'Ikke her.' }])).toEqual([]);
    const moved = {
      ...ownDone('39-horten'),
      status: null,
      ticked: null,
      start: isoDate('2026-10-22'),
      end: isoDate('2026-10-22'),
    };
    expect(about([moved], '2026-11-09')).toEqual([
      ['39-sande 2026-10-12'],
      ['39-sande 2026-10-12', '39-horten 2026-10-22'],
    ]);
  });

  it('hears of cooperation with municipalities at one for which no partner is named', () => {
    const at = (partner: string | null) =>
      ({ ...ola, unit: { id: '39-horten-kommune', kind: 'municipality', partner, route: null } }) as const;
    const meeting = (id: string, partners: string[], kind: 'cooperation' | 'activity' = 'cooperation') =>
      task({ id, kind, actor: 'school-owner', partners, reminders: [14] });
    const tasks = [
      meeting('with', ['nav', 'municipality']),
      meeting('without', ['nav']),
      meeting('other-kind', ['municipality'], 'activity'),
    ];
    const heard = (partner: string | null) =>
      said(play(tasks, [at(partner)], mornings('2026-11-26', '2026-11-26')));
    expect(heard(null)).toEqual(['2026-11-26 person:ola daily reminder:with']);
    expect(heard('ppt')).toEqual([]);
  });

  it('gets the week and the month ahead when asked for, on the first day of school of each', () => {
    const asking = { ...kari, weeklyDigest: true, monthlyOutlook: true };
    const tasks = [
      task({ kind: 'activity', start: isoDate('2026-10-15'), reminders: [] }),
      task({ id: 'u', kind: 'activity', start: isoDate('2026-10-29'), reminders: [] }),
    ];
    expect(said(play(tasks, [asking], mornings('2026-09-28', '2026-10-31')))).toEqual([
      '2026-10-01 person:kari daily outlook:t outlook:u',
      '2026-10-12 person:kari daily digest:t',
      '2026-10-26 person:kari daily digest:u',
    ]);
  });

  it('is reminded again on the day that was asked for', () => {
    const snoozes = [{ recipient: 'person:kari', taskId: 't', day: isoDate('2026-12-02') }];
    expect(
      said(play([task({ reminders: [14] })], [kari], mornings('2026-11-25', '2026-12-11'), { snoozes })),
    ).toEqual(['2026-11-26 person:kari daily reminder:t', '2026-12-02 person:kari daily reminder:t']);
  });
});

describe('a year of runs at any moments', () => {
  const recipients = [
    kari,
    office,
    {
      ...kari,
      key: 'person:nav',
      unit: { id: '39-nav', kind: 'partner', partner: 'nav', route: null } as const,
    },
  ];
  const tasks = vestfoldCycle.tasks.filter((_task, index) => index % 6 === 0);
  const anyMoments = fc
    .uniqueArray(fc.integer({ min: 0, max: 365 * 24 - 1 }), { minLength: 1, maxLength: 250 })
    .map((hours) =>
      [...hours]
        .sort((a, b) => a - b)
        .map((hour) => new Date(Date.parse('2026-08-01T00:20:00Z') + hour * 3_600_000).toISOString()),
    );

  it('owes each occasion once, on days of school after seven, and at most one daily message a recipient and day', () => {
    fc.assert(
      fc.property(anyMoments, (moments) => {
        const played = play(tasks, recipients, moments);
        const settled = played.flatMap(({ due: { settled: some } }) => some);
        const keys = settled.map(({ recipient, taskId, occasion }) => `${recipient} ${taskId} ${occasion}`);
        expect(new Set(keys).size).toBe(keys.length);
        const daily: string[] = [];
        for (const {
          moment,
          due: { messages },
        } of played) {
          const oslo = new Date(moment).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' });
          if (messages.length > 0) {
            expect(oslo.slice(11, 16) >= '07:00').toBe(true);
            expect(schoolDays.isSchoolDay(isoDate(oslo.slice(0, 10)))).toBe(true);
          }
          for (const { recipient, kind, items } of messages) {
            if (kind === 'daily') daily.push(`${recipient.key} ${oslo.slice(0, 10)}`);
            for (const { seen, section } of items)
              if (section === 'reminder') expect(seen.task.start >= oslo.slice(0, 10)).toBe(true);
          }
        }
        expect(new Set(daily).size).toBe(daily.length);
      }),
      { numRuns: 60 },
    );
  });

  it('forgets nothing when it runs every hour: each lead time is owed on its day', () => {
    const hours = Array.from({ length: 425 * 24 }, (_, hour) =>
      new Date(Date.parse('2026-06-01T00:20:00Z') + hour * 3_600_000).toISOString(),
    );
    const few = tasks.filter(({ actor }) => actor === 'school').slice(0, 6);
    const played = play(few, [kari], hours);
    const owed = new Set(
      played.flatMap(({ moment, due: { settled } }) =>
        settled.map(
          ({ taskId, occasion }) => `${taskId} ${occasion} ${dateAt(instant(moment), 'Europe/Oslo')}`,
        ),
      ),
    );
    for (const { id, start, reminders } of few) {
      for (const lead of reminders) {
        const day = schoolDays.lastOnOrBefore(addDays(start, -lead));
        const expected = `${id} lead:${lead}:${start} ${day}`;
        expect(owed.has(expected), expected).toBe(true);
      }
    }
  });
});

describe('a year simulated', () => {
  it('shows the mails of each recipient and week, and none in the summer holiday', () => {
    const kinds = [
      kari,
      { ...office, unit: { id: '39', kind: 'county', partner: null, route: null } as const },
    ];
    const load = simulateReminders({
      published: entries(vestfoldCycle.tasks),
      recipients: indexRecipients(kinds),
      schoolDays,
      from: isoDate('2026-08-01'),
      to: isoDate('2027-07-31'),
    });
    expect(load.mails).toBe(load.weeks.reduce((sum, { mails }) => sum + mails, 0));
    expect(load.mails).toBeGreaterThan(50);
    expect(new Set(load.weeks.map(({ recipient }) => recipient))).toEqual(
      new Set(['person:kari', 'unit:39-horten']),
    );
    expect(load.weeks.every(({ mails, tasks }) => mails <= 5 && tasks >= mails)).toBe(true);
    const summer = load.weeks.filter(({ weekYear, week }) => weekYear === 2027 && week > 25);
    expect(summer).toEqual([]);
  });
});
