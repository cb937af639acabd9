import type { PlainLine } from './plain-lines.js';
import type { TokenLine } from './statements.js';
import { MONTHS, type Token } from './tokens.js';

/** What a publisher counts itself: its pupil days by month, and their sum. */
export interface PublishedCounts {
  /** By the number of the month; empty when there is no table of months. */
  readonly months: ReadonlyMap<number, { readonly count: number; readonly line: PlainLine }>;
  readonly sum: { readonly count: number; readonly line: PlainLine } | undefined;
  /** The lines that hold nothing but counts. */
  readonly lines: ReadonlySet<PlainLine>;
}

/** Fewer months are no table of a school year. */
const FEWEST_MONTHS = 8;

/** Sums of a school year; smaller numbers are those of a half. */
const SUMS = [150, 230] as const;

interface Row {
  readonly line: PlainLine;
  readonly month: number;
  readonly counts: readonly number[];
}

/** The counts in the lines of one school year: in rows (`August 11`), or below a row of months. */
export function publishedCounts(lines: readonly TokenLine[]): PublishedCounts {
  const sums = lines.flatMap(({ line, tokens }, index) => {
    const own = sumsIn(tokens);
    const below = own.length > 0 ? own : sumBelow(tokens, lines.slice(index + 1, index + 3));
    return below.map((count) => ({ count, line }));
  });
  const [first] = sums;
  const sum = sums.every(({ count }) => count === first?.count) ? first : undefined;
  const rows = rowsOf(lines);
  const inRows = chosenColumn(rows, sum?.count);
  const months = [inRows, inOneLine(lines), belowMonths(lines)].find(({ size }) => size > 0) ?? new Map();
  return { months, sum, lines: new Set([...months.values()].map(({ line }) => line)) };
}

function sumsIn(tokens: readonly Token[]): number[] {
  const isSaid = tokens.some(({ kind }) => kind === 'sum' || kind === 'counted');
  if (!isSaid) return [];
  const numbers = tokens.flatMap((each) => (each.kind === 'number' && !each.hasDot ? [each.value] : []));
  return numbers.filter((value) => value >= SUMS[0] && value <= SUMS[1]).slice(0, 1);
}

/** `Sum` with its number in a line below, as the cells of a table are copied. */
function sumBelow(tokens: readonly Token[], next: readonly TokenLine[]): number[] {
  if (tokens[0]?.kind !== 'sum') return [];
  const found =
    next.find((each) => each.tokens.length > 0)?.tokens.filter(({ kind }) => kind !== 'cell') ?? [];
  const [only, ...others] = found;
  const isSum = only?.kind === 'number' && only.value >= SUMS[0] && only.value <= SUMS[1];
  return isSum && others.length === 0 ? [only.value] : [];
}

/**
 * A row for each month: its counts stand after its name (`August 11`, further numbers are further columns), at the end of
 * its line (`August Skolestart 17. august 11`), or in a line of their own below it (`11`, `(11 skoledager)`).
 */
function rowsOf(lines: readonly TokenLine[]): Row[] {
  const rows: Row[] = [];
  let month: number | undefined;
  for (const { line, tokens } of lines) {
    const [first, ...rest] = tokens.filter(({ kind }) => !PARTING.includes(kind));
    if (first?.kind === 'sum') month = undefined;
    const isHead = first?.kind === 'month';
    if (isHead) month = first.month;
    const counts = isHead ? leadingCounts(rest) : [];
    const found = counts.length > 0 ? counts : lastCount(isHead ? rest : tokens, isHead);
    const known = month;
    if (known === undefined || found.length === 0) continue;
    if (isHead || rows.every((row) => row.month !== known)) rows.push({ line, month: known, counts: found });
  }
  return rows;
}

const PARTING: readonly Token['kind'][] = ['cell', 'year', 'colon', 'bracket'];

const isCount = (token: Token | undefined) =>
  token?.kind === 'number' && !token.hasDot && token.value <= 31 ? [token.value] : [];

function leadingCounts(tokens: readonly Token[]): number[] {
  const end = tokens.findIndex((each) => isCount(each).length === 0);
  return (end === -1 ? tokens : tokens.slice(0, end)).flatMap(isCount);
}

/** The count that ends a line: below its month it is alone or says what it counts. */
function lastCount(line: readonly Token[], isHead: boolean): number[] {
  const tokens = line.filter(({ kind }) => !PARTING.includes(kind));
  const isSaid = tokens.at(-1)?.kind === 'counted';
  const at = tokens.length - (isSaid ? 2 : 1);
  const before = tokens[at - 1]?.kind;
  const isDay = before === 'weekday' || before === 'and' || before === 'to' || before === 'week';
  return isSaid || tokens.length === 1 || (isHead && !isDay) ? isCount(tokens[at]) : [];
}

/** Of several columns the one that adds up to a school year: to the published sum, where there is one. */
function chosenColumn(rows: readonly Row[], sum: number | undefined): PublishedCounts['months'] {
  const months = new Set(rows.map(({ month }) => month));
  if (months.size < FEWEST_MONTHS || months.size !== rows.length) return new Map();
  const columns = Math.min(...rows.map(({ counts }) => counts.length));
  const fitting = Array.from({ length: columns }, (_, column) => column).filter((column) => {
    const total = rows.reduce((all, { counts }) => all + (counts[column] ?? 0), 0);
    return columns === 1 || total === (sum ?? PUPIL_DAYS);
  });
  const [column] = fitting;
  if (column === undefined) return new Map();
  return new Map(rows.map(({ line, month, counts }) => [month, { count: counts[column] ?? 0, line }]));
}

const PUPIL_DAYS = 190;

/** `August 11, september 22, …` */
function inOneLine(lines: readonly TokenLine[]): PublishedCounts['months'] {
  const line = lines.find(({ line: { text } }) => isCountLine(text))?.line;
  const found = line ? monthCountsIn(line.text) : [];
  const months = new Map(found.map(([month, count]) => [month, count]));
  if (!line || months.size !== found.length || months.size < FEWEST_MONTHS) return new Map();
  return new Map([...months].map(([month, count]) => [month, { count, line }]));
}

/** Whether a line holds a table of months in a row, whose numbers look like days of months. */
export function isCountLine(text: string): boolean {
  return monthCountsIn(text).length >= FEWEST_MONTHS;
}

function monthCountsIn(text: string): (readonly [month: number, count: number])[] {
  return [
    ...text.matchAll(
      /(?<!\p{L})(jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}{0,6}\.?:?[ \t](\d{1,2})(?![\d.])/gu,
    ),
  ].map(([, name = '', count]) => [MONTHS.indexOf(name) + 1, Number(count)]);
}

/** A row of months, and the row of numbers that follows it. */
function belowMonths(lines: readonly TokenLine[]): PublishedCounts['months'] {
  for (const [index, { tokens }] of lines.entries()) {
    const months = tokens.flatMap((each) => (each.kind === 'month' ? [each.month] : []));
    if (months.length < FEWEST_MONTHS || new Set(months).size !== months.length) continue;
    for (const { line, tokens: below } of lines.slice(index + 1, index + 3)) {
      const numbers = below.flatMap((each) => (each.kind === 'number' && !each.hasDot ? [each.value] : []));
      const isRow = numbers.length === months.length || numbers.length === months.length + 1;
      if (isRow && numbers.slice(0, months.length).every((count) => count <= 31))
        return new Map(months.map((month, at) => [month, { count: numbers[at] ?? 0, line }]));
    }
  }
  return new Map();
}
