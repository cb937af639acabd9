import { addDays, daysBetween, type IsoDate } from '../../src/calendar/iso-date.js';
import type { Json } from './differences.js';

/** The words before a title, by the language that a calendar names as its own. */
const BOKMAL = { first: 'Starter', last: 'Slutter', cancelled: 'Avlyst' };
type Words = typeof BOKMAL;
const WORDS: Readonly<Record<string, Words>> = {
  NB: BOKMAL,
  NN: { first: 'Startar', last: 'Sluttar', cancelled: 'Avlyst' },
  EN: { first: 'Starts', last: 'Ends', cancelled: 'Cancelled' },
};

const LONGEST_BAR_DAYS = 5;
const ENTRY = /BEGIN:(VEVENT|VTODO)\r\n[\s\S]*?END:\1\r\n/g;
const ALARM = /BEGIN:VALARM\r\n[\s\S]*?END:VALARM\r\n/g;
const ZONE = /BEGIN:VTIMEZONE\r\n[\s\S]*?END:VTIMEZONE\r\n/;

/** A calendar without the folding of its lines. */
const unfolded = (calendar: string) => calendar.replaceAll('\r\n ', '');

const dateIn = (digits: string) => digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') as IsoDate;
const digitsOf = (date: IsoDate) => date.replaceAll('-', '');
const withWord = (entry: string, word: string) =>
  entry
    .replace(/^SUMMARY:/m, `SUMMARY:${word}: `)
    .replaceAll(ALARM, (alarm) => alarm.replace(/^DESCRIPTION:/m, `DESCRIPTION:${word}: `));

/** The UID of an entry. */
export const uidIn = (entry: string) => /^UID:(.*)\r$/m.exec(entry)?.[1] ?? '';

/** The entries of a calendar, with their lines unfolded. */
export function entriesIn(calendar: string): string[] {
  return unfolded(calendar).match(ENTRY) ?? [];
}

function asDays(entry: string, words: Words): string[] {
  const days = /^DTSTART;VALUE=DATE:(\d{8})\r\nDTEND;VALUE=DATE:(\d{8})\r$/m.exec(entry);
  const [from, after] = [dateIn(days?.[1] ?? ''), dateIn(days?.[2] ?? '')];
  if (!days || daysBetween(from, after) <= LONGEST_BAR_DAYS) return [entry];
  const on = (date: IsoDate) =>
    entry.replace(
      days[0],
      `DTSTART;VALUE=DATE:${digitsOf(date)}\r\nDTEND;VALUE=DATE:${digitsOf(addDays(date, 1))}\r`,
    );
  return [
    withWord(on(from), words.first),
    withWord(on(addDays(after, -1)), words.last)
      .replace(/^UID:(.*)@arshjul/m, 'UID:$1@end.arshjul')
      .replaceAll(ALARM, ''),
  ];
}

function cancelledIn(entry: string, words: Words): string {
  if (!/^STATUS:CANCELLED\r$/m.test(entry)) return entry;
  return withWord(entry, words.cancelled)
    .replaceAll(ALARM, '')
    .replace(/^TRANSP:OPAQUE/m, 'TRANSP:TRANSPARENT')
    .replace(/^(X-MICROSOFT-CDO-BUSYSTATUS):BUSY/m, '$1:FREE');
}

const startIn = (entry: string) => /^(?:DTSTART|DUE)[^:]*:(\d{8})/m.exec(entry)?.[1] ?? '';
const order = (entry: string) => `${startIn(entry)} ${uidIn(entry)}`;

/**
 * A calendar as decision 17 changes it, unfolded: SEQUENCE one higher; a period of more than five days on its first and last
 * day; what is cancelled says so and blocks no time; and only the entries of tasks that are still `shown`, by their UIDs.
 */
export function asChanged(calendar: string, isShown: (uid: string) => boolean): string {
  const language = /^PRODID:.*\/\/(NB|NN|EN)\r$/m.exec(calendar)?.[1] ?? '';
  const words = WORDS[language] ?? BOKMAL;
  const entries = entriesIn(calendar)
    .filter((entry) => isShown(uidIn(entry)))
    .map((entry) => entry.replace(/^SEQUENCE:(\d+)/m, (_, before) => `SEQUENCE:${Number(before) + 1}`))
    .flatMap((entry) => asDays(entry, words))
    .map((entry) => cancelledIn(entry, words));
  // Of what begins and ends on one day, UIDs decide.
  const isTaskList = calendar.includes('BEGIN:VTODO');
  const sorted = isTaskList ? entries : entries.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const bare = unfolded(calendar).replaceAll(ENTRY, '');
  const hasTimes = sorted.some((entry) => entry.includes(';TZID=')) || isTaskList;
  const head = hasTimes ? bare : bare.replace(ZONE, '');
  return head.replace('END:VCALENDAR', () => `${sorted.join('')}END:VCALENDAR`);
}

/** Whether a filter names nothing but a unit at most, so that its feed follows the default. */
function isDefault(filter: Json | undefined): boolean {
  return isObject(filter) && Object.keys(filter).every((part) => part === 'unit');
}

/** Feeds as the API lists them, without what those that follow the default are said to show: that is another since. */
export function withoutDefaultShows(body: Json): Json {
  if (isList(body)) return body.map(withoutDefaultShows);
  if (!isObject(body) || !isDefault(body.filter)) return body;
  const { shows: _shows, ...rest } = body;
  return rest;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
