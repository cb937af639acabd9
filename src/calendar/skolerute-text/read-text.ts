import { PASTED_LENGTH, PASTED_LINES } from '../../file-bounds/bounds.js';
import { checkAtMost } from '../../file-bounds/too-much.js';
import { labelOf, type SchoolYearLabel, startYearOf } from '../school-year-label.js';
import { withoutOtherYears } from './columns.js';
import { isCountLine, type PublishedCounts, publishedCounts } from './counts.js';
import { findingsOf } from './findings.js';
import type { Meaning } from './meaning.js';
import type { FoundPart, ReadLine, TextEntry, TextMark, TextPart, TextRemark } from './part.js';
import { placeDates } from './place-dates.js';
import { plainLines } from './plain-lines.js';
import type { LineNote, Reading } from './reading.js';
import { type Reconciled, reconcile } from './reconcile.js';
import { settledByCounts } from './settle-by-counts.js';
import { type Statement, statementsOf, type TokenLine, tokenLines } from './statements.js';
import { namedYears, statedYears, type YearHeading, yearHeadings } from './year-context.js';

/** What a text says of a school year. */
export interface SkoleruteText {
  /** Every line of the text, with what was understood of it. */
  readonly lines: readonly ReadLine[];
  /** The parts that are taken from it: each once, and the days off. */
  readonly entries: readonly TextEntry[];
  /** The publisher's own counts of pupil days by month (`2026-08`), and the line of each. */
  readonly pupilDays: ReadonlyMap<string, { readonly count: number; readonly line: number }>;
  /** The publisher's own sum of pupil days. */
  readonly sum: { readonly count: number; readonly line: number } | undefined;
}

/**
 * Reads a skolerute from a text as people copy it from a page or a PDF, line by line: 1. take away what only print needs, and
 * put dates together that run over lines, 2. find dates and what they are dates of, 3. place them in the school year asked
 * for, and check them by the weekdays, weeks and counts given beside them, 4. compare the lines with each other and with
 * the publisher's counts. A date
 * that is doubtful is marked; one that is not understood is not taken. Throws TooMuch when the text exceeds the bounds.
 */
export function readSkoleruteText(text: string, schoolYear: SchoolYearLabel): SkoleruteText {
  checkAtMost('text', text.length, PASTED_LENGTH);
  const texts = text.split(/\r\n|\r|\n|\u2028|\u2029/);
  checkAtMost('rows', texts.length, PASTED_LINES);
  const startYear = startYearOf(schoolYear);
  const columns = withoutOtherYears(plainLines(texts), startYear);
  const lines = tokenLines(columns.lines);
  const headings = yearHeadings(lines);
  const { statements, withoutDates, arePlanningDaysOff } = statementsOf(
    lines.filter(({ line }) => !isCountLine(line.text)),
  );
  const asked = new YearAsked(startYear, statedYears(lines, statements));
  const readings = statements.map((statement): Reading => {
    const heading = headings.get(statement.line) ?? { kind: 'none' };
    const arePupilsOff = arePlanningDaysOff || statement.isUnderOff;
    return { statement, findings: asked.read(statement, heading, monthOf(lines, statement), arePupilsOff) };
  });
  const counts = publishedCounts(lines.filter(({ line }) => asked.isOf(headings.get(line))));
  const pupilDays = new Map(
    [...counts.months].map(([month, { count, line }]) => [
      `${month >= 8 ? startYear : startYear + 1}-${String(month).padStart(2, '0')}`,
      { count, line: line.line },
    ]),
  );
  const { entries, notes } = settledReadings(readings, pupilDays, startYear);
  const inMonths = [...counts.months.values()].reduce((all, { count }) => all + count, 0);
  const sums =
    counts.sum && counts.months.size > 0 && counts.sum.count !== inMonths
      ? [{ line: counts.sum.line, marks: [otherSum(counts.sum.count, inMonths)], remarks: [] }]
      : [];
  const left = columns.others.map(({ line, startYear: other }) => ({
    line,
    marks: [],
    remarks: [{ code: 'other-year', schoolYear: labelOf(other) } as const],
  }));
  const missing = withoutDates
    .filter(({ meaning }) => !isGiven(meaning, entries))
    .map(({ line }) => ({ line, marks: [{ code: 'no-date' }] as const, remarks: [] }));
  return {
    lines: linesOf(texts, [...notes, ...missing, ...sums, ...left], counts),
    entries,
    pupilDays,
    sum: counts.sum && { count: counts.sum.count, line: counts.sum.line.line },
  };
}

/** What the readings say together; what they leave open is settled by the publisher's counts where those can. */
function settledReadings(
  readings: readonly Reading[],
  pupilDays: SkoleruteText['pupilDays'],
  startYear: number,
): Reconciled {
  const open = reconcile(readings, startYear);
  const counts = new Map([...pupilDays].map(([month, { count }]) => [month, count]));
  return reconcile(readings, startYear, settledByCounts(open.unsaid, open.entries, counts, startYear));
}

/** Whether another line gives the part that a heading names. */
function isGiven(meaning: Meaning, entries: readonly FoundPart[]): boolean {
  const has = (part: TextPart) => entries.some((each) => each.part === part);
  if (meaning.kind === 'school-day') {
    const { edge, beside } = meaning;
    return has(
      beside ? `${edge === 'first' ? 'first-day-after' : 'last-day-before'} ${beside}` : `${edge}-school-day`,
    );
  }
  return meaning.kind === 'break' && (has(meaning.break) || has(`last-day-before ${meaning.break}`));
}

