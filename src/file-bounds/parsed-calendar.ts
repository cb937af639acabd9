import ICAL from 'ical.js';
import { CALENDAR_COMPONENTS, CALENDAR_DEPTH } from './bounds.js';
import { checkAtMost } from './too-much.js';

/** Longer than this lasts no event of a plan; ical.js counts a duration day by day. */
const LONGEST_SECONDS = 10 * 366 * 24 * 60 * 60;

/**
 * An iCalendar object whose components have been counted before they are read, and whose time zones change by
 * rules that can be followed. Throws TooMuch, and ical.js's errors on text that is no iCalendar.
 */
export function parsedCalendar(text: string): ICAL.Component {
  checkComponents(text);
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) checkZone(zone);
  return calendar;
}

/** Throws an Error when an event is so long that its end cannot be computed. */
export function checkDuration(event: ICAL.Component): void {
  for (const property of event.getAllProperties('duration')) {
    const duration = property.getFirstValue();
    if (duration instanceof ICAL.Duration && !(Math.abs(duration.toSeconds()) <= LONGEST_SECONDS))
      throw new Error('it is longer than 10 years');
  }
}

function checkComponents(text: string): void {
  let components = 0;
  let depth = 0;
  // A line that begins with white space continues the one before (RFC 5545 3.1).
  for (const [, word = ''] of text.replace(/\r?\n[ \t]/g, '').matchAll(/^[ \t]*(BEGIN|END):/gim)) {
    const begins = word.toUpperCase() === 'BEGIN';
    depth += begins ? 1 : -1;
    components += begins ? 1 : 0;
    checkAtMost('components', components, CALENDAR_COMPONENTS);
    checkAtMost('depth', depth, CALENDAR_DEPTH);
  }
}

/** Throws an Error unless a zone changes by the year: ical.js follows its rule from the first year to the last. */
function checkZone(zone: ICAL.Component): void {
  for (const change of zone.getAllSubcomponents()) {
    for (const property of change.getAllProperties('rrule')) {
      const rule = property.getFirstValue();
      if (rule instanceof ICAL.Recur && !isYearly(rule))
        throw new Error(
          `the time zone ${zone.getFirstPropertyValue('tzid')} changes by a rule that is not yearly`,
        );
    }
  }
}

function isYearly({ freq, parts }: ICAL.Recur): boolean {
  return freq === 'YEARLY' && !['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((part) => part in parts);
}
