import type { Translate } from '../../../../language/translate.js';
import { monthOfDate, spanOfMonth } from '../../data/cycle/months.js';
import { monthInWords, numericDate } from '../../data/language/dates.js';
import type { PageFilter } from './page-filter.js';

/** The days that a filter restricts the tasks to. */
export type Dates = Pick<PageFilter, 'from' | 'to'>;

/** What the dates of a filter are: `year`, `today` (from today on), a month such as `2027-03`, or `span`. */
export function kindOfDates({ from, to }: Dates): string {
  if (from === null && to === null) return 'year';
  if (from === 'today') return to === null ? 'today' : 'span';
  if (from === null) return 'span';
  const month = spanOfMonth(monthOfDate(from));
  return month.from === from && month.to === to ? monthOfDate(from) : 'span';
}

/** The dates of a filter in words: `hele året`, `fra i dag`, `mars 2027`, `1.3.–5.3.` */
export function datesInWords(dates: Dates, t: Translate): string {
  const kind = kindOfDates(dates);
  if (kind === 'year') return t('ui.filter.whole-year');
  if (kind === 'today') return t('ui.filter.from-today');
  if (kind !== 'span') return monthInWords(kind, t);
  const { from, to } = dates;
  const first = from === 'today' ? t('ui.today') : from && numericDate(from);
  return from === to ? (first ?? '') : `${first ?? ''}–${to ? numericDate(to) : ''}`;
}
