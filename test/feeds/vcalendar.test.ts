import ICAL from 'ical.js';
import { sync as nodeIcal, type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate } from '../../src/calendar/iso-date.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { generate } from '../../src/cycle/lifecycle/generate.js';
import { countyOf, schoolYearFor } from '../../src/datafiles/knowledge.js';
import { uidOf } from '../../src/feeds/entries/calendar-entry.js';
import { headOf, renderVcalendar } from '../../src/feeds/vcalendar.js';
import { inLanguage, LANGUAGES, type Language } from '../../src/language/text.js';
import type { Task } from '../../src/task/task.js';
import { seenWith } from '../../src/task/unit-view.js';
import { knowledge } from '../calendar/samples.js';
import { vestfoldCycle, wordingIn } from '../cycle/samples.js';

const label = labelOf(2026);
const SERVICE = { baseUrl: 'http://localhost:3000', alarms: false, layerName: null };
const seen = (task: Task) => seenWith(task, undefined);

function calendarOf(county: string, language: Language) {
  const cycle = generate(knowledge, schoolYearFor(knowledge, county, label), [], 'complete');
  const name = inLanguage(countyOf(knowledge, county).name, language);
  const text = renderVcalendar(
    headOf(wordingIn(language), name, label),
    cycle.tasks.map(seen),
    wordingIn(language),
    SERVICE,
  );
  return { tasks: cycle.tasks, text };
}

const vestfold = calendarOf('39', 'nb');

/** node-ical gives all-day dates as local midnights; the local date is the one in the file. */
function localDate(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

const expected = vestfoldCycle.tasks
  .map((task) => [uidOf(task), task.start as string, addDays(task.end, 1) as string])
  .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));

/** The counties of which the whole skolerute of 2026/2027 is known. */
const OFFICIAL = ['39', '42', '55', '56'];

describe('a county’s calendar', () => {
  it('is read back by ical.js with the dates of the tasks', () => {
    const events = new ICAL.Component(ICAL.parse(vestfold.text)).getAllSubcomponents('vevent');
    const read = events.map((component) => {
      const event = new ICAL.Event(component);
      expect(event.startDate.isDate).toBe(true);
      return [event.uid, event.startDate.toString(), event.endDate.toString()];
    });
    expect(read.sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1))).toEqual(expected);
  });

  it('is read back by node-ical with the dates of the tasks', () => {
    const events = Object.values(nodeIcal.parseICS(vestfold.text)).filter(
      (component): component is VEvent => component?.type === 'VEVENT',
    );
    const read = events.map((event) => {
      expect(event.datetype).toBe('date');
      return [event.uid, localDate(event.start), localDate(event.end as Date)];
    });
    expect(read.sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1))).toEqual(expected);
  });

  it('gives both parsers the texts that were written, in each language', () => {
    for (const language of LANGUAGES) {
      const { tasks, text } = calendarOf('39', language);
      const byUid = new Map(tasks.map((task) => [uidOf(task), task]));
      const parsed = nodeIcal.parseICS(text);
      for (const component of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')) {
        const { uid, summary } = new ICAL.Event(component);
        const task = byUid.get(uid);
        expect(summary).toContain(task && inLanguage(task.title, language));
        expect((parsed[uid] as VEvent).summary).toBe(summary);
      }
    }
  });

  it('I1 has CRLF line ends, no blank line, and no line over 75 octets or cut inside a character', () => {
    const bytes = Buffer.from(vestfold.text);
    expect(vestfold.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = vestfold.text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(0, -1).every((line) => line !== '')).toBe(true);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(bytes.toString('utf8')).toBe(vestfold.text);
    expect(vestfold.text).not.toContain('\ufffd');
  });

  it('I3 I12 names itself and asks to be fetched hourly', () => {
    for (const line of [
      'VERSION:2.0',
      'PRODID:-//arshjul//arshjul//NB',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Årshjul Vestfold 2026/2027',
      'X-WR-CALNAME:Årshjul Vestfold 2026/2027',
      'X-WR-TIMEZONE:Europe/Oslo',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
    ]) {
      expect(vestfold.text.split('\r\n')).toContain(line);
    }
  });

  it('I17 is sorted by start and then UID, whatever the order of the tasks', () => {
    const { tasks, text } = vestfold;
    const head = headOf(wordingIn('nb'), 'Vestfold', label);
    const shuffled = [...tasks].reverse();
    expect(renderVcalendar(head, shuffled.map(seen), wordingIn('nb'), SERVICE)).toBe(text);
    const starts = [...text.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, start]) => start as IsoDate);
    expect(starts).toEqual([...starts].sort());
  });

  it('I17 is the same bytes when made again', () => {
    expect(calendarOf('39', 'nb').text).toBe(vestfold.text);
  });

  it('I16 is valid with nothing in it', () => {
    const text = renderVcalendar(headOf(wordingIn('nb'), 'Vestfold', label), [], wordingIn('nb'), SERVICE);
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getAllSubcomponents()).toEqual([]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('I8 of every county says when a date is provisional', () => {
    for (const { number } of knowledge.counties) {
      const { tasks, text } = calendarOf(number, 'nb');
      const provisional = tasks.filter((task) => task.provisional).length;
      expect(text.split('STATUS:TENTATIVE').length - 1).toBe(provisional);
      const bySkolerute = tasks.filter(({ why }) => why.some(({ kind }) => kind === 'provisional'));
      expect(bySkolerute.length > 0).toBe(!OFFICIAL.includes(number));
    }
  });
});
