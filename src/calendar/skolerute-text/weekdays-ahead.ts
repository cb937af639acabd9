import type { Weekday } from '../iso-date.js';
import type { WrittenDays } from './segment.js';
import type { Token } from './tokens.js';

/** Weekdays that stand together before the days that they are of, and how many tokens they take. */
export interface WeekdaysAhead {
  readonly weekdays: readonly Weekday[];
  readonly isPeriod: boolean;
  readonly skipped: number;
}

const NONE: WeekdaysAhead = { weekdays: [], isPeriod: false, skipped: 0 };

/** `mandag–fredag` or `mandag og tirsdag`, before a date. */
export function weekdaysAhead(tokens: readonly Token[], start: number): WeekdaysAhead {
  const weekdays: Weekday[] = [];
  let isPeriod = false;
  for (let at = tokens[start]?.kind === 'from' ? start + 1 : start; ; at += 2) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token?.kind !== 'weekday') return NONE;
    weekdays.push(token.weekday);
    if (next?.kind === 'date' || next?.kind === 'number')
      return weekdays.length < 2 ? NONE : { weekdays, isPeriod, skipped: at + 1 - start };
    if (next?.kind !== 'and' && next?.kind !== 'to') return NONE;
    isPeriod = isPeriod || next.kind === 'to';
  }
}

/** Days with the weekdays that stood before them. */
export function withWeekdays(
  days: readonly WrittenDays[],
  { weekdays, isPeriod }: WeekdaysAhead,
): readonly WrittenDays[] {
  const [first, last] = [weekdays[0], weekdays.at(-1)];
  const [only, ...others] = days;
  if (first === undefined || !only) return days;
  if (others.length === 0 && only.kind === 'period')
    return [{ kind: 'period', from: { ...only.from, weekday: first }, to: { ...only.to, weekday: last } }];
  if (others.length === 0 && isPeriod && only.kind === 'day')
    return [{ kind: 'to', day: { ...only.day, weekday: last } }];
  if (days.length !== weekdays.length) return days;
  return days.map((each, index) =>
    each.kind === 'day' ? { kind: 'day', day: { ...each.day, weekday: weekdays[index] } } : each,
  );
}
