import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { eventsFromIcalendar } from '../../src/exchange/icalendar-events.js';
import { UnreadableImport } from '../../src/exchange/imported-event.js';
import { CALENDAR_ZONES } from '../../src/file-bounds/bounds.js';
import { LOCATION_LENGTH } from '../../src/task/task.js';

const [from, to] = [isoDate('2026-08-01'), isoDate('2027-07-31')];

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const read = (...events: string[]) => eventsFromIcalendar(calendar(...events), from, to);
const when = (...lines: string[]) =>
  read(event('UID:a', 'SUMMARY:x', ...lines)).events.flatMap(({ start, end, startTime, endTime }) => [
    start,
    end,
    startTime,
    endTime,
  ]);

const ZONE = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`.replaceAll('\n', '\r\n');

describe('the events of a calendar', () => {
  it('have their last day included', () => {
    expect(when('DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20261003')).toEqual([
      '2026-10-01',
      '2026-10-02',
      null,
      null,
    ]);
    expect(when('DTSTART;VALUE=DATE:20261001')).toEqual(['2026-10-01', '2026-10-01', null, null]);
  });

  it('have their place, one that is too long for it in the description', () => {
    const long = `https://møte.example/${'x'.repeat(500)}`;
    const found = [LOCATION_LENGTH, LOCATION_LENGTH + 1].map(
      (length) =>
        read(
          event(
            'UID:a',
            'SUMMARY:x',
            'DESCRIPTION:y',
            'DTSTART;VALUE=DATE:20261001',
            `LOCATION:${long.slice(0, length)}`,
          ),
        ).events[0],
    );
    expect(found.map((each) => [each?.location, each?.description])).toEqual([
      [long.slice(0, LOCATION_LENGTH), 'y'],
      [null, `y\n\nSted: ${long.slice(0, LOCATION_LENGTH + 1)}`],
    ]);
  });

  it('have times as they are in Oslo, in summer and in winter', () => {
    expect(when('DTSTART:20260910T160000Z', 'DTEND:20260910T173000Z')).toEqual([
      '2026-09-10',
      '2026-09-10',
      '18:00',
      '19:30',
    ]);
    expect(when('DTSTART:20261210T230000Z', 'DURATION:PT1H')).toEqual([
      '2026-12-11',
      '2026-12-11',
      '00:00',
      '01:00',
    ]);
    expect(when('DTSTART;TZID=Europe/London:20261210T120000')).toEqual([
      '2026-12-10',
      '2026-12-10',
      '13:00',
      null,
    ]);
    expect(when('DTSTART:20261210T120000')).toEqual(['2026-12-10', '2026-12-10', '12:00', null]);
  });

  it('are in Oslo when no zone has the name, and in the zone whatever case its name is in', () => {
    const startOf = (zone: string) => when(`DTSTART;TZID=${zone}:20261210T120000`)[2];
    expect(startOf('Tønsberg')).toBe('12:00');
    expect(startOf('europe/LONDON')).toBe('13:00');
    expect(startOf('Asia/Kolkata')).toBe('07:30');
  });

  it('are looked up in no more zones than a calendar has', () => {
    const inZone = (zone: string, n: number) =>
      event(`UID:${n}`, 'SUMMARY:x', `DTSTART;TZID=${zone}:20261210T120000`);
    const names = Array.from({ length: CALENDAR_ZONES }, (_, n) => `Zone ${n}`);
    const { events, unusable } = read(...[...names, 'Zone 0', 'Europe/London', 'Zone 1'].map(inZone));
    expect(events).toHaveLength(CALENDAR_ZONES + 2);
    expect(unusable).toMatchObject([
      {
        place: { unit: 'event', number: CALENDAR_ZONES + 2 },
        title: 'x',
        problems: [{ field: 'start', what: 'cannot be read: the calendar names more than 50 time zones' }],
      },
    ]);
  });

  it('follow the zone that the file defines, as Outlook names it', () => {
    const { events } = read(ZONE, event('UID:a', 'DTSTART;TZID=W. Europe Standard Time:20260910T180000'));
    expect(events[0]).toMatchObject({ start: '2026-09-10', startTime: '18:00' });
  });

  it('end on the day before an end at midnight', () => {
    expect(when('DTSTART:20260910T180000', 'DTEND:20260911T000000')).toEqual([
      '2026-09-10',
      '2026-09-10',
      '18:00',
      '23:59',
    ]);
  });

  it('are expanded within the school year, without what is left out and with what was moved', () => {
    const { events } = read(
      event(
        'UID:weekly',
        'SUMMARY:Teammøte',
        'DTSTART:20260727T120000',
        'DTEND:20260727T130000',
        'RRULE:FREQ=WEEKLY;COUNT=5',
        'EXDATE:20260810T120000',
      ),
      event('UID:weekly', 'RECURRENCE-ID:20260817T120000', 'SUMMARY:Flyttet møte', 'DTSTART:20260818T120000'),
    );
    expect(events.map(({ uid, title, start }) => [uid, title, start])).toEqual([
      ['weekly/2026-08-03', 'Teammøte', '2026-08-03'],
      ['weekly/2026-08-17', 'Flyttet møte', '2026-08-18'],
      ['weekly/2026-08-24', 'Teammøte', '2026-08-24'],
    ]);
  });

  it('end for a recurrence without an end with the school year', () => {
    const { events } = read(event('UID:d', 'SUMMARY:x', 'DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=MONTHLY'));
    expect(events).toHaveLength(12);
  });

  it('are told apart from what is no calendar, and from an event without a day', () => {
    expect(() => eventsFromIcalendar('<html>', from, to)).toThrow(UnreadableImport);
    expect(read(event('UID:a', 'SUMMARY:Uten dag'))).toMatchObject({
      events: [],
      unusable: [{ place: { unit: 'event', number: 1 }, title: 'Uten dag', problems: [{ field: 'start' }] }],
    });
  });
});
