import { digitsAndGaps } from './digits-and-gaps.js';
import { isNationalIdentityNumber } from './identity-digits.js';

/** Written by machines, and eleven of their digits may stand together by chance. */
const UUID = /(?<![\da-z])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-z])/gi;

// What follows is matched against digits with at most one character between two of them: no pattern can go far.
const GAP = '[ \\n./_,~-]';
const YEAR = '(?:18|19|20)?(\\d{2})';
const END_OF_LIST_ITEM = '(?=$|[x\\n;])';

/** A date and five digits, each writing with the parts of the number as its groups. */
const DATED = [
  `(\\d{2})${GAP}?(\\d{2})${GAP}?${YEAR}${GAP}?(\\d{5})(?!\\d)`,
  // At the end only: `01.03.2027 912 34 567` is a date and a telephone number.
  `(\\d{2})${GAP}?(\\d{2})${GAP}?${YEAR}${GAP}?(\\d{3})${GAP}(\\d{2})${END_OF_LIST_ITEM}`,
  `(\\d{1,2})[./~-](\\d{1,2})[./~-]${YEAR}${GAP}?(\\d{5})(?!\\d)`,
  '(\\d{6});(\\d{5})(?!\\d)',
].map((writing) => new RegExp(`(?<!\\d)(?=${writing})`, 'g'));

/** Eleven digits in any groups with the same between all of them, and nothing more of the kind before or after. */
const UNIFORM = [...' ./_,-'].map(
  (gap) => new RegExp(`(?<!\\d[${gap}]?)\\d(?:[${gap}]?\\d){10}(?![${gap}]?\\d)`, 'g'),
);

/** Eleven single digits. */
const ONE_BY_ONE = new RegExp(`(?<!\\d${GAP}?)\\d(?:[;\\n ./_,~-]\\d){10}(?!${GAP}?\\d)`, 'g');

/** Groups in which people write two numbers: a short one, then one of a telephone, an organisation or a sum. */
const TWO_NUMBERS = new Set(['3 2 2 2 2', '3 3 2 3', '3 8', '8 3', '2 3 3 3', '2 9']);

/**
 * Whether a text holds a valid fødselsnummer, D-number, H-number or number of a synthetic person, with digits of any
 * script, and between them any number of spaces, line breaks, dots, dashes, slashes, low lines, commas and characters
 * that do not show. Takes a time in proportion to the text.
 *
 * Dates, telephone numbers and lists of numbers stay allowed by these bounds. A number is seen when its digits stand in
 * groups that are wholly its own and that are written as
 * - a date (`ddmmyy`, `dd mm yy`, `d.m.yy`, `dd.mm.yyyy` …) and five digits, or, at the end, three and two; or
 * - eleven digits in any grouping on one line, with the same between all groups, save groupings in which people write
 *   two numbers, such as `210 22 33 44 55`; or
 * - eleven single digits.
 * A comma with a space separates the items of a list; `ddmmyy, nnnnn` alone is seen through it. Letters, colons and
 * brackets always separate. What remains is a date that is followed by another number of five digits (`31.12.2026
 * 12345`): one in 121 of these has the right check digits.
 *
 * Skatteetaten gives out numbers with a laxer first check digit from 1 January 2032 on; there are none yet, and they are
 * not looked for.
 */
export function holdsNationalIdentityNumber(text: string): boolean {
  if (text.length < 11) return false;
  const seen = digitsAndGaps(text.replace(UUID, 'x'));
  return dated(seen) || grouped(seen);
}

function dated(seen: string): boolean {
  return DATED.some((writing) =>
    [...seen.matchAll(writing)].some((match) =>
      isNationalIdentityNumber(
        match
          .slice(1)
          .map((part) => part.padStart(2, '0'))
          .join(''),
      ),
    ),
  );
}

function grouped(seen: string): boolean {
  return [...UNIFORM, ONE_BY_ONE].some((writing) =>
    [...seen.matchAll(writing)].some(([match]) => {
      const groups = match.split(/\D/);
      return (
        !TWO_NUMBERS.has(groups.map(({ length }) => length).join(' ')) &&
        isNationalIdentityNumber(groups.join(''))
      );
    }),
  );
}
