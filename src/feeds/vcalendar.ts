import ical, { escape as escapeText, ICalCalendarMethod } from 'ical-generator';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { Task } from '../cycle/task.js';
import type { TaskWording } from '../cycle/wording.js';
import { contentText } from './content-text.js';
import { renderVevent, uidOf } from './vevent.js';

/** How often clients are asked to fetch again, in seconds. */
const REFRESH_SECONDS = 3600;

export interface CalendarHead {
  /** The name of the county in the language of the wording. */
  readonly county: string;
  readonly schoolYear: SchoolYearLabel;
}

/** Makes the VEVENT of a task; lets a caller keep texts from one time to the next. */
export type VeventRenderer = (task: Task, wording: TaskWording, baseUrl: string | null) => string;

/**
 * An iCalendar object (RFC 5545) of tasks: CRLF line ends, folded at 75 octets, events sorted by start and then UID,
 * the same bytes for the same input.
 */
export function renderVcalendar(
  head: CalendarHead,
  tasks: readonly Task[],
  wording: TaskWording,
  baseUrl: string | null,
  vevent: VeventRenderer = renderVevent,
): string {
  const events = [...tasks].sort(byStartThenUid).map((task) => vevent(task, wording, baseUrl));
  return [beginning(head, wording), ...events, 'END:VCALENDAR\r\n'].join('');
}

function beginning({ county, schoolYear }: CalendarHead, { t, language }: TaskWording): string {
  // ical-generator writes a calendar's name and description as they are; RFC 5545 3.3.11 wants them escaped.
  const text = (key: string) => escapeText(contentText(t(key, { county, schoolYear })), false);
  const empty = ical({
    prodId: `//arshjul//arshjul//${language.toUpperCase()}`,
    scale: 'GREGORIAN',
    method: ICalCalendarMethod.PUBLISH,
    name: text('calendar.name'),
    description: text('calendar.description'),
    ttl: REFRESH_SECONDS,
    x: { 'X-WR-TIMEZONE': 'Europe/Oslo' },
  }).toString();
  return empty.slice(0, empty.lastIndexOf('END:VCALENDAR'));
}

function byStartThenUid(a: Task, b: Task): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return uidOf(a) < uidOf(b) ? -1 : 1;
}
