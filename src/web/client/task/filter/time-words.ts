import { addDays, type IsoDate, isoWeekOf, WEEKDAYS, weekdayOf } from '../../../../calendar/iso-date.js';
import type { Translate } from '../../../../language/translate.js';
import { type Span, spanOfMonth } from '../../data/cycle/months.js';

/** What times are called, in lower case. */
export interface TimeWords {
  /** The names of each month, January first. */
  readonly months: readonly (readonly string[])[];
  /** The words for a week before its number. */
  readonly week: readonly string[];
  readonly today: readonly string[];
  readonly thisWeek: readonly string[];
  readonly nextWeek: readonly string[];
}

/** The names of times in the reader's language, and in those that its readers also write. */
export function timeWords(t: Translate): TimeWords {
  const list = (key: string) => t(`ui.time.${key}`).split(', ');
  return {
    months: Array.from({ length: 12 }, (_, index) => [
      t(`month.${index + 1}`).toLowerCase(),
      ...(list('months')[index] ?? '').split('/'),
    ]),
    week: list('week'),
    today: list('today'),
    thisWeek: list('this-week'),
    nextWeek: list('next-week'),
  };
}

/** The days that words are about. */
interface Days {
  readonly schoolYear: Span;
  readonly today: IsoDate;
}

/**
 * The time that the whole of a text names: a month (`mars`, `mars 2027`), a week or several (`uke 10`, `uke 10–12`), today,
 * this week or the next. A month or week without a year is that of the school year. Null for any other text, which is then
 * searched for as it is.
 */
export function timeOf(text: string, words: TimeWords, { schoolYear, today }: Days): Span | null {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words.today.includes(said)) return { from: today, to: today };
  if (words.thisWeek.includes(said)) return weekFrom(mondayOf(today));
  if (words.nextWeek.includes(said)) return weekFrom(addDays(mondayOf(today), 7));
  return monthOf(said, words, schoolYear) ?? weeksOf(said, words, schoolYear);
}

function monthOf(said: string, { months }: TimeWords, schoolYear: Span): Span | null {
  const [, name, year] = /^(\p{L}+)\.?(?: (\d{4}))?$/u.exec(said) ?? [];
  if (name === undefined) return null;
  const month = months.findIndex((names) => names.some((each) => each === name)) + 1;
  if (month === 0) return null;
  const padded = String(month).padStart(2, '0');
  const startsIn = Number(schoolYear.from.slice(0, 4));
  const isAutumn = padded >= schoolYear.from.slice(5, 7);
  return spanOfMonth(`${year ?? startsIn + (isAutumn ? 0 : 1)}-${padded}`);
}

function weeksOf(said: string, { week: names }: TimeWords, schoolYear: Span): Span | null {
  const [, name, first, last = first] = /^(\p{L}+)\.? ?(\d{1,2})(?: ?[-–] ?(\d{1,2}))?$/u.exec(said) ?? [];
  if (name === undefined || !names.includes(name)) return null;
  const from = mondayOfWeek(Number(first), schoolYear);
  const to = mondayOfWeek(Number(last), schoolYear);
  if (from === undefined || to === undefined || to < from) return null;
  return { from, to: addDays(to, 6) };
}

/** The Monday of a week by its number: of the two that a school year may begin and end with, the one with more days in it. */
function mondayOfWeek(week: number, { from, to }: Span): IsoDate | undefined {
  const found: IsoDate[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7))
    if (isoWeekOf(monday).week === week) found.push(monday);
  const [first, second] = found;
  const isWhole = first !== undefined && addDays(first, 3) >= from;
  return isWhole ? first : (second ?? first);
}

const weekFrom = (monday: IsoDate): Span => ({ from: monday, to: addDays(monday, 6) });

/** The Monday of a date's week. */
export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
}
