/** What can stand between two digits; several may, and so each is a bit, above the nine digits. */
const HIDDEN = 16;
const SPACE = 32;
const LINE = 64;
const DOT = 128;
const DASH = 256;
const SLASH = 512;
const LOW_LINE = 1024;
const COMMA = 2048;
const OTHER = 4096;

const MARKS: readonly (readonly [RegExp, number])[] = [
  [/[\n\r\u0085\u2028\u2029]/, LINE],
  [/[\p{Zs}\t\v\f\u2800]/u, SPACE],
  [/[\p{Cc}\p{Cf}\p{M}\p{DI}]/u, HIDDEN],
  [/[.·•‧․∙⋅。．｡・]/, DOT],
  [/[\p{Pd}−⁃]/u, DASH],
  [/[/\\⁄∕／＼]/, SLASH],
  [/\p{Pc}/u, LOW_LINE],
  [/[,،、‚，､]/, COMMA],
];

/** A quick test: most characters outside ASCII are none of the above. */
const DIGIT_OR_MARK = /[\p{Nd}\p{Z}\p{Cc}\p{Cf}\p{M}\p{P}\p{DI}⁄∕−⋅∙\u2800]/u;

const DIGIT = /\p{Nd}/u;

const DIGITS = '0123456789';

/** Most text is ASCII, and is looked up. */
const ASCII = Array.from({ length: 128 }, (_, code) => digitOrMark(code));

/** The character written between two digits, by the kinds of mark found there; other combinations give `~`. */
const GAPS: ReadonlyMap<number, string> = new Map([
  [0, ''],
  [SPACE, ' '],
  [DOT, '.'],
  [DASH, '-'],
  [SLASH, '/'],
  [LOW_LINE, '_'],
  [COMMA, ','],
]);

/**
 * The digits of a text, of any script, as `0` to `9`, and between two of them one character for everything found there: a
 * space for only spaces, a line break for anything that contains one, `.`, `-`, `/`, `_` or `,` for marks of that kind with
 * or without spaces, `~` for marks of several kinds and for a dot with a space (the end of a sentence), `;` for a comma with a space or line break (a list), `x` for
 * anything else, and nothing for invisible characters. One pass.
 */
export function digitsAndGaps(text: string): string {
  let seen = '';
  let between = OTHER;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    const meaning = ASCII[code] ?? digitOrMark(code);
    if (meaning > 9) {
      between |= meaning;
      continue;
    }
    if (between !== 0) seen += gapOf(between);
    seen += DIGITS[meaning];
    between = 0;
  }
  return seen;
}

/** The value of a digit, or the bit of what else a character is. */
function digitOrMark(code: number): number {
  const character = String.fromCodePoint(code);
  if (!DIGIT_OR_MARK.test(character)) return OTHER;
  if (!DIGIT.test(character)) return MARKS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;
  // Decimal digits stand in tens from nought up, and tens that meet stand in one row.
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

function gapOf(between: number): string {
  if (between & OTHER) return 'x';
  if (between & COMMA && between & (SPACE | LINE)) return ';';
  if (between & LINE) return '\n';
  const marks = between & ~HIDDEN;
  if (marks === (DOT | SPACE)) return '~';
  return GAPS.get(marks) ?? GAPS.get(marks & ~SPACE) ?? '~';
}
