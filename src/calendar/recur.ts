import type { RecurrenceRule } from './date-rule.js';
import { daysBetween, type IsoDate, monthOf, WEEKDAYS } from './iso-date.js';
import { NoDate, type Occurrence, type Point } from './point.js';
import { nthWeekday } from './point-rules.js';
import type { Every, Reason } from './reason.js';
import type { Repeat } from './rule-parts.js';
import { dayOf, type SchoolYear, type SchoolYearDay } from './school-year.js';

/** A day on which a rule recurs, whether or not it is a school day. */
interface Candidate {
  readonly slot: string;
  readonly day: SchoolYearDay;
}

/**
 * The occurrences of a rule between two days. One that does not fall on a school day moves to the nearest school day of its
 * week or of the week after, unless that week has an occurrence of its own; where there is none it is left out, which the
 * next occurrence says, or the last. Throws NoDate when there is none at all.
 */
export function recur(
  { repeat }: RecurrenceRule,
  schoolYear: SchoolYear,
  from: Point,
  to: Point,
): readonly [Occurrence, ...Occurrence[]] {
  const candidates =
    repeat.kind === 'weeks'
      ? everyWeeks(schoolYear, repeat, from, to)
      : everyMonths(schoolYear, repeat, from, to);
  const weeks = new Set(candidates.map(({ day }) => mondayOf(day, schoolYear)));
  const between = schoolYear.days.filter(
    ({ date, is }) => is.kind === 'school-day' && isWithin(date, from, to),
  );
  const repeats: Reason = { kind: 'repeats', ...everyOf(repeat), from: from.date, to: to.date };
  const occurrences: Occurrence[] = [];
  let leftOut: Reason[] = [];
  for (const { slot, day } of candidates) {
    const monday = mondayOf(day, schoolYear);
    const nearest = nearestTo(
      day,
      between.filter((each) => {
        const ahead = mondayOf(each, schoolYear) - monday;
        return ahead === 0 || (ahead === 7 && !weeks.has(monday + 7));
      }),
    );
    if (!nearest) {
      leftOut.push({ kind: 'left-out', date: day.date, because: day.is });
      continue;
    }
    const { date } = nearest;
    const moved: Reason = { kind: 'moved-to-school-day', because: day.is, from: day.date, date };
    const why = [repeats, ...leftOut, ...(date === day.date ? [] : [moved])];
    occurrences.push({ slot, start: date, end: date, why });
    leftOut = [];
  }
  const last = occurrences.pop();
  if (!last) throw new NoDate({ kind: 'never-repeats', from: from.date, to: to.date });
  const [first, ...rest] = [...occurrences, { ...last, why: [...last.why, ...leftOut] }];
  return [first as Occurrence, ...rest];
}

const isWithin = (date: IsoDate, from: Point, to: Point) => date >= from.date && date <= to.date;

/** Where in the school year the Monday of a day's week is; negative for one before 1 August. */
function mondayOf({ date, weekday }: SchoolYearDay, { indexOf }: SchoolYear): number {
  return (indexOf.get(date) as number) - WEEKDAYS.indexOf(weekday);
}

/** The day with the fewest days between, the earlier of two. */
function nearestTo(day: SchoolYearDay, days: readonly SchoolYearDay[]): SchoolYearDay | undefined {
  const away = (other: SchoolYearDay) => Math.abs(daysBetween(day.date, other.date));
  return days.toSorted((one, other) => away(one) - away(other))[0];
}

function everyOf(repeat: Repeat): Every<Repeat> {
  switch (repeat.kind) {
    case 'weeks':
      return { every: repeat.kind, weeks: repeat.weeks, on: repeat.on };
    case 'months':
      return { every: repeat.kind, months: repeat.months, nth: repeat.nth, on: repeat.on };
    default:
      return repeat satisfies never;
  }
}

function everyWeeks(
  schoolYear: SchoolYear,
  { weeks, on }: Extract<Repeat, { kind: 'weeks' }>,
  from: Point,
  to: Point,
): Candidate[] {
  const days = schoolYear.days.filter(({ date, weekday }) => weekday === on && isWithin(date, from, to));
  return days
    .filter((_, index) => index % weeks === 0)
    .map((day) => ({ slot: `w${String(day.isoWeek.week).padStart(2, '0')}`, day }));
}

function everyMonths(
  schoolYear: SchoolYear,
  { months, nth, on }: Extract<Repeat, { kind: 'months' }>,
  from: Point,
  to: Point,
): Candidate[] {
  const firstMonth = monthOf(from.date);
  const monthsOfYear = [...new Set(schoolYear.days.map(({ date }) => monthOf(date)))];
  return monthsOfYear.flatMap((month) => {
    const sinceFirst = (month - firstMonth + 12) % 12;
    const date = sinceFirst % months === 0 ? nthWeekday(schoolYear.days, nth, on, month) : undefined;
    const day = date && isWithin(date, from, to) ? dayOf(schoolYear, date) : undefined;
    return day ? [{ slot: `m${String(month).padStart(2, '0')}`, day }] : [];
  });
}
