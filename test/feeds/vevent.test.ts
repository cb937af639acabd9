import fc from 'fast-check';
import ICAL from 'ical.js';
import { foldLines as referenceFold } from 'ical-generator';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { uidOf, wholeEntry } from '../../src/feeds/entries/calendar-entry.js';
import { foldLines } from '../../src/feeds/fold-lines.js';
import { renderVcalendar } from '../../src/feeds/vcalendar.js';
import { renderVevent } from '../../src/feeds/vevent.js';
import { renderVtodo } from '../../src/feeds/vtodo.js';
import type { Adjustment } from '../../src/task/adjustment.js';
import type { Task } from '../../src/task/task.js';
import { seenWith } from '../../src/task/unit-view.js';
import { taskNamed, wordingIn } from '../cycle/samples.js';

const deadline = taskNamed('soknadsfrist-videregaende');
const head = { name: 'Årshjul Vestfold', description: '' };
const NOWHERE = { baseUrl: null, alarms: false, layerName: null };
const seen = (task: Task) => seenWith(task, undefined);
const whole = (task: Task) => wholeEntry(seen(task));

const eventOf = (task: Task, baseUrl: string | null = 'https://arshjul.example') => {
  const text = renderVcalendar(head, [seen(task)], wordingIn('nb'), {
    baseUrl,
    alarms: false,
    layerName: null,
  });
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  return component;
};
const value = (task: Task, property: string) => eventOf(task).getFirstPropertyValue(property)?.toString();