/** A sum that is not what its days come to. */
export const otherSum = (published: number, counted: number): TextMark => ({
  code: 'other-sum',
  published,
  counted,
});

function monthOf(lines: readonly TokenLine[], { line }: Statement): number | undefined {
  return lines.find((each) => each.line === line)?.month;
}

/** The school year that is asked for, among those that the text names. */
class YearAsked {
  readonly #startYear: number;
  readonly #stated: ReadonlySet<number>;

  constructor(startYear: number, stated: ReadonlySet<number>) {
    this.#startYear = startYear;
    this.#stated = stated;
  }

  /** Whether lines under a heading can be of the school year asked for. */
  isOf(heading: YearHeading | undefined): boolean {
    return heading?.kind !== 'school-year' || heading.startYear === this.#startYear;
  }

  /** What a statement gives in its school year; of another than the one asked for only that it is so. */
  read(
    { dates, years, meaning, isDoubtful }: Statement,
    heading: YearHeading,
    month: number | undefined,
    arePupilsOff: boolean,
  ): Reading['findings'] {
    const named = namedYears(dates, years);
    const { startYear, isClear } = this.#placedIn(named, heading, month ?? monthIn(dates));
    const placed = placeDates(dates, startYear, month);
    // A year is certain where the weekdays say the same.
    const isChecked = hasWeekdays(dates) && placed.marks.every(({ code }) => code !== 'other-weekday');
    if (startYear !== this.#startYear) {
      const remarks: TextRemark[] = [{ code: 'other-year', schoolYear: labelOf(startYear) }];
      const marks: TextMark[] = isClear || !isPart(meaning) ? [] : [{ code: 'year-unclear' }];
      return { found: [], marks, remarks, unsaid: [] };
    }
    const findings = findingsOf(meaning, placed, { startYear, arePupilsOff });
    const isOfPart = findings.found.length > 0 || findings.unsaid.length > 0;
    const doubts: TextMark[] = [
      ...(isOfPart && !isClear && !isChecked ? [{ code: 'year-unclear' } as const] : []),
      ...(isOfPart && isDoubtful ? [{ code: 'unclear' } as const] : []),
    ];
    const isLeft = findings.remarks.length > 0 && !isOfPart;
    return { ...findings, marks: [...(isLeft ? [] : placed.marks), ...doubts, ...findings.marks] };
  }

  #placedIn(named: readonly number[], heading: YearHeading, month: number | undefined) {
    const [only, ...others] = named;
    if (only !== undefined && others.length === 0) {
      const contradicts = heading.kind === 'school-year' && heading.startYear !== only;
      return { startYear: only, isClear: !contradicts };
    }
    const own = this.#startYear;
    if (only !== undefined) return { startYear: own, isClear: false };
    if (heading.kind === 'school-year') return { startYear: heading.startYear, isClear: true };
    if (heading.kind === 'several') return { startYear: own, isClear: false };
    if (heading.kind === 'calendar-year') {
      const isAutumn = month === undefined ? heading.year === own : month >= 8;
      const start = isAutumn ? heading.year : heading.year - 1;
      // `2026` above all of a skolerute, which ends in 2027.
      return start === own - 1 && heading.year === own
        ? { startYear: own, isClear: false }
        : { startYear: start, isClear: true };
    }
    const isOnly = this.#stated.size === 0 || (this.#stated.size === 1 && this.#stated.has(own));
    return { startYear: own, isClear: isOnly };
  }
}

function isPart({ kind }: Statement['meaning']): boolean {
  return ['school-day', 'break', 'some-break', 'off', 'planning-day'].includes(kind);
}

const writtenDays = ({ days }: Statement['dates']) =>
  days.flatMap((each) => (each.kind === 'period' ? [each.from, each.to] : [each.day]));

const monthIn = (dates: Statement['dates']) =>
  writtenDays(dates).find(({ month }) => month !== undefined)?.month;

const hasWeekdays = (dates: Statement['dates']) => {
  const written = writtenDays(dates);
  return written.length > 0 && written.every(({ weekday }) => weekday !== undefined);
};

function linesOf(texts: readonly string[], notes: readonly LineNote[], counts: PublishedCounts): ReadLine[] {
  const byLine = new Map<number, LineNote[]>();
  for (const note of notes) byLine.set(note.line.line, [...(byLine.get(note.line.line) ?? []), note]);
  const counted = new Set([...counts.lines].map(({ line }) => line));
  if (counts.sum) counted.add(counts.sum.line.line);
  return texts.map((text, index) => {
    const own = byLine.get(index + 1) ?? [];
    const isCounts = own.length === 0 && counted.has(index + 1);
    return {
      line: index + 1,
      text,
      found: own.flatMap(({ found }) => (found ? [found] : [])),
      marks: unique(own.flatMap(({ marks }) => marks)),
      remarks: unique([
        ...own.flatMap(({ remarks }) => remarks),
        ...(isCounts ? [{ code: 'counts' } as const] : []),
      ]),
    };
  });
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
