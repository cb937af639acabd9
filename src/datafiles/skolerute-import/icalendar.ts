import { addDays, type IsoDate, isoDate, weekdayOf } from '../../calendar/iso-date.js';
import { type SchoolYearLabel, startYearOf } from '../../calendar/school-year-label.js';
import { ArshjulError, type DataFlaw } from '../../errors/arshjul-error.js';
import { type CalendarEvents, eventsFromIcalendar } from '../../exchange/icalendar-events.js';
import { type ImportedEvent, UnreadableImport, type UnusableEvent } from '../../exchange/imported-event.js';
import type { SkoleruteEntry } from './entry.js';
import { entryKindOf } from './entry-name.js';

/** What a calendar says of a school year. */
export interface CalendarEntries {
  readonly entries: readonly SkoleruteEntry[];
  /** The names of the events that were passed over. */
  readonly passedOver: readonly string[];
}

/**
 * The entries of a skolerute in iCalendar: one event per part, identified by its SUMMARY ("Høstferie"), on the days that it
 * has in Oslo. Passed over, by name, are events about anything else, such as public holidays, events that are cancelled, that
 * have no day, and that are of another school year. Throws ArshjulError when the text is not iCalendar or the days of a part
 * cannot be read, TooMuch when it exceeds the bounds.
 */
export function entriesFromIcalendar(
  file: string,
  text: string,
  schoolYear: SchoolYearLabel,
): CalendarEntries {
  const startYear = startYearOf(schoolYear);
  const [first, last] = [isoDate(`${startYear}-08-01`), isoDate(`${startYear + 1}-07-31`)];
  const lines = text
    .split(/\r?\n/)
    .flatMap((content, index) => (content.trim().toUpperCase() === 'BEGIN:VEVENT' ? [index + 1] : []));
  const { events, unusable, cancelled } = eventsOf(file, text, first, last);
  const lineOf = ({ place }: Pick<ImportedEvent, 'place'>) => lines[place.number - 1] ?? 1;
  const passedOver = unusable.map(({ title }) => title);
  const entries: SkoleruteEntry[] = [];
  for (const occurrences of byEvent(events)) {
    const [event] = occurrences;
    const kind = entryKindOf(event.title);
    const held = occurrences.filter(
      (each) => !cancelled.has(each) && each.end >= first && each.start <= last,
    );
    if (kind === undefined || held.length === 0) passedOver.push(event.title);
    else
      for (const period of joined(held))
        entries.push({ name: event.title, kind, ...period, line: lineOf(event) });
  }
  // A part is not lost for being written wrong, and a calendar of which nothing is left is no skolerute.
  const wrong = unusable.filter((each) => entries.length === 0 || isPartWithDate(each));
  const flaws = wrong.flatMap((each): DataFlaw[] =>
    each.problems.map(({ what }) => ({
      file,
      line: lineOf(each),
      field: each.title,
      what: `not valid iCalendar: ${what}`,
    })),
  );
  if (entries.length === 0 && flaws.length === 0)
    flaws.push({
      file,
      line: 1,
      field: '',
      what: `has no event that is a part of the skolerute of ${schoolYear}`,
    });
  if (flaws.length > 0) throw new ArshjulError({ code: 'invalid-data', flaws });
  return { entries, passedOver };
}

function eventsOf(file: string, text: string, first: IsoDate, last: IsoDate): CalendarEvents {
  try {
    return eventsFromIcalendar(text, first, last);
  } catch (error) {
    if (!(error instanceof UnreadableImport)) throw error;
    throw new ArshjulError({
      code: 'invalid-data',
      flaws: [{ file, line: 1, field: '', what: error.message }],
    });
  }
}

/** Whether an event is about a part and has a date, which cannot be read. */
function isPartWithDate({ title, problems }: UnusableEvent): boolean {
  return entryKindOf(title) !== undefined && !problems.every(({ what }) => what.startsWith('is missing'));
}

/** The occurrences of each event, in the order of the file. */
function byEvent(events: readonly ImportedEvent[]): [ImportedEvent, ...ImportedEvent[]][] {
  const found = new Map<number, [ImportedEvent, ...ImportedEvent[]]>();
  for (const event of events) {
    const others = found.get(event.place.number);
    if (others) others.push(event);
    else found.set(event.place.number, [event]);
  }
  return [...found.values()];
}

/** Occurrences that follow upon each other, with at most a weekend between them, are one period: `RRULE:FREQ=DAILY;COUNT=5`. */
function joined(occurrences: readonly ImportedEvent[]): { from: IsoDate; to: IsoDate }[] {
  const periods: { from: IsoDate; to: IsoDate }[] = [];
  for (const { start, end } of occurrences) {
    const before = periods.at(-1);
    if (before && start <= afterWeekend(before.to)) before.to = end;
    else periods.push({ from: start, to: end });
  }
  return periods;
}

/** The next day that is not on a weekend. */
function afterWeekend(date: IsoDate): IsoDate {
  const next = addDays(date, 1);
  return ['sat', 'sun'].includes(weekdayOf(next)) ? afterWeekend(next) : next;
}