describe('a task as VEVENT', () => {
  it('I6 is all-day with an exclusive end', () => {
    const period = { ...deadline, start: isoDate('2027-02-26'), end: isoDate('2027-03-02') };
    const text = renderVevent(whole(period), wordingIn('nb'), NOWHERE);
    expect(text).toContain('DTSTART;VALUE=DATE:20270226\r\nDTEND;VALUE=DATE:20270303\r\n');
    expect(text).toContain('X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n');
  });

  it('I4 keeps its UID over changes, and raises SEQUENCE with each', () => {
    const changed = { ...deadline, version: 4, start: isoDate('2027-03-08'), end: isoDate('2027-03-08') };
    expect(value(changed, 'uid')).toBe(value(deadline, 'uid'));
    expect(value(deadline, 'sequence')).toBe('0');
    expect(value(changed, 'sequence')).toBe('3');
  });

  it('I5 has DTSTAMP and LAST-MODIFIED of its last change, in UTC', () => {
    const task = { ...deadline, updatedAt: '2026-12-24T15:04:05.000Z' as never };
    const text = renderVevent(whole(task), wordingIn('nb'), NOWHERE);
    expect(text).toContain('DTSTAMP:20261224T150405Z\r\n');
    expect(text).toContain('LAST-MODIFIED:20261224T150405Z\r\n');
  });

  it('I9 does not block time while it has none of day', () => {
    expect(value(deadline, 'transp')).toBe('TRANSPARENT');
    expect(value(deadline, 'x-microsoft-cdo-busystatus')).toBe('FREE');
  });

  it('I8 is confirmed, tentative while the skolerute is provisional, or cancelled', () => {
    expect(value(deadline, 'status')).toBe('CONFIRMED');
    expect(value({ ...deadline, provisional: true }, 'status')).toBe('TENTATIVE');
    expect(value({ ...deadline, status: 'cancelled' }, 'status')).toBe('CANCELLED');
  });

  it('I10 says who, with whom, in which phase, why this date and from which source', () => {
    const description = value(deadline, 'description') ?? '';
    for (const label of [
      'Når: ',
      'Ansvarlig: ',
      'Fase: Overgang fra grunnskolen',
      'Hvorfor denne datoen: ',
      'Kilde: ',
    ]) {
      expect(description).toContain(label);
    }
    expect(description).toContain('mandag 1. mars 2027');
    expect(value(deadline, 'contact')).not.toBe('');
  });

  it('I10 links to its page when there is a service, and not otherwise', () => {
    expect(value(deadline, 'url')).toBe(`https://arshjul.example/tasks/${deadline.id}`);
    expect(eventOf(deadline, null).getFirstPropertyValue('url')).toBeNull();
  });

  it('I11 carries phase, category and kind as categories, and the colour of the phase', () => {
    const categories = eventOf(deadline).getFirstProperty('categories')?.getValues();
    expect(categories).toHaveLength(3);
    expect(categories?.[0]).toBe('Overgang fra grunnskolen');
    expect(categories?.[2]).toBe('Frist');
    expect(value(deadline, 'color')).toBe('seagreen');
  });

  it('I10 has a summary of at most 120 characters', () => {
    const long = { ...deadline, title: { nb: 'æ'.repeat(500) } };
    expect([...(value(long, 'summary') ?? '')]).toHaveLength(120);
  });

  it.each([
    ['separators and quotes', 'a;b,c"d\\e: f'],
    ['line ends', 'one\ntwo\nthree'],
    ['Norwegian and Sami letters', 'æøå ÆØÅ Čáhcesuolu ŧ đ ŋ'],
    ['emoji and combining characters', '👩‍🎓 e\u0301 🇳🇴'],
    ['right to left', 'مرحبا عالم'],
    ['something that looks like the end', 'END:VEVENT'],
  ])('I2 carries %s unharmed', (_name, text) => {
    const task = { ...deadline, description: { nb: text }, title: { nb: text.replaceAll('\n', ' ') } };
    expect(value(task, 'summary')).toBe(`Frist: ${text.replaceAll('\n', ' ')}`);
    expect(value(task, 'description')?.startsWith(text)).toBe(true);
  });

  it('I2 drops control characters that RFC 5545 cannot carry', () => {
    const task = { ...deadline, title: { nb: 'a\u0000b\u0007c\u001fd' } };
    expect(value(task, 'summary')).toBe('Frist: abcd');
  });

  it('I7 has its times in Europe/Oslo, by a zone that stands in the calendar', () => {
    const meeting = { ...deadline, startTime: '18:00', endTime: '19:30' };
    const text = renderVcalendar(head, [seen(meeting)], wordingIn('nb'), NOWHERE);
    expect(text).toContain(
      'DTSTART;TZID=Europe/Oslo:20270301T180000\r\nDTEND;TZID=Europe/Oslo:20270301T193000\r\n',
    );
    expect(text.split('BEGIN:VTIMEZONE')).toHaveLength(2);
    expect(text).not.toContain('X-MICROSOFT-CDO-ALLDAYEVENT:TRUE');
    const event = new ICAL.Event(eventOf(meeting));
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-03-01T17:00:00.000Z');
    expect(value(meeting, 'description')).toContain('mandag 1. mars 2027 kl. 18:00–19:30');
  });

  it('I7 has the hours of Oslo in every year from 2000 to 2100, also where the clock changes', () => {
    for (let year = 2000; year <= 2100; year += 1) {
      for (const day of ['01-15', '03-31', '07-15', '10-31']) {
        const start = isoDate(`${year}-${day}`);
        const meeting = { ...deadline, start, end: start, startTime: '12:00', endTime: null };
        const moment = new ICAL.Event(eventOf(meeting)).startDate.toJSDate().toISOString();
        expect(moment).toBe(DateTime.fromISO(`${start}T12:00`, { zone: 'Europe/Oslo' }).toUTC().toISO());
      }
    }
  });

  it('I7 is all-day when only the beginning of several days has a time', () => {
    const period = { ...deadline, end: isoDate('2027-03-03'), startTime: '18:00', endTime: null };
    expect(renderVevent(whole(period), wordingIn('nb'), NOWHERE)).toContain(
      'DTSTART;VALUE=DATE:20270301\r\n',
    );
    expect(value({ ...period, endTime: '12:00' }, 'dtend')).toBe('2027-03-03T12:00:00');
  });

  it('I9 blocks time as a meeting', () => {
    const meeting = { ...deadline, startTime: '18:00', endTime: '19:30' };
    expect(value(meeting, 'transp')).toBe('OPAQUE');
    expect(value(meeting, 'x-microsoft-cdo-busystatus')).toBe('BUSY');
  });

  it('I13 rings only when asked to: by its reminders, on the morning of the day', () => {
    expect(renderVevent(whole(deadline), wordingIn('nb'), NOWHERE)).not.toContain('VALARM');
    const ringing = (task: Task) =>
      [
        ...renderVevent(whole(task), wordingIn('nb'), { ...NOWHERE, alarms: true }).matchAll(
          /TRIGGER[^\r]*/g,
        ),
      ].flat();
    const task = { ...deadline, reminders: [0, 3, 14] };
    expect(ringing(task)).toEqual([
      'TRIGGER;RELATED=START:-P13DT15H',
      'TRIGGER;RELATED=START:-P2DT15H',
      'TRIGGER;RELATED=START:PT9H',
    ]);
    expect(ringing({ ...task, startTime: '18:00' })).toEqual([
      'TRIGGER;RELATED=START:-P14D',
      'TRIGGER;RELATED=START:-P3D',
      'TRIGGER;RELATED=START:PT0S',
    ]);
    expect(ringing({ ...task, status: 'cancelled' })).toEqual([]);
  });

  it('I14 invites nobody', () => {
    expect(renderVevent(whole(deadline), wordingIn('nb'), NOWHERE)).not.toMatch(/ATTENDEE|ORGANIZER/);
    expect(value(deadline, 'contact')).toBe('Skole');
  });

  it('has the unit’s own date, and a SEQUENCE that grows with the unit’s changes too', () => {
    const common = { ...deadline, version: 3, leeway: { before: 7, after: 7 } };
    const adjustment: Adjustment = {
      id: 'x',
      cycleId: common.cycleId,
      adjusts: common.id,
      layer: '39-x',
      hidden: null,
      start: isoDate('2027-03-03'),
      end: isoDate('2027-03-03'),
      status: null,
      ticked: null,
      deleted: false,
      version: 2,
      createdAt: common.createdAt,
      updatedAt: '2026-12-24T15:04:05.000Z' as never,
    };
    const text = renderVevent(wholeEntry(seenWith(common, adjustment)), wordingIn('nb'), NOWHERE);
    for (const line of ['DTSTART;VALUE=DATE:20270303', 'SEQUENCE:4', 'DTSTAMP:20261224T150405Z'])
      expect(text.split('\r\n')).toContain(line);
  });
});

