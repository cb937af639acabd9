import { BREAKS } from '../../calendar/skolerute.js';
import { type Meaning, meaningOf } from '../../calendar/skolerute-text/meaning.js';
import type { TextPart } from '../../calendar/skolerute-text/part.js';
import { SegmentReader } from '../../calendar/skolerute-text/segment-reader.js';
import { tokensOf } from '../../calendar/skolerute-text/tokens.js';

/** What a line of a published skolerute can be about. */
export const ENTRY_KINDS = [
  'first-school-day',
  'last-school-day',
  ...BREAKS,
  'day-off',
  'planning-day',
] as const;

export type EntryKind = TextPart;

/** No name of a part is longer; what is longer is not looked through. */
const LONGEST_NAME = 300;

/** The holidays by their names alone, which calendars have as days of their own. */
const HOLIDAYS = /^(?:jul|jol|påske)$/;

const ENGLISH: readonly (readonly [EntryKind, RegExp])[] = [
  ['first-school-day', /first.school.day/],
  ['last-school-day', /last.school.day/],
  ['autumn-break', /autumn.break/],
  ['christmas-break', /christmas.break/],
  ['winter-break', /winter.break/],
  ['easter-break', /easter.break/],
  ['planning-day', /planning.day/],
  ['day-off', /day.off/],
];

/**
 * The kind that a publisher's name for a part means, in bokmål, nynorsk or English; undefined for anything else, also for what
 * concerns SFO alone.
 */
export function entryKindOf(name: string): EntryKind | undefined {
  const text = name.slice(0, LONGEST_NAME).normalize('NFC').toLowerCase().trim();
  if (HOLIDAYS.test(text)) return undefined;
  const { elements } = new SegmentReader(tokensOf(text), undefined).read();
  const words = elements.flatMap((each) => (each.kind === 'subjects' ? [each] : []));
  const subjects = words.flatMap((each) => each.subjects);
  const meaning = meaningOf(
    subjects,
    words.some(({ isDenied }) => isDenied),
  );
  return kindOf(meaning) ?? ENGLISH.find(([, pattern]) => pattern.test(text))?.[0];
}

function kindOf(meaning: Meaning): EntryKind | undefined {
  switch (meaning.kind) {
    case 'school-day':
      if (!meaning.beside) return `${meaning.edge}-school-day`;
      return meaning.edge === 'first'
        ? `first-day-after ${meaning.beside}`
        : `last-day-before ${meaning.beside}`;
    case 'break':
      return meaning.break;
    case 'off':
      return 'day-off';
    case 'planning-day':
      return 'planning-day';
    default:
      return undefined;
  }
}
