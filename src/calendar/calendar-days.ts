import { DateTime } from 'luxon';
import { type IsoDate, type IsoWeek, WEEKDAYS, type Weekday } from './iso-date.js';

/** A date and what every calendar says of it. */
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
  const end = DateTime.utc(startYear + 1, 8, 1);
  for (let day = DateTime.utc(startYear, 8, 1); day < end; day = day.plus({ days: 1 })) {
    days.push({
      date: day.toISODate() as IsoDate,
      weekday: WEEKDAYS[day.weekday - 1] as Weekday,
      isoWeek: { weekYear: day.weekYear, week: day.weekNumber },
    });
  }
  years.set(startYear, days);
  return days;
}
