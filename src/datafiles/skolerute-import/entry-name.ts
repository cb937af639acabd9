import { BREAKS, type Break } from '../../calendar/skolerute.js';
import type { TextPart } from '../../calendar/skolerute-text/part.js';

/** What a line of a published skolerute can be about. */
export const ENTRY_KINDS = [
  'first-school-day',
  'last-school-day',
  ...BREAKS,
  'day-off',
  'planning-day',
] as const;

export type EntryKind = TextPart;

/** Whom a skolerute for pupils says nothing of, although they are named in it. */
const OF_OTHERS =
  /(^|[^\p{L}])(sfo|aks|sommer-sfo|barnehage\p{L}*|aktivitetsskole\p{L}*|kindergarten)($|[^\p{L}])/iu;

/** What a break is called in "før jul" and "etter vinterferien". */
const BREAK_NAMES: readonly (readonly [Break, string])[] = [
  ['autumn-break', '(høst|haust)(fri|ferie)'],
  ['christmas-break', '(jul|jol|nyttår|nytt år|nyår)'],
  ['winter-break', 'vinter(fri|ferie)'],
  ['easter-break', 'påske'],
];

const FIRST_DAY =
  /(første|fyrste|1\.) (skole|skule)dag|(skole|skule)start|(skole|skule)n? (startar?|starter|begynner|byrjar)|first.school.day/i;
const LAST_DAY = /siste (skole|skule)dag|(skole|skule)slutt|last.school.day/i;

/** What publishers call the parts, in bokmål, nynorsk and English; the first that fits counts. */
const NAMES: readonly (readonly [EntryKind, RegExp])[] = [
  ...BREAK_NAMES.flatMap(([name, words]): [EntryKind, RegExp][] => [
    [`last-day-before ${name}`, new RegExp(`(${LAST_DAY.source}).{0,20} (før|fram til) ${words}`, 'i')],
    [`first-day-after ${name}`, new RegExp(`(${FIRST_DAY.source}).{0,20} etter ${words}`, 'i')],
  ]),
  ['first-school-day', FIRST_DAY],
  ['last-school-day', LAST_DAY],
  ['autumn-break', /(høst|haust)(ferie|fri)|autumn.break/i],
  ['christmas-break', /(jule|jole|jola|jol)(ferie|fri)|christmas.break/i],
  ['winter-break', /vinter(ferie|fri)|winter.break/i],
  ['easter-break', /påske(ferie|fri)|easter.break/i],
  ['planning-day', /planleggingsdag|planning.day/i],
  ['day-off', /fridag|elevfri|skolefri|skulefri|undervisningsfri|inneklemt|inneklemd|day.off/i],
];

/** The kind that a publisher's name for a part means; undefined for anything else, also for what concerns SFO alone. */
export function entryKindOf(name: string): EntryKind | undefined {
  const text = name.normalize('NFC').slice(0, LONGEST_NAME);
  return OF_OTHERS.test(text) ? undefined : NAMES.find(([, pattern]) => pattern.test(text))?.[0];
}

/** No name of a part is longer; what is longer is not looked through. */
const LONGEST_NAME = 300;
