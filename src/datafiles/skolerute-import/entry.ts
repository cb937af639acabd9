import { type IsoDate, isIsoDate } from '../../calendar/iso-date.js';
import { BREAKS, type Break, type Skolerute } from '../../calendar/skolerute.js';
import { ArshjulError, type DataFlaw } from '../../errors/arshjul-error.js';

/** What a line of a published skolerute can be about. */
export const ENTRY_KINDS = [
  'first-school-day',
  'last-school-day',
  ...BREAKS,
  'day-off',
  'planning-day',
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One line or event of a published skolerute. */
export interface SkoleruteEntry {
  readonly kind: EntryKind;
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
  readonly line: number;
}

/** What publishers call the parts, in bokmål, nynorsk and English; the first that fits counts. */
const NAMES: readonly (readonly [EntryKind, RegExp])[] = [
  [
    'first-school-day',
    /første skoledag|fyrste skuledag|første skuledag|skolestart|skulestart|first.school.day/i,
  ],
  ['last-school-day', /siste skoledag|siste skuledag|skoleslutt|skuleslutt|last.school.day/i],
  ['autumn-break', /høstferie|haustferie|autumn.break/i],
  ['christmas-break', /juleferie|christmas.break/i],
  ['winter-break', /vinterferie|winter.break/i],
  ['easter-break', /påskeferie|easter.break/i],
  ['planning-day', /planleggingsdag|planning.day/i],
  ['day-off', /fridag|elevfri|skolefri|skulefri|inneklemt|day.off/i],
];

/** The kind that a publisher's name for a part means, or undefined. */
export function entryKindOf(name: string): EntryKind | undefined {
  return NAMES.find(([, pattern]) => pattern.test(name.normalize('NFC')))?.[0];
}

/** A date as publishers write it: 2026-08-17, 17.08.2026 or 17.8.2026. */
export function publishedDate(text: string): IsoDate | undefined {
  const norwegian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const iso = norwegian
    ? [norwegian[3], norwegian[2]?.padStart(2, '0'), norwegian[1]?.padStart(2, '0')].join('-')
    : text.trim();
  return isIsoDate(iso) ? iso : undefined;
}

export interface PublishedSkolerute {
  readonly file: string;
  readonly county: string;
  readonly schoolYear: Skolerute['schoolYear'];
  readonly source: string;
  readonly revised: IsoDate;
}

/** A skolerute from its entries, and the line that each of its fields came from. Throws ArshjulError on doubled parts. */
export function skoleruteOf(
  published: PublishedSkolerute,
  entries: readonly SkoleruteEntry[],
): { skolerute: Skolerute; lineOf: ReadonlyMap<string, number> } {
  const flaws: DataFlaw[] = [];
  const lineOf = new Map<string, number>();
  const only = (kind: EntryKind): SkoleruteEntry | undefined => {
    const [first, ...others] = entries.filter((entry) => entry.kind === kind);
    for (const { line } of others)
      flaws.push({ file: published.file, line, field: kind, what: 'occurs twice' });
    if (first) lineOf.set(kind, first.line);
    return first;
  };
  const singleDay = (kind: 'first-school-day' | 'last-school-day') => {
    const entry = only(kind);
    return entry && { [kind]: entry.from };
  };
  const period = (kind: Break) => {
    const entry = only(kind);
    return entry && { [kind]: { from: entry.from, to: entry.to } };
  };
  const days = (kind: 'day-off' | 'planning-day', field: string): IsoDate[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ from, to, line }, index) => {
        if (from !== to)
          flaws.push({ file: published.file, line, field: kind, what: 'is more than one day' });
        lineOf.set(`${field}[${index}]`, line);
        return from;
      });
  const skolerute: Skolerute = {
    county: published.county,
    schoolYear: published.schoolYear,
    status: 'official',
    revised: published.revised,
    source: { page: published.source },
    ...singleDay('first-school-day'),
    ...Object.fromEntries(BREAKS.flatMap((name) => Object.entries(period(name) ?? {}))),
    ...singleDay('last-school-day'),
    daysOff: days('day-off', 'daysOff'),
    planningDays: days('planning-day', 'planningDays'),
    open: [],
  };
  if (flaws.length > 0) throw new ArshjulError({ code: 'invalid-data', flaws });
  return { skolerute, lineOf };
}
