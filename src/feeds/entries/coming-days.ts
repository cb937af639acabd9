import { addDays, type IsoDate } from '../../calendar/iso-date.js';
import { type CalendarEntry, daysOf } from './calendar-entry.js';
import type { ShownDay, ShownEntry } from './shown-day.js';

/** As many days as the next two weeks have. */
const COMING_DAYS = 14;

/** The next two weeks, day by day, with the entries that stand on each; `shown` gives an entry as a calendar shows it. */
export function comingDays(
  entries: readonly CalendarEntry[],
  today: IsoDate,
  shown: (entry: CalendarEntry) => ShownEntry,
): ShownDay[] {
  return Array.from({ length: COMING_DAYS }, (_, index) => {
    const date = addDays(today, index);
    const onDay = entries.filter((entry) => {
      const { start, end } = daysOf(entry);
      return start <= date && date <= end;
    });
    const time = ({ time }: ShownEntry) => time ?? '';
    return {
      date,
      entries: onDay.map(shown).sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0)),
    };
  });
}
