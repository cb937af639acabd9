import { dateOf } from '../iso-date.js';
import type { PlainLine } from './plain-lines.js';
import type { DateGroup } from './segment.js';
import type { Statement, TokenLine } from './statements.js';

/** The year that a line is under: a school year, a calendar year, several at once, or none. */
export type YearHeading =
  | { readonly kind: 'none' }
  | { readonly kind: 'school-year'; readonly startYear: number }
  | { readonly kind: 'calendar-year'; readonly year: number }
  | { readonly kind: 'several' };

/** The year that each line is under, by the headings above it. */
export function yearHeadings(lines: readonly TokenLine[]): ReadonlyMap<PlainLine, YearHeading> {
  const found = new Map<PlainLine, YearHeading>();
  let heading: YearHeading = { kind: 'none' };
  for (const { line, tokens } of lines) {
    const years = [
      ...new Set(tokens.flatMap((each) => (each.kind === 'school-year' ? [each.startYear] : []))),
    ];
    const hasDates = tokens.some(({ kind }) => kind === 'date' || kind === 'week');
    const alone = tokens.flatMap((each) => (each.kind === 'year' ? [each.year] : []));
    const [first, ...others] = years;
    if (first !== undefined)
      heading = others.length > 0 ? { kind: 'several' } : { kind: 'school-year', startYear: first };
    else if (!hasDates && alone.length === 1 && alone[0] !== undefined && tokens.length <= LONGEST_HEADING)
      heading = underCalendarYear(heading, alone[0]);
    found.set(line, heading);
  }
  return found;
}

const LONGEST_HEADING = 6;

/** `Høsten 2026` below `2026/2027` says nothing new. */
function underCalendarYear(heading: YearHeading, year: number): YearHeading {
  if (heading.kind === 'school-year' && (year === heading.startYear || year === heading.startYear + 1))
    return heading;
  return { kind: 'calendar-year', year };
}

/** Weeks before it are of the spring. */
export const FIRST_WEEK_OF_AUTUMN = 31;

const startYearOfMonth = (year: number, month: number) => (month >= 8 ? year : year - 1);

/** The school years that dates name by a year of their own, by the year in which each starts. */
export function namedYears({ days, weeks }: DateGroup, years: readonly number[]): readonly number[] {
  const written = days.flatMap((each) => (each.kind === 'period' ? [each.from, each.to] : [each.day]));
  const named = written.flatMap(({ month, year }) =>
    month === undefined || year === undefined ? [] : [startYearOfMonth(year, month)],
  );
  if (named.length > 0 || years.length !== 1) return [...new Set(named)];
  const year = years[0] as number;
  const months = [...new Set(written.flatMap(({ month }) => (month === undefined ? [] : [month])))];
  if (months.length === 0)
    return [...new Set(weeks.map((week) => (week >= FIRST_WEEK_OF_AUTUMN ? year : year - 1)))];
  const starts = [...new Set(months.map((month) => startYearOfMonth(year, month)))];
  // `Juleferie 2026: 21. desember – 3. januar` is of one school year, the one that its first date is of.
  return starts.length > 1 ? [year] : starts;
}

/** The school years that a text names, and whether it names any. */
export function statedYears(
  lines: readonly TokenLine[],
  statements: readonly Statement[],
): ReadonlySet<number> {
  const stated = new Set<number>();
  for (const { tokens } of lines)
    for (const token of tokens) if (token.kind === 'school-year') stated.add(token.startYear);
  for (const { meaning, dates, years } of statements)
    if (meaning.kind === 'school-day' || meaning.kind === 'break')
      for (const year of namedYears(dates, years)) stated.add(year);
  return stated;
}

/** Whether a day with a month exists in the school year. */
export function inSchoolYear(startYear: number, month: number, day: number) {
  return dateOf(month >= 8 ? startYear : startYear + 1, month, day);
}
