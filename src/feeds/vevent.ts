import ical, {
  escape as escapeText,
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalEvent,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { addDays, type IsoDate } from '../calendar/iso-date.js';
import { ZONE } from '../calendar/zone.js';
import type { Task } from '../task/task.js';
import { isTimed } from '../task/wording.js';
import {
  COLOR_OF,
  componentCategories,
  componentDescription,
  componentSummary,
  type RenderComponent,
  taskUrl,
} from './component-text.js';
import { contentText } from './content-text.js';
import { type CalendarEntry, daysOf, entryUid, isCancelled } from './entries/calendar-entry.js';
import { foldLines } from './fold-lines.js';

const DAY_SECONDS = 86_400;

/** An alarm of an all-day task rings at this hour, not at midnight. */
const ALARM_HOUR_SECONDS = 9 * 3600;

/** Whether an entry has a time of day: the first or last day of a long period is a whole day. */
export function isTimedEntry({ task, part }: CalendarEntry): boolean {
  return part === 'whole' && isTimed(task);
}

/**
 * The VEVENT of an entry: all-day with an exclusive DTEND (ICAL.md I6), or with times in Europe/Oslo (I7). Its bytes
 * depend on what is given alone.
 */
export const renderVevent: RenderComponent = (entry, wording, options) => {
  const { task, part, sequence, changedAt } = entry;
  const timed = isTimedEntry(entry);
  const { start, end } = daysOf(entry);
  const blocks = timed && !isCancelled(task);
  const event = ical().createEvent({
    id: entryUid(entry),
    sequence,
    stamp: changedAt,
    created: task.createdAt,
    lastModified: changedAt,
    ...(timed ? timesOf(task) : { allDay: true, start, end: addDays(end, 1) }),
    summary: componentSummary(entry, wording),
    description: componentDescription(task, wording, options),
    ...(task.location !== null && { location: contentText(task.location) }),
    categories: componentCategories(task, wording).map((name) => ({ name })),
    status: statusOf(task),
    transparency: blocks ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    busystatus: blocks ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
    ...(options.baseUrl !== null && { url: taskUrl(options.baseUrl, task) }),
  });
  if (options.alarms && part !== 'last-day' && !isCancelled(task)) addAlarms(event, task, timed);
  const text = event.toString();
  // ical-generator has no COLOR (RFC 7986 5.9) and no CONTACT (RFC 5545 3.8.4.2) for events.
  const contact = escapeText(contentText(wording.nameOf(task.actor)), false);
  const further = `COLOR:${COLOR_OF[task.phase]}\r\nCONTACT:${contact}\r\nEND:VEVENT\r\n`;
  return foldLines(text.slice(0, text.lastIndexOf('END:VEVENT')) + further);
};

function timesOf({ start, end, startTime, endTime }: Task) {
  const at = (date: IsoDate, time: string) => DateTime.fromISO(`${date}T${time}`, { zone: ZONE });
  return {
    timezone: ZONE,
    start: at(start, startTime ?? ''),
    ...(endTime !== null && { end: at(end, endTime) }),
  };
}

function statusOf(task: Task): ICalEventStatus {
  if (isCancelled(task)) return ICalEventStatus.CANCELLED;
  return task.provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/** An alarm for each of the task's reminders; a day's own task rings on the day's morning. */
function addAlarms(event: ICalEvent, task: Task, timed: boolean): void {
  const description = event.summary();
  for (const days of [...task.reminders].sort((a, b) => b - a)) {
    const before = days * DAY_SECONDS - (timed ? 0 : ALARM_HOUR_SECONDS);
    const alarm = event.createAlarm({ type: ICalAlarmType.display, trigger: before, description });
    // Without this, ical-generator counts what comes after the start from the end (RFC 5545 3.8.6.3).
    alarm.relatesTo(ICalAlarmRelatesTo.start);
  }
}
