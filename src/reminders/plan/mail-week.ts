import { addDays, type IsoDate, isoWeekOf } from '../../calendar/iso-date.js';
import type { SchoolDays } from '../../calendar/school-days.js';

/**
 * The week of mail that a school day is in: from its first school day, on which the week's list goes out, to the day before
 * the next list. Weeks without school have none; what comes in them stands in the list before.
 */
export interface MailWeek {
  /** The ISO week, such as `2026-W48`. */
  readonly name: string;
  /** The ISO week of the list before. */
  readonly previous: string;
  /** The day of the next list. */
  readonly next: IsoDate;
  /** The last day that this week's list covers: the day before the list after the next. */
  readonly through: IsoDate;
}

/** An ISO week as the ledger names it, such as `2026-W48`; later weeks sort later. */
export function weekName(date: IsoDate): string {
  const { weekYear, week } = isoWeekOf(date);
  return `${weekYear}-W${String(week).padStart(2, '0')}`;
}

/** The days from Monday to a day; 0 on a Monday. */
function daysSinceMonday(date: IsoDate): number {
  let days = 0;
  while (weekName(addDays(date, -days - 1)) === weekName(date)) days += 1;
  return days;
}

/** The week of mail around a school day. */
export function mailWeekOf(schoolDays: SchoolDays, today: IsoDate): MailWeek {
  const monday = (date: IsoDate) => addDays(date, -daysSinceMonday(date));
  const next = schoolDays.firstOnOrAfter(addDays(monday(today), 7));
  const afterNext = schoolDays.firstOnOrAfter(addDays(monday(next), 7));
  return {
    name: weekName(today),
    previous: weekName(schoolDays.lastOnOrBefore(addDays(monday(today), -1))),
    next,
    through: addDays(afterNext, -1),
  };
}
