import type { Weekday } from '../iso-date.js';
import { SUBJECT_PHRASES, type Subject, subjectOfWord } from './subjects.js';

/** A piece of a line that means something to a skolerute. */
export type Token =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year?: number }
  | { readonly kind: 'number'; readonly value: number; readonly hasDot: boolean }
  | { readonly kind: 'weekday'; readonly weekday: Weekday }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'school-year'; readonly startYear: number }
  | { readonly kind: 'week'; readonly week: number }
  | { readonly kind: 'to'; readonly isDash: boolean }
  | { readonly kind: 'from' }
  | { readonly kind: 'and' }
  | { readonly kind: 'or' }
  /** Of what stands beside it, not: "ikke fri", "ingen fridager". */
  | { readonly kind: 'not' }
  | { readonly kind: 'sum' }
  | { readonly kind: 'counted' }
  | { readonly kind: 'cell' }
  | { readonly kind: 'bracket'; readonly isOpen: boolean }
  | { readonly kind: 'colon' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'word'; readonly word: string };

/** The first three letters of the months. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'];

const MONTH =
  '(?:januar|jan|februar|feb|febr|mars|mar|april|apr|mai|juni|jun|juli|august|aug|september|sept|sep|oktober|okt|november|nov|desember|des)';

const END = '(?![\\p{L}\\p{N}])';

/** The dot of a short name; after a whole one it ends the sentence. */
const DOT = `${END}(?:(?<=(?:jan|febr?|mar|apr|jun|aug|sept?|okt|nov|des))\\.)?`;

/** What makes a year the first of a school year: `2026/27`, and not the day after a dash in `2026–27. februar`. */
const NEXT_YEAR = ` ?[/–-] ?(?:20\\d{2}|\\d{2})(?!\\d|\\. ?(?:${MONTH}|\\d))`;

const sticky = (source: string) => new RegExp(source, 'uy');

const WEEKDAY_NAMES: readonly (readonly [Weekday, string])[] = [
  ['mon', 'm[aå]ndag'],
  ['tue', 'tirsdag|tysdag'],
  ['wed', 'onsdag'],
  ['thu', 'torsdag'],
  ['fri', 'fredag'],
  ['sat', 'lørdag|laurdag'],
  ['sun', 'søndag|sundag'],
];

/** Short names, which are other words where no number follows. */
const SHORT_WEEKDAYS: readonly (readonly [Weekday, string])[] = [
  ['mon', 'm[aå]n?'],
  ['tue', 'tirs|tir|tys|ti|ty'],
  ['wed', 'ons|on'],
  ['thu', 'tors|tor|to'],
  ['fri', 'fre|fr'],
  ['sat', 'lør|lau|lø|la'],
  ['sun', 'søn|sun|sø|su'],
];

type Rule = readonly [RegExp, (match: RegExpExecArray) => Token | undefined];

const numberOf = (text: string | undefined) => Number(text);

/** A date of which day and month can be; others are no dates, such as 12.00. */
function date(day: string | undefined, month: string | undefined, year?: string): Token | undefined {
  const [d, m] = [numberOf(day), numberOf(month)];
  if (d < 1 || d > 31 || m < 1 || m > 12) return undefined;
  if (year === undefined) return { kind: 'date', day: d, month: m };
  const written = numberOf(year);
  return { kind: 'date', day: d, month: m, year: year.length === 2 ? 2000 + written : written };
}

function schoolYear(first: string | undefined, second: string | undefined): Token | undefined {
  const start = first?.length === 2 ? 2000 + numberOf(first) : numberOf(first);
  const isNext = (start + 1) % 100 === numberOf(second) % 100;
  return isNext ? { kind: 'school-year', startYear: start } : undefined;
}

const monthNumber = (name: string | undefined) => MONTHS.indexOf((name ?? '').slice(0, 3)) + 1;

