/** A line as it is read: the lines of the text that it is put together from, and their text without marks of print. */
export interface PlainLine {
  /** The first of its lines, counted from 1. */
  readonly line: number;
  /** The last of its lines. */
  readonly last: number;
  /** In lower case, with single spaces; cells of a table are parted by tabs. */
  readonly text: string;
}

const MONTH_START = /^(?:jan|feb|mar|apr|mai|jun|jul[iy]|aug|sep|okt|nov|des)/;
const DATE_START = /^(?:den )?(?:(?:man|mån|tir|tys|ons|tor|fre|lau|lør|søn|sun)\p{L}*\.? )?(?:den )?\d/u;

/**
 * The lines of a text that was copied from a page or a PDF, without what only its print needs: soft hyphens, spaces that do not
 * break, bullets, several kinds of dash. A date or a word that runs on in the next line is put together.
 */
export function plainLines(texts: readonly string[]): PlainLine[] {
  const lines: { line: number; last: number; text: string }[] = [];
  let isUnderMonth = false;
  texts.forEach((original, index) => {
    const text = plainText(original);
    const before = lines.at(-1);
    isUnderMonth = isUnderMonth || (MONTH_ALONE.test(text) && !/\d\.$/.test(before?.text ?? ''));
    if (before && before.last === index && text !== '') {
      const joined = joinedLines(before.text, text, isUnderMonth);
      if (joined !== undefined) {
        before.text = joined;
        before.last = index + 1;
        return;
      }
    }
    lines.push({ line: index + 1, last: index + 1, text });
  });
  return lines;
}

function plainText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFF0D]/g, '–')
    .replace(/[\u2022\u2023\u2043\u25A0-\u25FF\u2219\u00B7\u27A2\uF0B7*]/g, ' ')
    .replace(/[\p{Zs}\r\f\v]+/gu, ' ')
    .replace(/\|/g, '\t')
    .replace(/ ?\t[ \t]*/g, '\t')
    .trim();
}

/** Below such a heading days have no month of their own. */
const MONTH_ALONE =
  /^(?:januar|februar|mars|april|mai|juni|august|september|oktober|november|desember)(?: 20\d\d)?:?$/;

/** A row of a table of months, or a heading: the month is no end of the date above. */
const MONTH_ROW = /^\p{L}{3,9}\.?(?: 20\d\d)?(?:$|[ \t:]+\d{1,2}(?![\d.]))/u;

/** Two lines as one when the first ends within a date or a word; undefined otherwise. */
function joinedLines(before: string, next: string, isUnderMonth: boolean): string | undefined {
  if (/\p{L}\p{L}-$/u.test(before) && /^\p{Ll}\p{Ll}/u.test(next) && !/^(?:og|eller|samt) /.test(next))
    return before.slice(0, -1) + next;
  if (isUnderMonth && MONTH_START.test(next)) return undefined;
  return endsWithinDate(before, next) ? `${before} ${next}` : undefined;
}

const JOINING = '(?:–|-|til|til og med|t\\.?o\\.?m\\.?|fra|frå|fra og med|frå og med|f\\.?o\\.?m\\.?|og|,)';
const ENDS_OPEN = new RegExp(`\\d.{0,20}[ \\d.]${JOINING}$`, 'u');
const ENDS_IN_DATE =
  /\d\.?(?: ?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}{0,6}\.?)?(?: 20\d\d)?$/u;
const ENDS_IN_WEEKDAY = /(?:man|mån|tirs|tys|ons|tors|fre|lau|lør|søn|sun)dag$/;
const GOES_ON = /^(?:–|-|til |t\.?o\.?m)[^\d]{0,30}\d/;

function endsWithinDate(before: string, next: string): boolean {
  const isMonth = MONTH_START.test(next) && !MONTH_ROW.test(next) && !MONTH_START.test(before);
  if (/\d\.$/.test(before) && (isMonth || /^\p{L}{3,9}\.?$/u.test(next)))
    return MONTH_START.test(next) && !MONTH_START.test(before);
  if (ENDS_OPEN.test(before)) return DATE_START.test(next) || isMonth;
  if (ENDS_IN_DATE.test(before)) return GOES_ON.test(next);
  return ENDS_IN_WEEKDAY.test(before) && /^(?:den )?\d/.test(next);
}
