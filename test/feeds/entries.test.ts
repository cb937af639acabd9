import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dayNumber } from '../../src/calendar/day-number.js';
import { addDays, type Instant, instant, isoDate } from '../../src/calendar/iso-date.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { ComponentCache } from '../../src/feeds/component-cache.js';
import {
  type CalendarEntry,
  entriesOf,
  entryUid,
  wholeEntry,
} from '../../src/feeds/entries/calendar-entry.js';
import { isVisibleOn, nextChange, visibleDays } from '../../src/feeds/entries/visible-days.js';
import { type FeedPatch, raisedSequence } from '../../src/feeds/feed.js';
import { type FeedPresentation, PublishedCounty } from '../../src/feeds/published-county.js';
import { renderVcalendar } from '../../src/feeds/vcalendar.js';
import { renderVevent } from '../../src/feeds/vevent.js';
import { renderVtodo } from '../../src/feeds/vtodo.js';
import { LANGUAGES } from '../../src/language/text.js';
import type { Adjustment } from '../../src/task/adjustment.js';
import type { Task } from '../../src/task/task.js';
import { seenWith } from '../../src/task/unit-view.js';
import { taskNamed, wordingIn } from '../cycle/samples.js';

const activity: Task = {
  ...taskNamed('soknadsfrist-videregaende'),
  kind: 'activity',
  title: { nb: 'Kartlegging', nn: 'Kartlegging', en: 'Survey' },
  start: isoDate('2026-10-05'),
  end: isoDate('2026-10-23'),
};
const NOWHERE = { baseUrl: null, alarms: false, layerName: null };
const AS_DAYS = { bars: false, sequence: 0 };
const seen = (task: Task) => seenWith(task, undefined);
const propertyOf = (entry: CalendarEntry, language: 'nb' | 'nn' | 'en' = 'nb') => {
  const text = `BEGIN:VCALENDAR\r\n${renderVevent(entry, wordingIn(language), NOWHERE)}END:VCALENDAR\r\n`;
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  return (name: string) => event?.getFirstPropertyValue(name)?.toString();
};

describe('a period in a calendar', () => {
  it('of more than five days is two entries of a day, the first of which the bar becomes', () => {
    const entries = entriesOf(seen(activity), AS_DAYS);
    expect(
      entries.map((entry) => {
        const get = propertyOf(entry);
        return [get('uid'), get('summary'), get('dtstart'), get('dtend'), get('transp')];
      }),
    ).toEqual([
      [`${activity.id}@arshjul`, 'Starter: Kartlegging', '2026-10-05', '2026-10-06', 'TRANSPARENT'],
      [`${activity.id}@end.arshjul`, 'Slutter: Kartlegging', '2026-10-23', '2026-10-24', 'TRANSPARENT'],
    ]);
    expect(propertyOf(wholeEntry(seen(activity)))('uid')).toBe(`${activity.id}@arshjul`);
  });

  it('says in each language that it starts, ends or is cancelled', () => {
    const titles = (task: Task) =>
      LANGUAGES.map((language) =>
        entriesOf(seen(task), AS_DAYS).map((entry) => propertyOf(entry, language)('summary')),
      );
    expect(titles(activity)).toEqual([
      ['Starter: Kartlegging', 'Slutter: Kartlegging'],
      ['Startar: Kartlegging', 'Sluttar: Kartlegging'],
      ['Starts: Survey', 'Ends: Survey'],
    ]);
    expect(titles({ ...activity, status: 'cancelled' })).toEqual([
      ['Avlyst: Starter: Kartlegging', 'Avlyst: Slutter: Kartlegging'],
      ['Avlyst: Startar: Kartlegging', 'Avlyst: Sluttar: Kartlegging'],
      ['Cancelled: Starts: Survey', 'Cancelled: Ends: Survey'],
    ]);
  });

  it('says on both days when it is, and has whole days also when it has times', () => {
    const timed = { ...activity, startTime: '12:00', endTime: '13:00' };
    for (const entry of entriesOf(seen(timed), AS_DAYS)) {
      expect(propertyOf(entry)('x-microsoft-cdo-alldayevent')).toBe('TRUE');
      expect(propertyOf(entry)('description')).toContain(
        'mandag 5. oktober 2026 kl. 12:00 – fredag 23. oktober 2026 kl. 13:00',
      );
    }
  });

  it('rings on its first day only', () => {
    const ringing = { ...NOWHERE, alarms: true };
    const [first, last] = entriesOf(seen({ ...activity, reminders: [7] }), AS_DAYS).map((entry) =>
      renderVevent(entry, wordingIn('nb'), ringing),
    );
    expect(first).toContain('VALARM');
    expect(last).not.toContain('VALARM');
  });

  it.each([
    [5, ['whole']],
    [6, ['first-day', 'last-day']],
  ])('of %i days is %j', (days, parts) => {
    const task = { ...activity, end: addDays(activity.start, days - 1) };
    expect(entriesOf(seen(task), AS_DAYS).map(({ part }) => part)).toEqual(parts);
    expect(entriesOf(seen(task), { ...AS_DAYS, bars: true }).map(({ part }) => part)).toEqual(['whole']);
  });

  it('has entries that no other task’s can be taken for, whatever the ids', () => {
    const id = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('a', 'a@end', 'a-end', 'a@end.arshjul'),
    );
    fc.assert(
      fc.property(id, id, (one, other) => {
        const uids = [one, other].flatMap((id) =>
          entriesOf(seen({ ...activity, id }), AS_DAYS).map(entryUid),
        );
        expect(new Set(uids).size).toBe(one === other ? 2 : 4);
      }),
    );
  });
});

