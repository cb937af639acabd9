import { addDays, daysBetween, type IsoDate } from './iso-date.js';
import { dayOf, type SchoolYear } from './school-year.js';
import { BREAKS, type Break } from './skolerute.js';

/**
 * The day of next year in the same place: the same weekday, as many weeks from the nearest break before it (or the
 * year's start) as this year; where that week is cut short by the next break, the same ISO week. A school day stays
 * one: moved to the next, or at the year's end to the previous. Undefined when there is none.
 */
export function samePlace(date: IsoDate, from: SchoolYear, to: SchoolYear): IsoDate | undefined {
  const day = dayOf(from, date);
  if (!day) return undefined;
  const candidate = relativeToBreaks(date, from, to) ?? sameWeek(date, from, to);
  if (!candidate) return undefined;
  if (day.is.kind !== 'school-day') return candidate;
  return to.schoolDays.find((each) => each >= candidate) ?? to.schoolDays.at(-1);
}

function relativeToBreaks(date: IsoDate, from: SchoolYear, to: SchoolYear): IsoDate | undefined {
  const after = [...BREAKS].reverse().find((name) => from.skolerute[name].to < date);
  const [here, there] = after ? [weekAfter(from, after), weekAfter(to, after)] : [];
  if (!after || !here || !there) return undefined;
  const monday = addDays(there, daysBetween(here, mondayOf(date)));
  const weekday = dayOf(from, date)?.weekday;
  const found = to.days.find((day) => day.date >= monday && day.weekday === weekday)?.date;
  const next: Break | undefined = BREAKS[BREAKS.indexOf(after) + 1];
  return found && (!next || found < to.skolerute[next].from) ? found : undefined;
}

/** The Monday of the first school week after a break. */
function weekAfter({ schoolDays, skolerute }: SchoolYear, name: Break): IsoDate | undefined {
  const first = schoolDays.find((date) => date > skolerute[name].to);
  return first && mondayOf(first);
}

function sameWeek(date: IsoDate, from: SchoolYear, to: SchoolYear): IsoDate | undefined {
  const day = dayOf(from, date);
  const found = to.days.find(
    ({ isoWeek, weekday }) => isoWeek.week === day?.isoWeek.week && weekday === day.weekday,
  );
  return found?.date;
}

/** The Monday of the week of a date. */
function mondayOf(date: IsoDate): IsoDate {
  const sinceMonday = ((daysBetween('2024-01-01' as IsoDate, date) % 7) + 7) % 7;
  return addDays(date, -sinceMonday);
}
