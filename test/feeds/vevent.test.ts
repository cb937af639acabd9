import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import type { Task } from '../../src/cycle/task.js';
import { renderVcalendar } from '../../src/feeds/vcalendar.js';
import { renderVevent } from '../../src/feeds/vevent.js';
import { taskNamed, wordingIn } from '../cycle/samples.js';

const deadline = taskNamed('soknadsfrist-videregaende');
const head = { county: 'Vestfold', schoolYear: '2026/2027' as never };

const eventOf = (task: Task, baseUrl: string | null = 'https://arshjul.example') => {
  const text = renderVcalendar(head, [task], wordingIn('nb'), baseUrl);
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  return component;
};
const value = (task: Task, property: string) => eventOf(task).getFirstPropertyValue(property)?.toString();

describe('a task as VEVENT', () => {
  it('is all-day with an exclusive end', () => {
    const period = { ...deadline, start: isoDate('2027-02-26'), end: isoDate('2027-03-02') };
    const text = renderVevent(period, wordingIn('nb'), null);
    expect(text).toContain('DTSTART;VALUE=DATE:20270226\r\nDTEND;VALUE=DATE:20270303\r\n');
    expect(text).toContain('X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n');
  });

  it('keeps its UID over changes, and raises SEQUENCE with each', () => {
    const changed = { ...deadline, version: 4, start: isoDate('2027-03-08'), end: isoDate('2027-03-08') };
    expect(value(changed, 'uid')).toBe(value(deadline, 'uid'));
    expect(value(deadline, 'sequence')).toBe('0');
    expect(value(changed, 'sequence')).toBe('3');
  });

  it('has DTSTAMP and LAST-MODIFIED of its last change, in UTC', () => {
    const text = renderVevent(
      { ...deadline, updatedAt: '2026-12-24T15:04:05.000Z' as never },
      wordingIn('nb'),
      null,
    );
    expect(text).toContain('DTSTAMP:20261224T150405Z\r\n');
    expect(text).toContain('LAST-MODIFIED:20261224T150405Z\r\n');
  });

  it('does not block time', () => {
    expect(value(deadline, 'transp')).toBe('TRANSPARENT');
    expect(value(deadline, 'x-microsoft-cdo-busystatus')).toBe('FREE');
  });

  it('is confirmed, tentative while the skolerute is provisional, or cancelled', () => {
    expect(value(deadline, 'status')).toBe('CONFIRMED');
    expect(value({ ...deadline, provisional: true }, 'status')).toBe('TENTATIVE');
    expect(value({ ...deadline, status: 'cancelled' }, 'status')).toBe('CANCELLED');
  });

  it('says who, with whom, in which phase, why this date and from which source', () => {
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

  it('links to its page when there is a service, and not otherwise', () => {
    expect(value(deadline, 'url')).toBe(`https://arshjul.example/tasks/${deadline.id}`);
    expect(eventOf(deadline, null).getFirstPropertyValue('url')).toBeNull();
  });

  it('carries phase, category and kind as categories', () => {
    const categories = eventOf(deadline).getFirstProperty('categories')?.getValues();
    expect(categories).toHaveLength(3);
    expect(categories?.[0]).toBe('Overgang fra grunnskolen');
    expect(categories?.[2]).toBe('Frist');
  });

  it('has a summary of at most 120 characters', () => {
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
  ])('carries %s unharmed', (_name, text) => {
    const task = { ...deadline, description: { nb: text }, title: { nb: text.replaceAll('\n', ' ') } };
    expect(value(task, 'summary')).toBe(`Frist: ${text.replaceAll('\n', ' ')}`);
    expect(value(task, 'description')?.startsWith(text)).toBe(true);
  });

  it('drops control characters that RFC 5545 cannot carry', () => {
    const task = { ...deadline, title: { nb: 'a\u0000b\u0007c\u001fd' } };
    expect(value(task, 'summary')).toBe('Frist: abcd');
  });
});
