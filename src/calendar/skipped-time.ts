import { DateTime } from 'luxon';
import type { IsoDate } from './iso-date.js';
import { ZONE } from './zone.js';

/**
 * Whether no clock in Norway shows a time of day, `HH:MM`, on a date: in the hour that summer time leaves out, 02:00 to
 * 03:00 on the last Sunday of March (directive 2000/84/EC). The hour that comes twice in October is a time.
 */
export function isSkippedTime(date: IsoDate, time: string): boolean {
  return DateTime.fromISO(`${date}T${time}`, { zone: ZONE }).toFormat('HH:mm') !== time;
}