describe('what is cancelled', () => {
  const meeting: Task = { ...activity, end: activity.start, startTime: '12:00', endTime: '13:00' };

  it.each([
    ['cancelled', { status: 'cancelled' }],
    ['taken out', { deleted: true }],
  ] as const)('and %s says so before its title, and blocks no time: Outlook ignores STATUS', (_how, how) => {
    const get = propertyOf(wholeEntry(seen({ ...meeting, ...how })));
    expect(
      ['summary', 'status', 'transp', 'x-microsoft-cdo-busystatus', 'dtstart'].map((name) => get(name)),
    ).toEqual(['Avlyst: Kartlegging', 'CANCELLED', 'TRANSPARENT', 'FREE', '2026-10-05T12:00:00']);
    expect(propertyOf(wholeEntry(seen(meeting)))('transp')).toBe('OPAQUE');
  });

  it('is one task in a task list, with its days', () => {
    const text = renderVcalendar(
      { name: 'x', description: '' },
      [seen({ ...activity, status: 'cancelled' })],
      wordingIn('nb'),
      { ...NOWHERE, render: renderVtodo },
    );
    for (const line of ['SUMMARY:Avlyst: Kartlegging', 'STATUS:CANCELLED', 'DUE;VALUE=DATE:20261023'])
      expect(text.split('\r\n')).toContain(line);
  });
});

describe('the days on which a feed shows a task', () => {
  const CHANGED = instant('2026-10-01T12:00:00Z');
  const task = { ...activity, updatedAt: CHANGED };
  const dateOf = (number: number | null) => (number === null ? null : dateOfDayNumber(number));
  const datesOf = (...given: Parameters<typeof visibleDays>) => {
    const { first, last } = visibleDays(...given);
    return { first: dateOf(first), last: dateOf(last) };
  };

  it('begin eighteen months before it and end twelve months after', () => {
    expect(datesOf(seen(task), {})).toEqual({ first: '2025-04-03', last: '2027-10-24' });
  });

  it('are as the filter says where it names a day', () => {
    expect(datesOf(seen(task), { from: isoDate('2000-01-01') })).toEqual({
      first: '2025-04-03',
      last: null,
    });
    expect(datesOf(seen(task), { to: isoDate('2100-01-01') })).toEqual({
      first: null,
      last: '2027-10-24',
    });
  });

  it('end 60 days after it was cancelled', () => {
    expect(datesOf(seen({ ...task, status: 'cancelled' }), {}).last).toBe('2026-11-30');
  });

  it('change when the next change says so, and on no day before', () => {
    const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(isoDate('2024-01-01'), days));
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, fc.boolean(), (start, changed, day, isCancelled) => {
        const each = seen({
          ...task,
          start,
          end: start,
          status: isCancelled ? 'cancelled' : 'planned',
          updatedAt: `${changed}T23:30:00.000Z` as Instant,
        });
        const days = visibleDays(each, {});
        const today = dayNumber(day);
        const next = nextChange(days, today);
        for (let at = today; at < (next ?? today + 1500); at += 1)
          expect(isVisibleOn(days, at)).toBe(isVisibleOn(days, today));
        if (next !== null) expect(isVisibleOn(days, next)).toBe(!isVisibleOn(days, today));
      }),
      { numRuns: 200 },
    );
  });
});

/** What happens to a county's only task and to a feed of it. */
type Step =
  | { readonly kind: 'move'; readonly start: number; readonly days: number }
  | { readonly kind: 'cancel' | 'restore' | 'remove' | 'retitle' }
  | { readonly kind: 'adjust'; readonly unit: 'a' | 'b'; readonly start: number }
  | { readonly kind: 'choose'; readonly patch: FeedPatch }
  | { readonly kind: 'wait'; readonly days: number };

