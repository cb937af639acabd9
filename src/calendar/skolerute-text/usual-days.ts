import { addDays, daysBetween, type IsoDate, isoDate, weekdayOf } from '../iso-date.js';
import { easterSunday, publicHolidays } from '../public-holidays.js';
import type { Break } from '../skolerute.js';
import type { FoundPart, TextPart } from './part.js';

/** The first and the last day that something has ever been on. */
type Window = readonly [first: IsoDate, last: IsoDate];

/** Whether nobody has school on the day, whatever the skolerute says: a weekend or a public holiday. */
export function isAlwaysOff(date: IsoDate): boolean {
  return isWeekend(date) || isPublicHoliday(date);
}

export function isPublicHoliday(date: IsoDate): boolean {
  return publicHolidays(Number(date.slice(0, 4))).has(date);
}

export function isWeekend(date: IsoDate): boolean {
  return ['sat', 'sun'].includes(weekdayOf(date));
}

/** When a break is: the windows are wide, and what is outside of them is a slip or something else. */
function breakWindow(name: Break, startYear: number): Window {
  const easter = easterSunday(startYear + 1);
  switch (name) {
    case 'autumn-break':
      return [isoDate(`${startYear}-09-15`), isoDate(`${startYear}-10-31`)];
    case 'christmas-break':
      return [isoDate(`${startYear}-12-12`), isoDate(`${startYear + 1}-01-12`)];
    case 'winter-break':
      return [isoDate(`${startYear + 1}-02-01`), isoDate(`${startYear + 1}-03-20`)];
    case 'easter-break':
      return [addDays(easter, -12), addDays(easter, 5)];
    default:
      return name satisfies never;
  }
}

/** The most days that a break has, weekends among them. */
const LONGEST: Readonly<Record<Break, number>> = {
  'autumn-break': 9,
  'christmas-break': 24,
  'winter-break': 9,
  'easter-break': 14,
};

/** Whether a part is in the time of year in which such a part ever is. */
export function isInSeason({ part, from, to }: FoundPart, startYear: number): boolean {
  if (part === 'day-off' || part === 'planning-day') return true;
  const [first, last] = windowOf(part, startYear);
  return from >= first && to <= last;
}

/** Whether a part is when such a part is; a break that begins on a Friday or ends on a Monday may name school days. */
export function isUsual({ part, from, to }: FoundPart, startYear: number): boolean {
  if (part === 'day-off' || part === 'planning-day') return true;
  if (!isInSeason({ part, from, to }, startYear)) return false;
  if (!(part in LONGEST)) return !isAlwaysOff(from);
  const isWhole = weekdayOf(from) !== 'fri' && (weekdayOf(to) !== 'mon' || isAlwaysOff(to));
  return isWhole && daysBetween(from, to) < LONGEST[part as Break];
}

function windowOf(part: Exclude<TextPart, 'day-off' | 'planning-day'>, startYear: number): Window {
  if (part === 'first-school-day') return [isoDate(`${startYear}-08-01`), isoDate(`${startYear}-09-10`)];
  if (part === 'last-school-day')
    return [isoDate(`${startYear + 1}-05-25`), isoDate(`${startYear + 1}-07-10`)];
  const [side, name] = part.split(' ') as [string, Break | undefined];
  if (name === undefined) return breakWindow(side as Break, startYear);
  const [first, last] = breakWindow(name, startYear);
  return side === 'last-day-before'
    ? [addDays(first, -3), addDays(last, -1)]
    : [addDays(first, 1), addDays(last, 3)];
}

/** The break in which a period of days without a name is, when it can be no other. */
export function breakAt(from: IsoDate, to: IsoDate, startYear: number): Break | undefined {
  const names: readonly Break[] = ['autumn-break', 'christmas-break', 'winter-break', 'easter-break'];
  return names.find((part) => isUsual({ part, from, to }, startYear));
}

/** The part that a first or last school day is of by its date: that of the year, or beside Christmas or Easter. */
export function schoolDayAt(edge: 'first' | 'last', date: IsoDate, startYear: number): TextPart | undefined {
  const parts: readonly TextPart[] =
    edge === 'first'
      ? ['first-school-day', 'first-day-after christmas-break', 'first-day-after easter-break']
      : ['last-school-day', 'last-day-before christmas-break', 'last-day-before easter-break'];
  const [found, ...others] = parts.filter((part) => isUsual({ part, from: date, to: date }, startYear));
  return others.length === 0 ? found : undefined;
}
