import ICAL from 'ical.js';
import type { Status } from '../task/task-parts.js';
import {
  COLOR_OF,
  componentCategories,
  componentDescription,
  componentSummary,
  type RenderComponent,
  taskUrl,
} from './component-text.js';
import { contentText } from './content-text.js';
import { entryUid, isCancelled } from './entries/calendar-entry.js';
import { foldLines } from './fold-lines.js';

/** RFC 5545 3.8.1.11 */
const STATUS_OF: Record<Status, string> = {
  planned: 'NEEDS-ACTION',
  started: 'IN-PROCESS',
  done: 'COMPLETED',
  cancelled: 'CANCELLED',
};

/**
 * The VTODO of a task (RFC 5545 3.6.2), for clients that have task lists: due on its last day, and one also for a long
 * period, which covers nothing there. ical-generator makes events only; ical.js writes this one.
 */
export const renderVtodo: RenderComponent = (entry, wording, options) => {
  const { task, sequence, changedAt } = entry;
  const todo = new ICAL.Component('vtodo');
  const date = (day: string) => ICAL.Time.fromDateString(day);
  const moment = (instant: string) => ICAL.Time.fromDateTimeString(`${instant.slice(0, 19)}Z`);
  todo.addPropertyWithValue('uid', entryUid(entry));
  todo.addPropertyWithValue('sequence', sequence);
  todo.addPropertyWithValue('dtstamp', moment(changedAt));
  todo.addPropertyWithValue('created', moment(task.createdAt));
  todo.addPropertyWithValue('last-modified', moment(changedAt));
  // DUE is later than DTSTART where there is one (3.8.2.3); a task of one day is due on its day.
  if (task.start < task.end) todo.addPropertyWithValue('dtstart', date(task.start));
  todo.addPropertyWithValue('due', date(task.end));
  todo.addPropertyWithValue('summary', componentSummary(entry, wording));
  todo.addPropertyWithValue('description', componentDescription(task, wording, options));
  if (task.location !== null) todo.addPropertyWithValue('location', contentText(task.location));
  const categories = todo.addPropertyWithValue('categories', '');
  categories.setValues(componentCategories(task, wording));
  todo.addPropertyWithValue('status', isCancelled(task) ? STATUS_OF.cancelled : STATUS_OF[task.status]);
  if (options.baseUrl !== null) todo.addPropertyWithValue('url', taskUrl(options.baseUrl, task));
  todo.addPropertyWithValue('color', COLOR_OF[task.phase]);
  todo.addPropertyWithValue('contact', contentText(wording.nameOf(task.actor)));
  return `${foldLines(unfolded(todo.toString()))}\r\n`;
};

/** ical.js folds by characters of UTF-16, not by octets. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
