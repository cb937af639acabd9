import { addDays, daysBetween, type IsoDate, isIsoDate, weekdayOf } from '../../calendar/iso-date.js';
import { publicHolidays } from '../../calendar/public-holidays.js';
import { BREAKS, type Break, type Period, type Skolerute } from '../../calendar/skolerute.js';
import { ArshjulError, type DataFlaw } from '../../errors/arshjul-error.js';
import type { EntryKind } from './entry-name.js';

/** One line or event of a published skolerute. */
export interface SkoleruteEntry {
  /** What its publisher calls it. */
  readonly name: string;
  readonly kind: EntryKind;
  readonly from: IsoDate;
  /** The last day, included. */
  readonly to: IsoDate;
  readonly line: number;
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

/** Days off in a row, which come one by one; what is longer is a break that has another name. */
const LONGEST_DAYS_OFF = 14;

/** A skolerute, and the line that each of its fields came from. */
export interface PlacedSkolerute {
  readonly skolerute: Skolerute;
  readonly lineOf: ReadonlyMap<string, number>;
  /** The names of entries that give no part alone, such as a last day before a break of which the end is not told. */
  readonly passedOver: readonly string[];
}

/** A skolerute from its entries. Throws ArshjulError on doubled parts, and on parts that contradict each other. */
export function skoleruteOf(
  published: PublishedSkolerute,
  entries: readonly SkoleruteEntry[],
): PlacedSkolerute {
  const flaws: DataFlaw[] = [];
  const lineOf = new Map<string, number>();
  const passedOver: string[] = [];
  const flaw = (line: number, field: string, what: string) =>
    flaws.push({ file: published.file, line, field, what });
  const only = (kind: EntryKind): SkoleruteEntry | undefined => {
    const [first, ...others] = entries.filter((entry) => entry.kind === kind);
    for (const { line } of others) flaw(line, kind, 'occurs twice');
    if (first) lineOf.set(kind, first.line);
    return first;
  };
  const singleDay = (kind: 'first-school-day' | 'last-school-day') => {
    const entry = only(kind);
    return entry && { [kind]: entry.from };
  };
  const period = (name: Break): Period | undefined => {
    const entry = only(name);
    const [before, after] = [only(`last-day-before ${name}`), only(`first-day-after ${name}`)];
    for (const day of [before, after])
      if (entry && day && day.from >= entry.from && day.from <= entry.to)
        flaw(day.line, name, `is a school day (${day.from}) within the break (${entry.from} to ${entry.to})`);
    if (entry) return { from: entry.from, to: entry.to };
    if (!before || !after) {
      passedOver.push(...[before, after].flatMap((day) => (day ? [day.name] : [])));
      return undefined;
    }
    lineOf.set(name, before.line);
    return { from: addDays(before.from, 1), to: addDays(after.from, -1) };
  };
  const days = (kind: 'day-off' | 'planning-day', field: string): IsoDate[] => {
    const found: IsoDate[] = [];
    for (const { from, to, line } of entries.filter((entry) => entry.kind === kind)) {
      if (daysBetween(from, to) >= LONGEST_DAYS_OFF) flaw(line, kind, 'is more than two weeks');
      else
        for (const date of daysOffIn(from, to)) {
          lineOf.set(`${field}[${found.length}]`, line);
          found.push(date);
        }
    }
    return found;
  };
  const skolerute: Skolerute = {
    county: published.county,
    schoolYear: published.schoolYear,
    status: 'official',
    revised: published.revised,
    source: { page: published.source },
    routes: {},
    ...singleDay('first-school-day'),
    ...Object.fromEntries(
      BREAKS.flatMap((name) => {
        const found = period(name);
        return found ? [[name, found]] : [];
      }),
    ),
    ...singleDay('last-school-day'),
    daysOff: days('day-off', 'daysOff'),
    planningDays: days('planning-day', 'planningDays'),
    open: [],
  };
  if (flaws.length > 0) throw new ArshjulError({ code: 'invalid-data', flaws });
  return { skolerute, lineOf, passedOver };
}

/** A single day as it is, to be checked; of several in a row those that would be school days. */
function daysOffIn(from: IsoDate, to: IsoDate): IsoDate[] {
  if (to <= from) return [from];
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, offset) => addDays(from, offset));
  return days.filter(isWorkday);
}

function isWorkday(date: IsoDate): boolean {
  return !['sat', 'sun'].includes(weekdayOf(date)) && !publicHolidays(Number(date.slice(0, 4))).has(date);
}
