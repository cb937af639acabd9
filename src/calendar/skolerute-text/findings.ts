import { addDays, daysBetween } from '../iso-date.js';
import type { Break } from '../skolerute.js';
import type { Meaning } from './meaning.js';
import type { FoundPart, TextMark, TextPart, TextRemark } from './part.js';
import type { PlacedDates, PlacedDays } from './place-dates.js';
import {
  breakAt,
  isAlwaysOff,
  isInSeason,
  isPublicHoliday,
  isUsual,
  isWeekend,
  schoolDayAt,
} from './usual-days.js';

/** What dates with a meaning give: parts, what is doubtful of them, and what is no part of a skolerute. */
export interface Findings {
  readonly found: readonly FoundPart[];
  readonly marks: readonly TextMark[];
  readonly remarks: readonly TextRemark[];
  /** Days on which staff plan, of which nothing says whether pupils are off. */
  readonly unsaid: readonly FoundPart[];
}

const NOTHING: Findings = { found: [], marks: [], remarks: [], unsaid: [] };

const marked = (code: 'unclear' | 'no-part'): Findings => ({ ...NOTHING, marks: [{ code }] });

/** The parts that dates with a meaning give. */
export function findingsOf(
  meaning: Meaning,
  placed: PlacedDates,
  { startYear, arePupilsOff }: { readonly startYear: number; readonly arePupilsOff: boolean },
): Findings {
  switch (meaning.kind) {
    case 'none':
    case 'title':
      return placed.days.length > 0 && placed.days.every(isOff)
        ? { ...NOTHING, remarks: [{ code: 'public-holiday' }] }
        : marked('no-part');
    case 'unclear':
      return marked('unclear');
    case 'left-alone':
      return leftAlone(meaning.why, placed);
    case 'school-day':
      return schoolDay(meaning, placed, startYear);
    case 'break':
      return ofBreak(meaning.break, placed, startYear);
    case 'some-break': {
      const [only, ...others] = placed.days;
      const name = only && others.length === 0 ? breakAt(only.from, only.to, startYear) : undefined;
      if (!name || only?.kind !== 'period') return marked('unclear');
      const { found, marks, ...rest } = ofBreak(name, placed, startYear);
      return { ...rest, found, marks: [...marks, { code: 'unclear' }] };
    }
    case 'off':
      return daysOff('day-off', placed);
    case 'planning-day': {
      const days = daysOff('planning-day', placed);
      if (meaning.arePupilsOff || arePupilsOff) return days;
      return { ...days, found: [], unsaid: days.found };
    }
    default:
      return meaning satisfies never;
  }
}

const isOff = ({ from, to }: PlacedDays) => isAlwaysOff(from) && isAlwaysOff(to);

function leftAlone(why: Extract<Meaning, { kind: 'left-alone' }>['why'], { days }: PlacedDates): Findings {
  // "Kristi himmelfart 6. mai og 7. mai": what is no public holiday may be a day off.
  if (why === 'public-holiday' && !days.every(isOff)) return marked('unclear');
  return { ...NOTHING, remarks: [{ code: why }] };
}

function schoolDay(
  { edge, beside }: Extract<Meaning, { kind: 'school-day' }>,
  { days }: PlacedDates,
  startYear: number,
): Findings {
  const [day, ...others] = days;
  if (!day || day.from !== day.to || day.kind === 'to') return marked('unclear');
  const part: TextPart | undefined = beside
    ? `${edge === 'first' ? 'first-day-after' : 'last-day-before'} ${beside}`
    : schoolDayAt(edge, day.from, startYear);
  if (!part) return { ...NOTHING, marks: [{ code: 'unusual', from: day.from, to: day.to }] };
  const found = { part, from: day.from, to: day.from };
  return {
    ...NOTHING,
    found: [found],
    marks: [...unusual(found, startYear), ...(others.length > 0 ? [{ code: 'unclear' } as const] : [])],
  };
}

const unusual = (found: FoundPart, startYear: number): TextMark[] =>
  isUsual(found, startYear) ? [] : [{ code: 'unusual', from: found.from, to: found.to }];

function ofBreak(name: Break, { days, marks }: PlacedDates, startYear: number): Findings {
  const [day, ...others] = days;
  if (!day || others.length > 0 || marks.some(({ code }) => code === 'either-or')) return marked('unclear');
  const found = breakPart(name, day);
  if (!found) return marked('unclear');
  // Its one end is told by the day beside it, which may be on a weekend.
  const isFine = found.part === name ? isUsual(found, startYear) : isInSeason(found, startYear);
  return {
    ...NOTHING,
    found: [found],
    marks: isFine ? [] : [{ code: 'unusual', from: day.from, to: day.to }],
  };
}

/** A break, or its one end: what it begins after, or ends before. */
function breakPart(name: Break, { kind, from, to }: PlacedDays): FoundPart | undefined {
  switch (kind) {
    case 'period':
      return { part: name, from, to };
    case 'from':
      return { part: `last-day-before ${name}`, from: addDays(from, -1), to: addDays(from, -1) };
    case 'to':
      return { part: `first-day-after ${name}`, from: addDays(to, 1), to: addDays(to, 1) };
    case 'day':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** So many days off in a row are a break by another name. */
const LONGEST_DAYS_OFF = 5;

function daysOff(
  part: 'day-off' | 'planning-day',
  { days, marks: placing, areWeeks }: PlacedDates,
): Findings {
  const found: FoundPart[] = [];
  const marks: TextMark[] = [];
  const remarks: TextRemark[] = [];
  if (placing.some(({ code }) => code === 'either-or')) return marked('unclear');
  for (const { kind, from, to } of days) {
    if (kind === 'from' || kind === 'to' || areWeeks || daysBetween(from, to) >= LONGEST_DAYS_OFF)
      marks.push({ code: 'unclear' });
    else
      for (let date = from; date <= to; date = addDays(date, 1)) {
        if (!isAlwaysOff(date)) found.push({ part, from: date, to: date });
        else if (!isWeekend(date) || isPublicHoliday(date)) remarks.push({ code: 'public-holiday' });
        else if (from === to) marks.push({ code: 'on-weekend', date });
      }
  }
  return { ...NOTHING, found, marks, remarks };
}
