/** Characters that can precede a formula without keeping a spreadsheet from running it, or can end the cell before it. */
const BEFORE = '[\\s\\p{Cf}\'",;|]';

/** The characters that begin a formula; some spreadsheets accept their full-width and small forms too. */
const BEGINNING = '[=+\\-@＝＋－＠﹦﹢﹣﹫]';

/** Ends a line, or a cell when the file is read with another separator than ours. */
const ENDS_CELL = /[\n\r\t\v\f\u0085\u2028\u2029",;|]/;

const AT_START = `(?='*[\\t\\r\\n]|${BEFORE}*${BEGINNING})`;
const UNGUARDED_START = new RegExp(`^${AT_START}`, 'u');
const GUARDED_START = new RegExp(`^'${AT_START}`, 'u');
const INSIDE = new RegExp(`(?<!${BEFORE})(${BEFORE}+)(?=${BEGINNING})`, 'gu');

/**
 * A CSV cell in which no spreadsheet sees a formula (OWASP, CSV injection): an apostrophe is put first when the cell begins
 * with a formula, also after spaces and quotes, and before each formula that begins a line or follows a separator.
 */
export function guarded(cell: string): string {
  const inside = cell.replace(INSIDE, (before) => (ENDS_CELL.test(before) ? `${before}'` : before));
  return UNGUARDED_START.test(cell) ? `'${inside}` : inside;
}

/** The cell before it was guarded; a cell that never was is returned unchanged, except for parts that look guarded. */
export function withoutGuard(cell: string): string {
  const bare = GUARDED_START.test(cell) ? cell.slice(1) : cell;
  return bare.replace(INSIDE, (before) =>
    ENDS_CELL.test(before) && before.endsWith("'") ? before.slice(0, -1) : before,
  );
}
