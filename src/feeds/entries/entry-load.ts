import type { ShownDay } from './shown-day.js';

/** How many entries stand on days of a calendar: in all, and at most on one day. */
export function entryLoad(days: readonly ShownDay[]): { readonly count: number; readonly most: number } {
  const counts = days.map(({ entries }) => entries.length);
  return { count: counts.reduce((sum, each) => sum + each, 0), most: Math.max(0, ...counts) };
}
