import { addDays, type IsoDate } from '../calendar/iso-date.js';
import type { Task } from './task.js';

/** The days within which a unit may choose its own date; null when the county allows none but the common one. */
export interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function windowOf({ start, end, leeway }: Pick<Task, 'start' | 'end' | 'leeway'>): Window | null {
  return leeway && { from: addDays(start, -leeway.before), to: addDays(end, leeway.after) };
}

/** Whether a unit may lay a task from one day to another: in its order, and within the window. */
export function isAllowed(window: Window | null, first: IsoDate, last: IsoDate): boolean {
  return window !== null && first >= window.from && last <= window.to && first <= last;
}
