import { monthOf, weekdayOf } from '../../../../calendar/iso-date.js';
import type { Translate } from '../../../../language/translate.js';
import type { TaskView } from '../../../../task/task-view.js';

/** "1.3." */
export function numericDate(date: string): string {
  return `${Number(date.slice(8))}.${Number(date.slice(5, 7))}.`;
}

/** "1.3." of a day, "1.3.–5.3." of a period. */
export function numericPeriod({ start, end }: Pick<TaskView, 'start' | 'end'>): string {
  return start === end ? numericDate(start) : `${numericDate(start)}–${numericDate(end)}`;
}

/** "mars 2027" of a month `2027-03`. */
export function monthInWords(month: string, t: Translate): string {
  return `${t(`month.${monthOf(`${month}-01` as TaskView['start'])}`)} ${month.slice(0, 4)}`;
}

/** "mandag 17. august 2026" of a date. */
export function dateInWords(date: string, t: Translate): string {
  const day = date as TaskView['start'];
  return t('date.long', {
    weekday: t(`weekday.${weekdayOf(day)}`),
    day: Number(date.slice(8)),
    month: t(`month.${monthOf(day)}`),
    year: date.slice(0, 4),
  });
}
