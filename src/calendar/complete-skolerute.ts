import { type CalendarDay, calendarDays } from './calendar-days.js';
import { addDays, type IsoDate, isoDate, WEEKDAYS, type Weekday, weekdayOf } from './iso-date.js';
import { easterSunday, publicHolidays } from './public-holidays.js';
import { type SchoolYearLabel, startYearOf } from './school-year-label.js';
import {
  BREAKS,
  type BreakCustom,
  type CompleteSkolerute,
  type Period,
  SKOLERUTE_PARTS,
  type Skolerute,
} from './skolerute.js';
import { PUPIL_DAYS } from './skolerute-flaws.js';

const isWeekday = (date: IsoDate) => !['sat', 'sun'].includes(weekdayOf(date));

function firstFrom(date: IsoDate, step: 1 | -1, holds: (date: IsoDate) => boolean): IsoDate {
  let candidate = date;
  while (!holds(candidate)) candidate = addDays(candidate, step);
  return candidate;
}

/** From a weekday to Friday of an ISO week. */
function schoolWeek(weekYear: number, week: number, from: Weekday): Period {
  const fourthOfJanuary = isoDate(`${weekYear}-01-04`);
  const mondayOfWeekOne = firstFrom(fourthOfJanuary, -1, (date) => weekdayOf(date) === 'mon');
  const monday = addDays(mondayOfWeekOne, 7 * (week - 1));
  return { from: addDays(monday, WEEKDAYS.indexOf(from)), to: addDays(monday, 4) };
}

/** From the day after the last weekday up to 21 December, to the day before the first weekday from 3 January. */
function customaryChristmas(startYear: number): Period {
  const lastSchoolDay = firstFrom(isoDate(`${startYear}-12-21`), -1, isWeekday);
  const firstSchoolDay = firstFrom(isoDate(`${startYear + 1}-01-03`), 1, isWeekday);
  return { from: addDays(lastSchoolDay, 1), to: addDays(firstSchoolDay, -1) };
}

/** Monday of Holy Week to Easter Monday. */
function customaryEaster(startYear: number): Period {
  const easter = easterSunday(startYear + 1);
  return { from: addDays(easter, -6), to: addDays(easter, 1) };
}

/** The first school day that makes 190 pupil days when counted back from the last. */
function firstSchoolDayFor(skolerute: Omit<CompleteSkolerute, 'first-school-day'>): IsoDate {
  const isOff = ({ date, weekday }: CalendarDay) =>
    weekday === 'sat' ||
    weekday === 'sun' ||
    publicHolidays(Number(date.slice(0, 4))).has(date) ||
    BREAKS.some((name) => date >= skolerute[name].from && date <= skolerute[name].to) ||
    skolerute.daysOff.includes(date) ||
    skolerute.planningDays.includes(date);
  const pupilDays = calendarDays(startYearOf(skolerute.schoolYear)).filter(
    (day) => day.date <= skolerute['last-school-day'] && !isOff(day),
  );
  return (pupilDays.at(-PUPIL_DAYS) ?? pupilDays[0])?.date ?? skolerute['last-school-day'];
}

/** What the skolerute of a county is made of. */
export interface SkoleruteBasis {
  /** In which weeks the county has its breaks by custom. */
  readonly custom: BreakCustom;
  /** What the county has said of the school year. */
  readonly given?: Skolerute | undefined;
}

/**
 * A complete skolerute of one county and school year: the parts given, and the rest derived by custom. Without a given one
 * everything is derived: breaks in the county's customary weeks, Christmas and Easter as is usual, the Friday after
 * Ascension off, the last Friday up to 21 June as the last day, and 190 pupil days counted back from it.
 * The result names the parts that are provisional.
 */
export function completeSkolerute(
  county: string,
  label: SchoolYearLabel,
  { custom, given }: SkoleruteBasis,
): CompleteSkolerute {
  const startYear = startYearOf(label);
  const fridayAfterAscension = addDays(easterSunday(startYear + 1), 40);
  const lastFriday = firstFrom(isoDate(`${startYear + 1}-06-21`), -1, (date) => weekdayOf(date) === 'fri');
  const derived = SKOLERUTE_PARTS.filter((part) => given?.[part] === undefined);
  const open = given?.open ?? [];
  const undecided = SKOLERUTE_PARTS.filter((part) => derived.includes(part) || open.includes(part));
  const partly = {
    county,
    schoolYear: label,
    revised: given?.revised ?? custom.revised,
    source: given?.source ?? { page: 'customary' },
    'autumn-break': given?.['autumn-break'] ?? schoolWeek(startYear, custom.autumnWeek, custom.autumnFrom),
    'christmas-break': given?.['christmas-break'] ?? customaryChristmas(startYear),
    'winter-break':
      given?.['winter-break'] ?? schoolWeek(startYear + 1, custom.winterWeek, custom.winterFrom),
    'easter-break': given?.['easter-break'] ?? customaryEaster(startYear),
    'last-school-day': given?.['last-school-day'] ?? lastFriday,
    daysOff:
      given?.daysOff ??
      (publicHolidays(startYear + 1).has(fridayAfterAscension) ? [] : [fridayAfterAscension]),
    planningDays: given?.planningDays ?? [],
    ...(given?.pupilDays && { pupilDays: given.pupilDays }),
    open,
    routes: given?.routes ?? {},
    provisional: given?.status === 'official' ? undecided : SKOLERUTE_PARTS,
  };
  return { ...partly, 'first-school-day': given?.['first-school-day'] ?? firstSchoolDayFor(partly) };
}

/**
 * The skolerute of a county as those have it who follow one of its routes: what the route says, and the rest as the county has
 * it. What the route says is no longer left open, and the publisher's counts are of the county's.
 */
export function skoleruteOnRoute(given: Skolerute, key: string): Skolerute {
  const route = given.routes[key];
  if (!route) return given;
  const { name: _name, ...parts } = route;
  const { pupilDays: _counts, ...rest } = given;
  const open = given.open.filter((part) => !(part in parts));
  return { ...rest, ...parts, daysOff: parts.daysOff ?? given.daysOff, open, routes: {} };
}
