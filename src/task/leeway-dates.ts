import { addDays, type IsoDate } from '../calendar/iso-date.js';
import type { Task } from './task.js';

/** The days within which a unit may choose its own date; null when the county allows none but the common one. */
export interface LeewayDates {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function leewayDates({
  start,
  end,
  leeway,
}: Pick<Task, 'start' | 'end' | 'leeway'>): LeewayDates | null {
  return leeway && { from: addDays(start, -leeway.before), to: addDays(end, leeway.after) };
}

/** Whether a unit may place a task from one day to another: in order, and within the leeway. */
export function isWithinLeeway(leeway: LeewayDates | null, first: IsoDate, last: IsoDate): boolean {
  return leeway !== null && first >= leeway.from && last <= leeway.to && first <= last;
}
