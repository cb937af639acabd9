import type { Text } from '../language/text.js';
import { type CalendarDay, calendarDays } from './calendar-days.js';
import type { IsoDate, Weekday } from './iso-date.js';
import { type PublicHoliday, publicHolidays } from './public-holidays.js';
import { type SchoolYearLabel, startYearOf } from './school-year-label.js';
import { BREAKS, type Break, type CompleteSkolerute, type SkolerutePart } from './skolerute.js';
import type { YearDate } from './year-date.js';

/** What kind of day a day of the school year is for pupils. */
export type DayKind =
  | { readonly kind: 'school-day' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'public-holiday'; readonly holiday: PublicHoliday }
  | { readonly kind: 'break'; readonly break: Break }
  | { readonly kind: 'planning-day' }
  | { readonly kind: 'day-off' }
  | { readonly kind: 'summer' };

export interface SchoolYearDay extends CalendarDay {
  readonly is: DayKind;
  /** Monday to Friday and no public holiday. */
  readonly isWorkingDay: boolean;
  /** How many school days lie on or before this day. */
  readonly schoolDaysSoFar: number;
}

export interface Term {
  readonly name: 'autumn' | 'spring';
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One county's school year, 1 August to 31 July, day by day. */
export interface SchoolYear {
  readonly county: string;
  readonly label: SchoolYearLabel;
  readonly startYear: number;
  readonly skolerute: CompleteSkolerute;
  /** The parts that are derived or not decided by the county; empty when the skolerute is official. */
  readonly provisional: readonly SkolerutePart[];
  readonly terms: readonly [Term, Term];
  /** Every day from 1 August to 31 July, in order. */
  readonly days: readonly SchoolYearDay[];
  readonly schoolDays: readonly IsoDate[];
  readonly indexOf: ReadonlyMap<IsoDate, number>;
  /** The school years of those who follow another route in the county, by its key. */
  readonly routes: ReadonlyMap<string, SchoolYearOnRoute>;
  /** What authorities have set for this year, by the key of the template that it dates. */
  readonly yearDates: ReadonlyMap<string, YearDate>;
}

function kindOf(date: IsoDate, weekday: Weekday, skolerute: CompleteSkolerute): DayKind {
  const holiday = publicHolidays(Number(date.slice(0, 4))).get(date);
  if (holiday) return { kind: 'public-holiday', holiday };
  if (date < skolerute['first-school-day'] || date > skolerute['last-school-day']) return { kind: 'summer' };
  for (const name of BREAKS) {
    if (date >= skolerute[name].from && date <= skolerute[name].to) return { kind: 'break', break: name };
  }
  if (weekday === 'sat' || weekday === 'sun') return { kind: 'weekend' };
  if (skolerute.planningDays.includes(date)) return { kind: 'planning-day' };
  if (skolerute.daysOff.includes(date)) return { kind: 'day-off' };
  return { kind: 'school-day' };
}

/** A school year of those who follow a route. */
export interface SchoolYearOnRoute {
  readonly name: Text;
  readonly schoolYear: SchoolYear;
}

/** What is known of a school year besides its days. */
export interface SchoolYearParts {
  readonly yearDates?: ReadonlyMap<string, YearDate> | undefined;
  readonly routes?: ReadonlyMap<string, SchoolYearOnRoute>;
}

/** Lays a skolerute out over the days from 1 August to 31 July. It must be free of flaws (see `skoleruteFlaws`). */
export function schoolYearFrom(
  skolerute: CompleteSkolerute,
  { yearDates = new Map(), routes = new Map() }: SchoolYearParts = {},
): SchoolYear {
  const startYear = startYearOf(skolerute.schoolYear);
  const days: SchoolYearDay[] = [];
  const schoolDays: IsoDate[] = [];
  const indexOf = new Map<IsoDate, number>();
  for (const { date, weekday, isoWeek } of calendarDays(startYear)) {
    const is = kindOf(date, weekday, skolerute);
    if (is.kind === 'school-day') schoolDays.push(date);
    indexOf.set(date, days.length);
    days.push({
      date,
      weekday,
      isoWeek,
      is,
      isWorkingDay: weekday !== 'sat' && weekday !== 'sun' && is.kind !== 'public-holiday',
      schoolDaysSoFar: schoolDays.length,
    });
  }
  const christmas = skolerute['christmas-break'];
  const lastOfAutumn = schoolDays.filter((date) => date < christmas.from).at(-1);
  const firstOfSpring = schoolDays.find((date) => date > christmas.to);
  if (!lastOfAutumn || !firstOfSpring)
    throw new RangeError('a school year has a term on each side of Christmas');
  return {
    county: skolerute.county,
    label: skolerute.schoolYear,
    startYear,
    skolerute,
    provisional: skolerute.provisional,
    terms: [
      { name: 'autumn', from: skolerute['first-school-day'], to: lastOfAutumn },
      { name: 'spring', from: firstOfSpring, to: skolerute['last-school-day'] },
    ],
    days,
    schoolDays,
    indexOf,
    routes,
    yearDates,
  };
}

/** The school year of whoever follows a route; the county's own for null, and for a route that it does not have. */
export function schoolYearOnRoute(schoolYear: SchoolYear, route: string | null): SchoolYear {
  return (route === null ? undefined : schoolYear.routes.get(route)?.schoolYear) ?? schoolYear;
}

/** The day of a date, or undefined when the date is not between 1 August and 31 July of the school year. */
export function dayOf(schoolYear: SchoolYear, date: IsoDate): SchoolYearDay | undefined {
  const index = schoolYear.indexOf.get(date);
  return index === undefined ? undefined : schoolYear.days[index];
}

export function isSchoolDay(schoolYear: SchoolYear, date: IsoDate): boolean {
  return dayOf(schoolYear, date)?.is.kind === 'school-day';
}

/** The date a number of calendar days away, or undefined when that is outside the school year. */
export function shiftDays(schoolYear: SchoolYear, date: IsoDate, days: number): IsoDate | undefined {
  const index = schoolYear.indexOf.get(date);
  return index === undefined ? undefined : schoolYear.days[index + days]?.date;
}

/**
 * The nth school day after a date (before it when `count` is negative), or undefined when the school year has none.
 * A count of 0 gives the date itself.
 */
export function addSchoolDays(schoolYear: SchoolYear, date: IsoDate, count: number): IsoDate | undefined {
  const day = dayOf(schoolYear, date);
  if (!day) return undefined;
  if (count === 0) return date;
  const before = day.schoolDaysSoFar - (day.is.kind === 'school-day' ? 1 : 0);
  return schoolYear.schoolDays[count > 0 ? day.schoolDaysSoFar + count - 1 : before + count];
}

/**
 * The nth working day after a date (before it when `count` is negative), or undefined when the school year has none. A count
 * of 0 gives the date itself.
 */
export function addWorkingDays(schoolYear: SchoolYear, date: IsoDate, count: number): IsoDate | undefined {
  const index = schoolYear.indexOf.get(date);
  if (index === undefined || count === 0) return index === undefined ? undefined : date;
  const ahead = count > 0 ? schoolYear.days.slice(index + 1) : schoolYear.days.slice(0, index).reverse();
  return ahead.filter(({ isWorkingDay }) => isWorkingDay)[Math.abs(count) - 1]?.date;
}

/** Pupil days of each month from August to June or July, keyed `YYYY-MM`, as publishers print them. */
export function pupilDaysByMonth(schoolYear: SchoolYear): Map<string, number> {
  const counts = new Map<string, number>();
  for (const date of schoolYear.schoolDays) {
    const month = date.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}
