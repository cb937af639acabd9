import type { PlainLine } from './plain-lines.js';
import { tokensOf } from './tokens.js';

/** The lines of the school year asked for, and where columns of other ones were left out. */
export interface AskedColumns {
  readonly lines: readonly PlainLine[];
  readonly others: readonly { readonly line: PlainLine; readonly startYear: number }[];
}

/**
 * Leaves out, of a table that has a column for each of several school years, the columns of all but the one asked for, or but
 * the first where that has none.
 */
export function withoutOtherYears(lines: readonly PlainLine[], startYear: number): AskedColumns {
  let columns: readonly (number | undefined)[] = [];
  const others: { line: PlainLine; startYear: number }[] = [];
  const left = lines.map((line) => {
    const cells = line.text.split('\t');
    const heads = cells.map(yearOfHead);
    const years = [...new Set(heads.flatMap((year) => year ?? []))];
    if (years.length === 1) columns = [];
    const asked = years.includes(startYear) ? startYear : years[0];
    if (years.length > 1) {
      columns = heads.map((year) => (year === undefined || year === asked ? undefined : year));
      const head = { ...line, text: cells.find((_, at) => heads[at] === asked) ?? '' };
      for (const year of years) if (year !== asked) others.push({ line: head, startYear: year });
      return head;
    }
    // A row may have a name where the heads have nothing above it.
    const before = cells.length - columns.length;
    const isRow = columns.length > 0 && (before === 0 || before === 1) && cells.length > 1;
    return isRow
      ? { ...line, text: cells.filter((_, at) => columns[at - before] === undefined).join('\t') }
      : line;
  });
  return { lines: left, others };
}

/** The school year that a cell is the head of. */
function yearOfHead(cell: string): number | undefined {
  const years = tokensOf(cell).flatMap((each) => (each.kind === 'school-year' ? [each.startYear] : []));
  return years.length === 1 ? years[0] : undefined;
}
