import { addDays, type IsoDate, isoDate } from '../iso-date.js';
import { BREAKS } from '../skolerute.js';
import type { FoundPart, TextPart } from './part.js';
import { isAlwaysOff } from './usual-days.js';

/** Whether pupils are off on a day. */
export type Settled = 'off' | 'school-day';

/**
 * What the publisher's counts by month say of days of which nothing else says whether pupils are off: off where the month has
 * as many days too many without them, school days where it has none. Says nothing of any day unless every part is given and
 * every other month agrees with its count.
 */
export function settledByCounts(
  unsaid: readonly IsoDate[],
  entries: readonly FoundPart[],
  counts: ReadonlyMap<string, number>,
  startYear: number,
): ReadonlyMap<IsoDate, Settled> {
  const open = new Set(unsaid);
  const counted = schoolDaysByMonth(entries, startYear);
  if (!counted || counts.size === 0) return new Map();
  const openIn = (month: string) => [...open].filter((date) => date.startsWith(month));
  const isOther = ([month, count]: readonly [string, number]) =>
    openIn(month).length === 0 && count !== (counted.get(month) ?? 0);
  if ([...counts].some(isOther)) return new Map();
  const settled = new Map<IsoDate, Settled>();
  for (const [month, count] of counts) {
    const days = openIn(month);
    const tooMany = (counted.get(month) ?? 0) - count;
    if (tooMany !== 0 && tooMany !== days.length) continue;
    for (const date of days) settled.set(date, tooMany === 0 ? 'school-day' : 'off');
  }
  return settled;
}

/** The school days of each month by the parts given; undefined unless all of them are. */
function schoolDaysByMonth(
  entries: readonly FoundPart[],
  startYear: number,
): ReadonlyMap<string, number> | undefined {
  const of = (part: TextPart) => entries.find((each) => each.part === part);
  const [first, last] = [of('first-school-day')?.from, of('last-school-day')?.from];
  const breaks = BREAKS.flatMap((name) => {
    const its = of(name);
    const [before, after] = [of(`last-day-before ${name}`)?.from, of(`first-day-after ${name}`)?.from];
    if (its) return [its];
    return before && after ? [{ from: addDays(before, 1), to: addDays(after, -1) }] : [];
  });
  if (!first || !last || breaks.length < BREAKS.length) return undefined;
  const off = entries.filter(({ part }) => part === 'day-off' || part === 'planning-day');
  const isFree = (date: IsoDate) =>
    isAlwaysOff(date) || [...breaks, ...off].some(({ from, to }) => date >= from && date <= to);
  const counted = new Map<string, number>();
  const end = isoDate(`${startYear + 1}-07-31`);
  for (let date = first; date <= last && date <= end; date = addDays(date, 1))
    if (!isFree(date)) counted.set(date.slice(0, 7), (counted.get(date.slice(0, 7)) ?? 0) + 1);
  return counted;
}
