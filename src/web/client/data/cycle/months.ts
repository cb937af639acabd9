import { addDays, type IsoDate } from '../../../../calendar/iso-date.js';

/** The first and the last day of a time, both included. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The month `YYYY-MM` of a date. */
export function monthOfDate(date: IsoDate): string {
  return date.slice(0, 7);
}

export function firstDayOf(month: string): IsoDate {
  return `${month}-01` as IsoDate;
}

export function lastDayOf(month: string): IsoDate {
  return addDays(firstDayOf(monthOfDate(addDays(firstDayOf(month), 31))), -1);
}

/** The months of a school year, August first. */
export function monthsOf({ from, to }: Span): string[] {
  const months: string[] = [];
  for (let day = from; day <= to; day = addDays(lastDayOf(monthOfDate(day)), 1))
    months.push(monthOfDate(day));
  return months;
}

/** Whether a date is in a time. */
export function isWithin(date: IsoDate, { from, to }: Span): boolean {
  return date >= from && date <= to;
}

/** The days of a month. */
export function spanOfMonth(month: string): Span {
  return { from: firstDayOf(month), to: lastDayOf(month) };
}
