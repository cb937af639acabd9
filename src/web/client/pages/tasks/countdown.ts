import { daysBetween, type IsoDate } from '../../../../calendar/iso-date.js';
import type { Translate } from '../../../../language/translate.js';
import type { TaskView } from '../../../../task/task-view.js';

/** How far off a task is: "om 12 dager", "pågår, 3 dager igjen", "for 2 dager siden". */
export function countdownOf(
  { start, end }: Pick<TaskView, 'start' | 'end'>,
  today: IsoDate,
  t: Translate,
): string {
  if (today < start) return t('ui.countdown.in', { count: daysBetween(today, start) });
  if (today > end) return t('ui.countdown.ago', { count: daysBetween(end, today) });
  if (start === end) return t('ui.countdown.today');
  if (today === end) return t('ui.countdown.last-day');
  return t('ui.countdown.left', { count: daysBetween(today, end) });
}
