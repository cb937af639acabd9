import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar/iso-date.js';
import { labelOf } from '../../../src/calendar/school-year-label.js';
import { readSkolerute } from '../../../src/datafiles/skolerute-import/read-skolerute.js';
import { ArshjulError } from '../../../src/errors/arshjul-error.js';
import { TooMuch } from '../../../src/file-bounds/too-much.js';
import { knowledge } from '../../calendar/samples.js';

const HINTS = {
  county: '39',
  schoolYear: labelOf(2026),
  source: 'vestfoldfylke.no',
  today: isoDate('2026-11-30'),
};

const event = (summary: string, ...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${summary}@x`, `SUMMARY:${summary}`, ...lines, 'END:VEVENT'].join('\r\n');
const day = (summary: string, date: string) => event(summary, `DTSTART;VALUE=DATE:${date}`);
const days = (summary: string, from: string, after: string) =>
  event(summary, `DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${after}`);

/** Vestfold's real dates of 2026/2027, each in a form that calendars use for it. */
const EVENTS = {
  first: day('Første skoledag', '20260817'),
  autumn: days('Høstferie', '20261005', '20261010'),
  christmas: days('Juleferie', '20261219', '20270105'),
  winter: days('Vinterferie', '20270222', '20270227'),
  easter: days('Påskeferie', '20270322', '20270330'),
  off: day('Inneklemt fridag', '20270507'),
  last: day('Siste skoledag', '20270618'),
};

const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...events, 'END:VCALENDAR', ''].join('\r\n');

const read = (changed: Partial<typeof EVENTS>, ...others: readonly string[]) =>
  readSkolerute(
    { file: 'a.ics', format: 'ics', text: calendar(...Object.values({ ...EVENTS, ...changed }), ...others) },
    knowledge,
    HINTS,
  );

/** What is wrong with the file as a whole. */
const refusal = (changed: Partial<typeof EVENTS>, ...others: readonly string[]) => {
  try {
    return read(changed, ...others);
  } catch (error) {
    return error instanceof ArshjulError ? error.message : error;
  }
};

const ROUTE = {
  'first-school-day': '2026-08-17',
  'autumn-break': { from: '2026-10-05', to: '2026-10-09' },
  'christmas-break': { from: '2026-12-19', to: '2027-01-04' },
  'winter-break': { from: '2027-02-22', to: '2027-02-26' },
  'easter-break': { from: '2027-03-22', to: '2027-03-29' },
  'last-school-day': '2027-06-18',
  daysOff: ['2027-05-07'],
};

const OSLO = 'TZID=Europe/Oslo';
const week = (start: string, end: string) => event('Høstferie', start, end);

describe('a skolerute as a calendar', () => {
  it.each([
    ['days', {}],
    [
      'midnights in Oslo',
      { autumn: week(`DTSTART;${OSLO}:20261005T000000`, `DTEND;${OSLO}:20261010T000000`) },
    ],
    ['midnights of no zone', { autumn: week('DTSTART:20261005T000000', 'DTEND:20261010T000000') }],
    ['midnights in UTC', { autumn: week('DTSTART:20261004T220000Z', 'DTEND:20261009T220000Z') }],
    ['a last minute', { autumn: week('DTSTART:20261005T000000', 'DTEND:20261009T235900') }],
    [
      'hours of the first and the last day',
      { autumn: week('DTSTART:20261005T080000', 'DTEND:20261009T150000') },
    ],
    ['a duration', { autumn: week('DTSTART;VALUE=DATE:20261005', 'DURATION:P5D') }],
    ['a day repeated', { autumn: week('DTSTART;VALUE=DATE:20261005', 'RRULE:FREQ=DAILY;COUNT=5') }],
    [
      'a midnight in UTC repeated',
      {
        autumn: event(
          'Høstferie',
          'DTSTART:20261004T220000Z',
          'DTEND:20261005T220000Z',
          'RRULE:FREQ=DAILY;COUNT=5',
        ),
      },
    ],
    [
      'a weekday repeated over a weekend',
      {
        christmas: event(
          'Juleferie',
          'DTSTART;VALUE=DATE:20261219',
          'RRULE:FREQ=DAILY;UNTIL=20270104;BYDAY=MO,TU,WE,TH,FR,SA',
        ),
      },
    ],
    [
      'midnights in winter, when Oslo is an hour ahead',
      { winter: event('Vinterferie', 'DTSTART:20270221T230000Z', 'DTEND:20270226T230000Z') },
    ],
  ])('gives its dates whether they are written as %s', (_how, changed) => {
    const { skolerute, flaws } = read(changed);
    expect(skolerute).toMatchObject(ROUTE);
    expect(flaws).toEqual([]);
  });

  it.each([
    ['is cancelled', event('Høstferie', 'DTSTART;VALUE=DATE:20260928', 'STATUS:CANCELLED'), 'Høstferie'],
    ['has no day', event('Vinterferie'), 'Vinterferie'],
    ['is of another school year', days('Høstferie', '20251006', '20251011'), 'Høstferie'],
    [
      'is of the school’s after-hours care',
      days('SFO stengt høstferie', '20260810', '20260815'),
      'SFO stengt høstferie',
    ],
    ['is about something else', event('Årsmøte', 'DTSTART:20260910T180000', 'RRULE:FREQ=HOURLY'), 'Årsmøte'],
    ['is a school day beside a break', day('Siste skoledag før jul', '20261218'), undefined],
  ])('passes an event over by name that %s', (_what, other, name) => {
    const { skolerute, flaws, passedOver } = read({}, other);
    expect(skolerute).toMatchObject(ROUTE);
    expect(flaws).toEqual([]);
    expect(passedOver).toEqual(name === undefined ? [] : [name]);
  });

  it('has the break between the last school day before it and the first after it', () => {
    const christmas = [
      day('Siste skoledag før jul', '20261218'),
      day('Fyrste skuledag etter nyttår', '20270105'),
    ].join('\r\n');
    expect(read({ christmas }).skolerute).toMatchObject(ROUTE);
  });

  it('leaves a break to custom of which only the day before is told, and says so', () => {
    const { skolerute, complete, passedOver } = read({
      christmas: day('Siste skoledag før jul', '20261218'),
    });
    expect(skolerute['christmas-break']).toBeUndefined();
    expect(skolerute['last-school-day']).toBe('2027-06-18');
    expect(complete.provisional).toContain('christmas-break');
    expect(passedOver).toEqual(['Siste skoledag før jul']);
  });

  it('takes what is off for some days in a row as school days off', () => {
    const { skolerute } = read({ off: days('Fridager', '20270507', '20270512') });
    expect(skolerute.daysOff).toEqual(['2027-05-07', '2027-05-10', '2027-05-11']);
  });

  it.each([
    [
      'a school day within its break',
      day('Siste skoledag før jul', '20261221'),
      'is a school day (2026-12-21) within the break',
    ],
    ['a break twice', days('Høstferie', '20260928', '20261003'), 'autumn-break: occurs twice'],
    [
      'a part that repeats by the hour',
      event('Fridag', 'DTSTART:20260910T080000', 'RRULE:FREQ=HOURLY'),
      'it repeats several times a day',
    ],
    ['a part for months', days('Fridager', '20260901', '20261101'), 'day-off: is more than two weeks'],
  ])('is refused with %s, by its line', (_what, other, message) => {
    expect(refusal({}, other)).toMatch(/^a\.ics:[1-9]\d+: /);
    expect(refusal({}, other)).toContain(message);
  });

  it('is refused when nothing of it is left', () => {
    const lines = calendar(day('Årsmøte', '20260910'));
    expect(() => readSkolerute({ file: 'a.ics', format: 'ics', text: lines }, knowledge, HINTS)).toThrow(
      'a.ics:1: has no event that is a part of the skolerute of 2026/2027',
    );
  });

  it('is bounded before it is worked on: endless rules, many events', () => {
    const began = performance.now();
    expect(
      read({ autumn: week('DTSTART;VALUE=DATE:20261005', 'RRULE:FREQ=DAILY;COUNT=2000000000') }).flaws,
    ).not.toEqual([]);
    const daily = (_: unknown, index: number) =>
      event(`Fridag ${index}`, 'DTSTART;VALUE=DATE:20260801', 'RRULE:FREQ=DAILY');
    expect(refusal({}, ...Array.from({ length: 2_000 }, daily))).toBeInstanceOf(TooMuch);
    expect(refusal({}, ...Array.from({ length: 21_000 }, () => 'BEGIN:VEVENT\r\nEND:VEVENT'))).toBeInstanceOf(
      TooMuch,
    );
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
