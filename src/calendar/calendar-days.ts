import { dateOfDayNumber, dayNumber } from './day-number.js';
import { type IsoDate, type IsoWeek, isoWeekOf, type Weekday, weekdayOf } from './iso-date.js';

/** A date with its properties in any calendar. */
export interface CalendarDay {
  readonly date: IsoDate;
  readonly weekday: Weekday;
  readonly isoWeek: IsoWeek;
}

const years = new Map<number, readonly CalendarDay[]>();

/** Every day from 1 August of the year to 31 July of the next. Kept, because all counties share it. */
export function calendarDays(startYear: number): readonly CalendarDay[] {
  const known = years.get(startYear);
  if (known) return known;
  const days: CalendarDay[] = [];
  const end = dayNumber(`${startYear + 1}-08-01`);
  for (let number = dayNumber(`${startYear}-08-01`); number < end; number += 1) {
    const date = dateOfDayNumber(number) as IsoDate;
    days.push({ date, weekday: weekdayOf(date), isoWeek: isoWeekOf(date) });
  }
  years.set(startYear, days);
  return days;
}
