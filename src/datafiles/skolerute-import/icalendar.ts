import ICAL from 'ical.js';
import { addDays, isIsoDate } from '../../calendar/iso-date.js';
import { ArshjulError } from '../../errors/arshjul-error.js';
import { checkDuration, parsedCalendar } from '../../file-bounds/parsed-calendar.js';
import { TooMuch } from '../../file-bounds/too-much.js';
import { entryKindOf, type SkoleruteEntry } from './entry.js';

/**
 * The entries of a skolerute in iCalendar: one event per part, identified by its SUMMARY ("Høstferie"). Events about anything
 * else, such as public holidays, are skipped and listed in `passedOver`. Throws ArshjulError when the text is not iCalendar,
 * TooMuch when it exceeds the bounds.
 */
export function entriesFromIcalendar(
  file: string,
  text: string,
): { entries: SkoleruteEntry[]; passedOver: string[] } {
  const lines = text
    .split(/\r?\n/)
    .flatMap((content, index) => (content === 'BEGIN:VEVENT' ? [index + 1] : []));
  const entries: SkoleruteEntry[] = [];
  const passedOver: string[] = [];
  eventsOf(file, text).forEach((event, index) => {
    const line = lines[index] ?? 1;
    const summary = event.summary ?? '';
    const kind = entryKindOf(summary);
    const from = dateText(event.startDate);
    if (kind === undefined) {
      passedOver.push(summary);
    } else if (from === undefined || !isIsoDate(from)) {
      throw new ArshjulError({
        code: 'invalid-data',
        flaws: [{ file, line, field: summary, what: 'has no DTSTART with a date' }],
      });
    } else {
      // DTEND of an all-day event is the day after the last (RFC 5545 3.6.1).
      const end = dateText(event.endDate);
      const to =
        event.startDate?.isDate && end !== undefined && isIsoDate(end) && end > from
          ? addDays(end, -1)
          : from;
      entries.push({ kind, from, to, line });
    }
  });
  return { entries, passedOver };
}

function eventsOf(file: string, text: string): Pick<ICAL.Event, 'summary' | 'startDate' | 'endDate'>[] {
  try {
    // Read here, because ical.js finds out what is wrong with a date when it is asked for.
    return parsedCalendar(text)
      .getAllSubcomponents('vevent')
      .map((component) => {
        checkDuration(component);
        const { summary, startDate, endDate } = new ICAL.Event(component, { exceptions: [] });
        return { summary, startDate, endDate };
      });
  } catch (error) {
    if (error instanceof TooMuch) throw error;
    const what = `not valid iCalendar: ${error instanceof Error ? error.message : String(error)}`;
    throw new ArshjulError({ code: 'invalid-data', flaws: [{ file, line: 1, field: '', what }] });
  }
}

/** The date as the file writes it; a time of day is left out, so that no zone can move it. */
function dateText(time: ICAL.Time | null | undefined): string | undefined {
  return time?.toString().slice(0, 10);
}
