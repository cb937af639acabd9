/** What can stand before a formula without keeping a spreadsheet from running it, or can end the cell before it. */
const BEFORE = '[\\s\\p{Cf}\'",;|]';

/** What a formula begins with; some spreadsheets take the full-width and small forms for the same. */
const BEGINNING = '[=+\\-@＝＋－＠﹦﹢﹣﹫]';

/** Ends a line, or a cell for who reads with another separator than ours. */
const ENDS_CELL = /[\n\r\t\v\f\u0085\u2028\u2029",;|]/;

const AT_START = `(?='*[\\t\\r\\n]|${BEFORE}*${BEGINNING})`;
const UNGUARDED_START = new RegExp(`^${AT_START}`, 'u');
const GUARDED_START = new RegExp(`^'${AT_START}`, 'u');
const INSIDE = new RegExp(`(?<!${BEFORE})(${BEFORE}+)(?=${BEGINNING})`, 'gu');

/**
 * A cell of CSV in which no spreadsheet sees a formula (OWASP, CSV injection): an apostrophe stands first when the cell
 * begins with one, after whatever spaces and quotes, and right before each that begins a line or follows a separator.
 */
export function guarded(cell: string): string {
  const inside = cell.replace(INSIDE, (before) => (ENDS_CELL.test(before) ? `${before}'` : before));
  return UNGUARDED_START.test(cell) ? `'${inside}` : inside;
}

/** The cell that was guarded; one that never was, is as it was but for what looks guarded. */
export function withoutGuard(cell: string): string {
  const bare = GUARDED_START.test(cell) ? cell.slice(1) : cell;
  return bare.replace(INSIDE, (before) =>
    ENDS_CELL.test(before) && before.endsWith("'") ? before.slice(0, -1) : before,
  );
}