describe('a task as VTODO', () => {
  const todo = (task: Task) => {
    const text = renderVcalendar(head, [seen(task)], wordingIn('nb'), { ...NOWHERE, render: renderVtodo });
    const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtodo');
    return (property: string) => component?.getFirstPropertyValue(property)?.toString();
  };

  it('I15 is due on its last day, and says how far it has come', () => {
    const get = todo({ ...deadline, status: 'started' });
    expect([get('uid'), get('due'), get('dtstart'), get('status'), get('summary')]).toEqual([
      uidOf(deadline),
      '2027-03-01',
      undefined,
      'IN-PROCESS',
      value(deadline, 'summary'),
    ]);
    expect(get('description')).toBe(
      value(deadline, 'description')?.replace(/(?<=\nLenker: )https:.*\/tasks\/\S+\n/, ''),
    );
    const period = todo({ ...deadline, end: isoDate('2027-03-05') });
    expect([period('dtstart'), period('due')]).toEqual(['2027-03-01', '2027-03-05']);
  });
});

/** Letters of every width, what calendars treat specially, and what must not be there. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '"',
        ';',
        ',',
        '\\',
        '\n',
        '\r\n',
        '\r',
        '\u0000',
        'END:VEVENT',
        'BEGIN:VALARM',
        '\\n',
        ':',
        'æøå',
      ),
      fc.constantFrom('👩‍🎓', 'e\u0301', 'مرحبا', '\u202e', '\ud800', 'Š'.repeat(40), 'x'.repeat(10_000)),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** What a calendar can carry of a text (I2). */
const carried = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what cannot be carried
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .toWellFormed();

describe('any text', () => {
  it.each([
    ['VEVENT', renderVevent],
    ['VTODO', renderVtodo],
  ])('I1 I2 comes back equal from a %s, in lines of 75 octets at most', (_name, render) => {
    fc.assert(
      fc.property(anyText, anyText, (title, description) => {
        const task = { ...deadline, title: { nb: title }, description: { nb: description } };
        const text = renderVcalendar(head, [seen(task)], wordingIn('nb'), { ...NOWHERE, render });
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(text.isWellFormed()).toBe(true);
        const components = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents();
        expect(components).toHaveLength(1);
        const read = components[0]?.getFirstPropertyValue('description')?.toString();
        expect(read?.slice(0, carried(description).length)).toBe(carried(description));
        const summary = [...`Frist: ${carried(title).replaceAll('\n', ' ')}`];
        const shown = summary.length <= 120 ? summary.join('') : `${summary.slice(0, 119).join('')}…`;
        expect(components[0]?.getFirstPropertyValue('summary')).toBe(shown);
      }),
      { numRuns: 500 },
    );
  });

  it('I1 is folded as ical-generator folds it, but for the length of the lines', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = carried(text).replaceAll('\n', '');
        expect(foldLines(line).replaceAll('\r\n ', '')).toBe(line);
        expect(referenceFold(line).replaceAll('\r\n ', '')).toBe(line);
        expect(foldLines(line).length).toBeLessThanOrEqual(referenceFold(line).length);
      }),
    );
  });
});
