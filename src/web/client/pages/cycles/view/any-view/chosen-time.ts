import { type IsoDate, isIsoDate } from '../../../../../../calendar/iso-date.js';
import { isWithin, monthOfDate, monthsOf } from '../../../../data/cycle/months.js';
import { readZoom, type SchoolYearSpan } from './zoom.js';

/** The time that the reader has chosen: a day, a month `YYYY-MM`, or none (null). */
export type ChosenTime =
  | { readonly kind: 'day'; readonly date: IsoDate }
  | { readonly kind: 'month'; readonly month: string }
  | null;

/**
 * The address parameters that hold it, at most one of them at a time: `date=2026-12-10`, `month=2026-12`, or
 * `zoom=month:2026-12-01`. Each view writes the one that it works with and reads all of them, so that the choice follows
 * the reader from view to view.
 */
const DATE = 'date';
const MONTH = 'month';
export const ZOOM = 'zoom';
const TIME: readonly string[] = [DATE, MONTH, ZOOM];

/** The time chosen in an address; null when there is none, or none within the school year. A term or the year is no choice. */
export function readChosenTime(search: URLSearchParams, schoolYear: SchoolYearSpan): ChosenTime {
  const date = search.get(DATE) ?? '';
  if (isIsoDate(date) && isWithin(date, schoolYear)) return { kind: 'day', date };
  const month = search.get(MONTH);
  if (month !== null && monthsOf(schoolYear).includes(month)) return { kind: 'month', month };
  const zoom = readZoom(search.get(ZOOM), schoolYear);
  if (zoom.kind === 'week') return { kind: 'day', date: zoom.from };
  return zoom.kind === 'month' ? { kind: 'month', month: monthOfDate(zoom.from) } : null;
}

/** The address's parameters with another chosen time; the others are kept. */
export function withChosenTime(search: URLSearchParams, time: ChosenTime): URLSearchParams {
  const next = withoutTime(search);
  if (time?.kind === 'day') next.set(DATE, time.date);
  if (time?.kind === 'month') next.set(MONTH, time.month);
  return next;
}

/** The month `YYYY-MM` of a chosen time. */
export function monthOfTime(time: NonNullable<ChosenTime>): string {
  return time.kind === 'day' ? monthOfDate(time.date) : time.month;
}

/** What an address says of time, without the rest. */
export function timeWords(search: URLSearchParams): string {
  return new URLSearchParams([...search].filter(([name]) => TIME.includes(name))).toString();
}

/** The address's parameters without what they say of time. */
export function withoutTime(search: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...search].filter(([name]) => !TIME.includes(name)));
}