const offset = fc.integer({ min: 0, max: 200 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), start: offset, days: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'restore', 'remove', 'retitle') }),
  fc.record({
    kind: fc.constant('adjust' as const),
    unit: fc.constantFrom('a' as const, 'b'),
    start: offset,
  }),
  fc.record({
    kind: fc.constant('choose' as const),
    patch: fc.oneof(
      fc.record({ bars: fc.boolean() }),
      fc.record({ cancelled: fc.boolean() }),
      fc.record({ language: fc.constantFrom(...LANGUAGES) }),
      fc.constantFrom({ filter: { unit: 'a' } }, { filter: { unit: 'b' } }, { filter: {} }),
      fc.constant({ name: 'Et annet navn' }),
    ),
  }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 90 }) }),
);

describe('over any changes of a task and of its feed', () => {
  it('I4 I5 no UID stands twice, and SEQUENCE never falls and grows whenever an entry is another', () => {
    const later = (moment: Instant, days: number) =>
      new Date(Date.parse(moment) + days * 86_400_000).toISOString() as Instant;
    const units = ['a', 'b'].map((id) => ({ id, county: '39', kind: 'school', name: id }) as never);
    const context = {
      wording: wordingIn('nb'),
      components: new ComponentCache('', 2 ** 20),
      countyName: 'x',
    };
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 25 }), (steps) => {
        let now = instant('2026-08-01T10:00:00Z');
        let task: Task = { ...activity, layer: '39', leeway: { before: 180, after: 180 }, version: 1 };
        const adjustments = new Map<string, Adjustment>();
        let feed: FeedPresentation = {
          name: 'x',
          ...{ language: 'nb', filter: {}, form: 'events', alarms: false, audience: 'anyone' },
          ...{ phases: true, bars: false, cancelled: true, sequence: 1 },
        };
        const served = new Map<string, { sequence: number; text: string }>();
        const serve = () => {
          const state = {
            ...{ county: '39', schoolYear: labelOf(2026), isPublic: true, units },
            ...{ tasks: [task], adjustments: [...adjustments.values()] },
          };
          const county = new PublishedCounty({ anyone: state, invited: state });
          const wording = wordingIn(feed.language);
          const text = county.bytesOf(feed, { ...context, wording }, now).toString();
          const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
          const uids = events.map((event) => String(event.getFirstPropertyValue('uid')));
          expect(new Set(uids).size).toBe(uids.length);
          events.forEach((event, index) => {
            const uid = uids[index] as string;
            const sequence = Number(event.getFirstPropertyValue('sequence'));
            const before = served.get(uid);
            if (before?.text === event.toString()) return;
            if (before) expect(sequence).toBeGreaterThan(before.sequence);
            served.set(uid, { sequence, text: event.toString() });
          });
        };
        const edit = (change: Partial<Task>) => {
          task = { ...task, ...change, version: task.version + 1, updatedAt: now };
        };
        const apply = (step: Step) => {
          switch (step.kind) {
            case 'move': {
              const start = addDays(isoDate('2026-09-01'), step.start);
              return edit({ start, end: addDays(start, step.days - 1) });
            }
            case 'cancel':
              return edit({ status: 'cancelled' });
            case 'restore':
              return edit({ status: 'planned', deleted: false });
            case 'remove':
              return edit({ deleted: true });
            case 'retitle':
              return edit({ title: { nb: `Tittel ${task.version}` } });
            case 'adjust': {
              const start = addDays(isoDate('2026-09-01'), step.start);
              const version = (adjustments.get(step.unit)?.version ?? 0) + 1;
              adjustments.set(step.unit, {
                ...{ id: step.unit, cycleId: task.cycleId, adjusts: task.id, layer: step.unit, hidden: null },
                ...{ start, end: addDays(start, version % 9), status: null, ticked: null, deleted: false },
                ...{ version, createdAt: now, updatedAt: now },
              });
              return;
            }
            case 'choose': {
              const latest = Math.max(0, ...[...adjustments.values()].map(({ version }) => version));
              const sequence = raisedSequence(feed, step.patch, latest);
              feed = { ...feed, ...(step.patch as Partial<FeedPresentation>), sequence };
              return;
            }
            case 'wait':
              now = later(now, step.days);
              return;
            default:
              return step satisfies never;
          }
        };
        serve();
        for (const step of steps) {
          apply(step);
          serve();
        }
      }),
      { numRuns: 150 },
    );
  });
});
