import { addDays, type IsoDate, isoDate, isoWeekOf, WEEKDAYS, weekdayOf } from '../iso-date.js';
import type { TextMark } from './part.js';
import type { DateGroup, WrittenDay, WrittenDays } from './segment.js';
import { FIRST_WEEK_OF_AUTUMN, inSchoolYear } from './year-context.js';

/** Days with their year: a single one, a period, or its one end. */
export type PlacedDays =
  | { readonly kind: 'day'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'period'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'from'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'to'; readonly from: IsoDate; readonly to: IsoDate };

export interface PlacedDates {
  readonly days: readonly PlacedDays[];
  readonly marks: readonly TextMark[];
  /** Whether the days are those of whole weeks that are given by their numbers. */
  readonly areWeeks: boolean;
}

/** Places dates in a school year; marks those that do not exist, and weekdays and weeks that say otherwise. */
export function placeDates(group: DateGroup, startYear: number, month: number | undefined): PlacedDates {
  const marks: TextMark[] = [];
  const place = (day: WrittenDay): IsoDate | undefined => {
    const date = day.month === undefined ? undefined : inSchoolYear(startYear, day.month, day.day);
    if (date === undefined) marks.push({ code: 'unclear' });
    else if (day.weekday !== undefined && weekdayOf(date) !== day.weekday)
      marks.push({ code: 'other-weekday', date, weekday: day.weekday });
    return date;
  };
  const days: PlacedDays[] = [];
  for (const each of withMonths(group.days, month)) {
    if (each.kind === 'period') {
      const [from, to] = [place(each.from), place(each.to)];
      if (from && to && from < to) days.push({ kind: 'period', from, to });
      else if (from && to) marks.push({ code: 'unclear' });
    } else {
      const date = place(each.day);
      if (date) days.push({ kind: each.kind, from: date, to: date });
    }
  }
  if (group.isEitherOr) marks.push({ code: 'either-or' });
  const weeks = group.weeks.map((week) => schoolWeek(startYear, week));
  if (weeks.some((week) => week === undefined)) marks.push({ code: 'unclear' });
  const known = weeks.flatMap((week) => (week ? [week] : []));
  if (group.days.length > 0) {
    for (const mark of weekMarks(known, joinedSides(days, group), group.weeks)) marks.push(mark);
    return { days: joinedSides(days, group), marks, areWeeks: false };
  }
  const joined = joinedWeeks(known);
  return { days: joined, marks, areWeeks: joined.length > 0 };
}

/** The first and last day in two columns, or `f.o.m.` and `t.o.m.` apart, as one period. */
function joinedSides(days: readonly PlacedDays[], { sideBySide }: DateGroup): readonly PlacedDays[] {
  const [one, other, ...others] = days;
  if (!one || !other || others.length > 0 || one.from >= other.from) return days;
  const isPair = sideBySide || (one.kind === 'from' && other.kind === 'to');
  return isPair ? [{ kind: 'period', from: one.from, to: other.to }] : days;
}

/** Days without a month are of the month of those after them in a list, else before them, else of the month given. */
function withMonths(days: readonly WrittenDays[], month: number | undefined): readonly WrittenDays[] {
  const filled = days.map((each) => (each.kind === 'period' ? periodWithMonths(each, month) : each));
  const monthOf = (each: WrittenDays | undefined) =>
    each?.kind === 'period' ? each.from.month : each?.day.month;
  return filled.map((each, index) => {
    if (each.kind === 'period' || each.day.month !== undefined) return each;
    const next = filled.slice(index + 1).find((other) => monthOf(other) !== undefined);
    const before = filled.slice(0, index).findLast((other) => monthOf(other) !== undefined);
    return { ...each, day: { ...each.day, month: monthOf(next) ?? monthOf(before) ?? month } };
  });
}

function periodWithMonths(
  { from, to }: Extract<WrittenDays, { kind: 'period' }>,
  month: number | undefined,
): WrittenDays {
  const isInOneMonth = from.day < to.day;
  // `30. – 2.10.` below `September`
  const isBefore = month !== undefined && to.month !== undefined && to.month === (month % 12) + 1;
  const open = isInOneMonth ? (to.month ?? month) : isBefore ? month : undefined;
  const start: WrittenDay = { ...from, month: from.month ?? open };
  const end: WrittenDay = { ...to, month: to.month ?? (isInOneMonth ? start.month : undefined) };
  return { kind: 'period', from: start, to: end };
}

/** Monday to Friday of a week of the school year; undefined when there is no such week. */
function schoolWeek(startYear: number, week: number): { from: IsoDate; to: IsoDate } | undefined {
  const year = week >= FIRST_WEEK_OF_AUTUMN ? startYear : startYear + 1;
  const fourth = isoDate(`${year}-01-04`);
  const start = addDays(fourth, (week - 1) * 7 - WEEKDAYS.indexOf(weekdayOf(fourth)));
  return isoWeekOf(start).week === week ? { from: start, to: addDays(start, 4) } : undefined;
}

/** Weeks that follow upon each other as one period. */
function joinedWeeks(weeks: readonly { from: IsoDate; to: IsoDate }[]): readonly PlacedDays[] {
  const joined: { kind: 'period'; from: IsoDate; to: IsoDate }[] = [];
  for (const { from, to } of weeks) {
    const before = joined.at(-1);
    if (before && addDays(before.to, 3) === from) before.to = to;
    else joined.push({ kind: 'period', from, to });
  }
  return joined;
}

/** Weeks that are given beside dates must hold them. */
function weekMarks(
  weeks: readonly { from: IsoDate; to: IsoDate }[],
  days: readonly PlacedDays[],
  numbers: readonly number[],
): TextMark[] {
  const [first, last, week] = [weeks[0], weeks.at(-1), numbers[0]];
  if (!first || !last || week === undefined) return [];
  // A break may begin on the Saturday before its week, and end on the Easter Monday after it.
  const [begin, end] = [addDays(first.from, -2), addDays(last.to, 2)];
  const outside = days.find(
    ({ from, to }) => from > end || to < begin || (weeks.length === 1 && from < begin),
  );
  return outside ? [{ code: 'other-week', week, date: outside.from }] : [];
}
