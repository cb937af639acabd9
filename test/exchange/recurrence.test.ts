import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { recurrencesOf } from '../../src/exchange/event-recurrence.js';

/** The days of an all-day event's rule between two days. */
function days(rule: string, start: string, from: string, to: string): string[] {
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(start));
  component.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule));
  const event = new ICAL.Event(component, { exceptions: [] });
  return recurrencesOf(event, isoDate(from), isoDate(to)).map((time) => time.toString());
}

// RFC 5545 3.8.5.3, and what calendars of schools have.
const RULES: readonly (readonly [rule: string, start: string, days: string])[] = [
  ['FREQ=DAILY;COUNT=3', '2026-09-02', '2026-09-02 2026-09-03 2026-09-04'],
  ['FREQ=DAILY;INTERVAL=10;COUNT=3', '2026-09-02', '2026-09-02 2026-09-12 2026-09-22'],
  ['FREQ=DAILY;UNTIL=20260904', '2026-09-02', '2026-09-02 2026-09-03 2026-09-04'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,TH', '2026-09-01', '2026-09-01 2026-09-03 2026-09-15 2026-09-17'],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    '1997-08-05',
    '1997-08-05 1997-08-10 1997-08-19 1997-08-24',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    '1997-08-05',
    '1997-08-05 1997-08-17 1997-08-19 1997-08-31',
  ],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '1997-09-05', '1997-09-05 1997-10-03 1997-11-07'],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=-2MO', '1997-09-22', '1997-09-22 1997-10-20 1997-11-17'],
  ['FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-3', '1997-09-28', '1997-09-28 1997-10-29 1997-11-28'],
  ['FREQ=MONTHLY;COUNT=3', '2026-08-31', '2026-08-31 2026-10-31 2026-12-31'],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=FR;BYMONTHDAY=13', '1997-09-02', '1998-02-13 1998-03-13 1998-11-13'],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '1997-09-04 1997-10-07 1997-11-06'],
  ['FREQ=MONTHLY;COUNT=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29', '1997-09-29 1997-10-30'],
  ['FREQ=YEARLY;COUNT=4;BYMONTH=6,7', '1997-06-10', '1997-06-10 1997-07-10 1998-06-10 1998-07-10'],
  [
    'FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100',
    '1997-01-01',
    '1997-01-01 1997-04-10 2000-01-01 2000-04-09',
  ],
  ['FREQ=YEARLY;COUNT=2;BYDAY=20MO', '1997-05-19', '1997-05-19 1998-05-18'],
  ['FREQ=YEARLY;COUNT=3;BYWEEKNO=20;BYDAY=MO', '1997-05-12', '1997-05-12 1998-05-11 1999-05-17'],
  ['FREQ=YEARLY;COUNT=2;BYWEEKNO=40', '2026-09-28', '2026-09-28 2027-10-04'],
  ['FREQ=YEARLY;COUNT=2', '2024-02-29', '2024-02-29 2028-02-29'],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2', '2026-03-29', '2026-03-29 2027-03-28'],
];

describe('the days of a rule', () => {
  it.each(RULES)('%s from %s', (rule, start, expected) => {
    expect(days(rule, start, start, '2035-12-31')).toEqual(expected.split(' '));
  });

  it('are those within the days asked for, however long ago the rule began', () => {
    expect(days('FREQ=DAILY', '1990-01-01', '2026-08-02', '2026-08-03')).toEqual([
      '2026-08-01',
      '2026-08-02',
      '2026-08-03',
    ]);
    expect(days('FREQ=WEEKLY;INTERVAL=2', '2020-01-06', '2026-08-01', '2026-08-31')).toEqual([
      '2026-08-10',
      '2026-08-24',
    ]);
    expect(days('FREQ=DAILY;COUNT=10', '1990-01-01', '2026-08-01', '2026-08-03')).toEqual([]);
  });

  it('are as ical.js has them', () => {
    const some = (of: readonly string[], name: string) =>
      fc.subarray([...of], { minLength: 1, maxLength: 3 }).map((parts) => `;${name}=${parts.join(',')}`);
    const weekdays = some(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], 'BYDAY');
    const monthDays = some(['1', '5', '15', '28'], 'BYMONTHDAY');
    const none = fc.constant('');
    const rules = fc.oneof(
      // Where a rule does not fit the day it begins on, ical.js counts that day all the same in some of them.
      fc.tuple(fc.constant('DAILY'), none),
      fc.tuple(fc.constant('WEEKLY'), fc.oneof(none, weekdays)),
      fc.tuple(fc.constant('MONTHLY'), fc.oneof(none, monthDays, some(['1MO', '-1FR', '2WE'], 'BYDAY'))),
      fc.tuple(
        fc.constant('YEARLY'),
        fc.oneof(none, fc.constant(';BYMONTH=9'), fc.constant(';BYMONTH=9,12')),
      ),
    );
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 28 }),
        ([freq, parts], interval, day) => {
          const rule = `FREQ=${freq};INTERVAL=${interval};COUNT=8${parts}`;
          const start = `2026-09-${String(day).padStart(2, '0')}`;
          const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
          const expected = Array.from({ length: 8 }, () => iterator.next()?.toString() ?? '');
          expect(days(rule, start, start, '2100-12-31')).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
