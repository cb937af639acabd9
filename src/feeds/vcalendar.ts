import ical, { escape as escapeText, ICalCalendarMethod } from 'ical-generator';
import { ZONE } from '../calendar/zone.js';
import type { SeenTask } from '../task/unit-view.js';
import type { TaskWording } from '../task/wording.js';
import type { ComponentOptions, RenderComponent } from './component-text.js';
import { contentText } from './content-text.js';
import { byStartThenUid, wholeEntry } from './entries/calendar-entry.js';
import { foldLines } from './fold-lines.js';
import { isTimedEntry, renderVevent } from './vevent.js';
import { VTIMEZONE_OSLO } from './vtimezone.js';

/** How often clients are asked to fetch again, in seconds. */
const REFRESH_SECONDS = 3600;

/** The name and description of a calendar. */
export interface CalendarHead {
  readonly name: string;
  readonly description: string;
}

export const CALENDAR_END = 'END:VCALENDAR\r\n';

/** The head of a county's calendar under its default name. */
export function headOf({ t }: TaskWording, county: string, schoolYear: string): CalendarHead {
  return {
    name: t('calendar.name', { county, schoolYear }),
    description: t('calendar.description', { county, schoolYear }),
  };
}

/** How tasks are written into a calendar. */
export interface CalendarOptions extends ComponentOptions {
  /** Each as an event, unless said otherwise. */
  readonly render?: RenderComponent;
}

/**
 * An iCalendar object (RFC 5545) of tasks, each on all its days: CRLF line ends, folded at 75 octets, sorted by start and then UID, the same
 * bytes for the same input.
 */
export function renderVcalendar(
  head: CalendarHead,
  tasks: readonly SeenTask[],
  wording: TaskWording,
  { render = renderVevent, ...options }: CalendarOptions,
): string {
  const entries = tasks.map(wholeEntry).sort(byStartThenUid);
  const components = entries.map((entry) => render(entry, wording, options));
  const hasTimes = entries.some(isTimedEntry);
  return [calendarBeginning(head, wording, hasTimes), ...components, CALENDAR_END].join('');
}

/** From BEGIN:VCALENDAR to the first component, which is the zone when something in the calendar has a time of day. */
export function calendarBeginning(
  { name, description }: CalendarHead,
  { language }: TaskWording,
  hasTimes: boolean,
): string {
  // ical-generator writes a calendar's name and description as they are; RFC 5545 3.3.11 wants them escaped.
  const text = (value: string) => escapeText(contentText(value), false);
  const empty = ical({
    prodId: `//arshjul//arshjul//${language.toUpperCase()}`,
    scale: 'GREGORIAN',
    method: ICalCalendarMethod.PUBLISH,
    name: text(name),
    description: text(description),
    ttl: REFRESH_SECONDS,
    x: { 'X-WR-TIMEZONE': ZONE },
  }).toString();
  const head = empty.slice(0, empty.lastIndexOf('END:VCALENDAR')).replaceAll('\r\n ', '');
  return foldLines(head) + (hasTimes ? VTIMEZONE_OSLO : '');
}
