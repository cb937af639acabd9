import Holidays from 'date-holidays';
import { type IsoDate, isoDate } from './iso-date.js';

/** Norway's public holidays (lov 24. februar 1995 nr. 12 and lov 26. april 1947 nr. 1), by the name of their text in data/locales. */
export const PUBLIC_HOLIDAYS = [
  'new-year',
  'maundy-thursday',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'labour-day',
  'constitution-day',
  'ascension',
  'whit-sunday',
  'whit-monday',
  'christmas-day',
  'boxing-day',
] as const;

export type PublicHoliday = (typeof PUBLIC_HOLIDAYS)[number];

const BY_RULE: Record<string, PublicHoliday> = {
  '01-01': 'new-year',
  'easter -3': 'maundy-thursday',
  'easter -2': 'good-friday',
  easter: 'easter-sunday',
  'easter 1': 'easter-monday',
  '05-01': 'labour-day',
  '05-17': 'constitution-day',
  'easter 39': 'ascension',
  'easter 49': 'whit-sunday',
  'easter 50': 'whit-monday',
  '12-25': 'christmas-day',
  '12-26': 'boxing-day',
};

const norway = new Holidays('NO', { types: ['public'] });
const years = new Map<number, ReadonlyMap<IsoDate, PublicHoliday>>();

/** The public holidays of a calendar year by date. Where two fall on one day (17 May 2027), the national day names it. */
export function publicHolidays(year: number): ReadonlyMap<IsoDate, PublicHoliday> {
  const known = years.get(year);
  if (known) return known;
  const found = new Map<IsoDate, PublicHoliday>();
  for (const { date, rule } of norway.getHolidays(year)) {
    const holiday = BY_RULE[rule];
    if (!holiday) throw new Error(`date-holidays returned an unknown public holiday of Norway: ${rule}`);
    const day = isoDate(date.slice(0, 10));
    if (found.get(day) !== 'constitution-day') found.set(day, holiday);
  }
  years.set(year, found);
  return found;
}

/** Easter Sunday of a calendar year. */
export function easterSunday(year: number): IsoDate {
  for (const [date, holiday] of publicHolidays(year)) {
    if (holiday === 'easter-sunday') return date;
  }
  throw new Error(`no Easter Sunday in ${year}`);
}