/** What is tried at each place, in this order; each looks only a few characters ahead. */
const RULES: readonly Rule[] = [
  [sticky('\\t'), () => ({ kind: 'cell' })],
  // The letter of a list.
  [sticky('[a-z]\\)'), () => ({ kind: 'word', word: 'kl' })],
  [
    sticky('(?:kr|ca|evt|jf|jfr|nr|bl\\.a|f\\.eks|dvs|pga|p\\.g\\.a|m\\.m|mv|osv|inkl)\\.'),
    () => ({ kind: 'word', word: 'kl' }),
  ],
  [
    sticky(
      'kl(?:okka|okken)?\\.? ?\\d{1,2}(?:[.:]\\d{2})?(?: ?(?:[-–]|til) ?(?:kl\\.? ?)?\\d{1,2}(?:[.:]\\d{2})?)?(?![\\d.]\\d)',
    ),
    () => ({ kind: 'word', word: 'kl' }),
  ],
  [sticky('\\d{1,2}:\\d{2}(?: ?[-–] ?\\d{1,2}:\\d{2})?'), () => ({ kind: 'word', word: 'kl' })],
  [
    sticky('\\d{1,2}\\.(\\d{2}) ?[-–] ?\\d{1,2}\\.(\\d{2})(?![\\d.])'),
    ([, one, other]) =>
      [one, other].some((minutes) => numberOf(minutes) > 12 || numberOf(minutes) === 0)
        ? { kind: 'word', word: 'kl' }
        : undefined,
  ],
  [sticky('(20\\d{2})[-–](\\d{2})[-–](\\d{2})(?!\\d)'), ([, y, m, d]) => date(d, m, y)],
  [
    sticky(`(20\\d{2}) ?[/–-] ?(20\\d{2}|\\d{2})(?!\\d|\\. ?(?:${MONTH}|\\d))`),
    ([, one, other]) => schoolYear(one, other),
  ],
  [sticky('(\\d{1,2})\\. ?(\\d{1,2})\\.? ?(20\\d{2})(?!\\d)'), ([, d, m, y]) => date(d, m, y)],
  [sticky('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2})(?!\\d|\\.\\d|/)'), ([, d, m, y]) => date(d, m, y)],
  [sticky('(\\d{1,2})/(\\d{1,2})[–/ -](20\\d{2})(?!\\d)'), ([, d, m, y]) => date(d, m, y)],
  [sticky('(\\d{1,2})/(\\d{1,2})[–/-](\\d{2})(?![\\d/.])'), ([, d, m, y]) => date(d, m, y)],
  [
    sticky(`(\\d{1,2})\\.? ?(${MONTH})${DOT}(?: (20\\d{2})(?!\\d|${NEXT_YEAR}))?`),
    ([, d, name, y]) => date(d, String(monthNumber(name)), y),
  ],
  [sticky('(\\d{1,2})\\.(\\d{1,2})\\.?(?!\\d)'), ([, d, m]) => date(d, m)],
  [
    sticky('(\\d{2})/(\\d{2})(?!\\d)'),
    ([, one, other]) => (numberOf(other) > 12 ? schoolYear(one, other) : undefined),
  ],
  [sticky('(\\d{1,2})/(\\d{1,2})(?!\\d)'), ([, d, m]) => date(d, m)],
  // The end of a school day is no day off.
  [
    sticky('(?:elev(?:ene|ane|er|ar) )?(?:har |får )?fri (?:fra|frå|etter) (?=kl)'),
    () => ({ kind: 'word', word: 'kl' }),
  ],
  ...SUBJECT_PHRASES.map(
    ([source, subject]): Rule => [sticky(`(?:${source})${END}`), () => ({ kind: 'subject', subject })],
  ),
  [sticky('(20\\d{2})(?!\\d)'), ([, y]) => ({ kind: 'year', year: numberOf(y) })],
  [
    sticky('(?:uken?e?|veken?e?|uka|veka)(?: nr)?\\.? ?(\\d{1,2})(?!\\d|\\.\\d|/)(?:\\.(?= ?\\d))?'),
    ([, week]) => ({ kind: 'week', week: numberOf(week) }),
  ],
  [sticky('[uv](\\d{1,2})(?!\\d|\\.\\d|/)'), ([, week]) => ({ kind: 'week', week: numberOf(week) })],
  ...WEEKDAY_NAMES.map(
    ([weekday, names]): Rule => [
      sticky(`(?:${names})(?:en)?(?!\\p{L})`),
      () => ({ kind: 'weekday', weekday }),
    ],
  ),
  ...SHORT_WEEKDAYS.map(
    ([weekday, names]): Rule => [
      sticky(`(?:${names})\\.?(?= ?(?:den )?\\d)`),
      () => ({ kind: 'weekday', weekday }),
    ],
  ),
  [sticky(`(${MONTH})${DOT}`), ([, name]) => ({ kind: 'month', month: monthNumber(name) })],
  [
    sticky('(\\d{1,3})(\\.)?(?!\\d)'),
    ([, value, dot]) => ({ kind: 'number', value: numberOf(value), hasDot: dot !== undefined }),
  ],
  [
    sticky(`(?:til og med|til${END}|t ?\\. ?o ?\\. ?m ?\\.?|tom${END}|[–-])(?: og med)?`),
    ([said]) => ({ kind: 'to', isDash: said === '–' || said === '-' }),
  ],
  [sticky(`(?:fr[aå] og med|fr[aå]${END}|f ?\\. ?o ?\\. ?m ?\\.?|fom${END})`), () => ({ kind: 'from' })],
  [sticky(`(?:,|&|\\+|(?:og|samt)${END})`), () => ({ kind: 'and' })],
  [sticky(`eller${END}`), () => ({ kind: 'or' })],
  [sticky(`(?:ikke|ikkje|ingen|inga)${END}`), () => ({ kind: 'not' })],
  [sticky(`(?:sum|totalt|til saman|tilsammen|til sammen|i alt|samla|samlet)${END}`), () => ({ kind: 'sum' })],
  [
    sticky(`(?:(?:skole|skule|elev|undervisnings)?dag(?:er|ar)|antall|talet på)${END}`),
    () => ({ kind: 'counted' }),
  ],
  [sticky('[()\\[\\]]'), ([said]) => ({ kind: 'bracket', isOpen: said === '(' || said === '[' })],
  [sticky(':'), () => ({ kind: 'colon' })],
  [sticky('[.;!?](?=\\s|$)'), () => ({ kind: 'stop' })],
  [
    sticky('[\\p{L}\\p{N}][\\p{L}\\p{N}-]*'),
    ([word]) => {
      const subject = subjectOfWord(word);
      return subject ? { kind: 'subject', subject } : { kind: 'word', word };
    },
  ],
];

/** The tokens of a plain line (lower case), in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const [token, length] = tokenAt(text, at);
    if (token) tokens.push(token);
    at += length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): readonly [Token | undefined, number] {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const token = match && make(match);
    if (match && token) return [token, match[0].length];
  }
  return [undefined, 1];
}
