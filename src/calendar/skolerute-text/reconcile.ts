import { addDays, type IsoDate } from '../iso-date.js';
import { BREAKS, type Break } from '../skolerute.js';
import type { FoundPart, TextEntry, TextMark, TextPart, TextRemark } from './part.js';
import type { PlainLine } from './plain-lines.js';
import type { LineNote, Reading } from './reading.js';
import type { Settled } from './settle-by-counts.js';
import { isAlwaysOff } from './usual-days.js';

const isDay = (part: TextPart) => part === 'day-off' || part === 'planning-day';

/** A part with the line that says it. */
interface Placed extends FoundPart {
  readonly at: PlainLine;
}

/** What the lines say together. */
export interface Reconciled {
  readonly entries: readonly TextEntry[];
  readonly notes: readonly LineNote[];
  /** Days on which staff plan, of which nothing says whether pupils are off. */
  readonly unsaid: readonly IsoDate[];
}

/**
 * Compares what the lines say: a part that is said twice counts once, and both lines are marked when they contradict each
 * other; days off in a break or outside of the terms, and planning days before them, are left alone.
 */
export function reconcile(
  readings: readonly Reading[],
  startYear: number,
  settled: ReadonlyMap<IsoDate, Settled> = new Map(),
): Reconciled {
  const unsaid: IsoDate[] = [];
  const notes: LineNote[] = [];
  const placed: Placed[] = [];
  const said = readings.flatMap(({ findings }) => findings.found);
  for (const { statement, findings } of readings) {
    const marks = findings.marks.filter((mark) => !isConfirmed(mark, said));
    notes.push({ line: statement.line, marks, remarks: findings.remarks });
    for (const found of findings.found)
      if (!isDay(found.part)) takePart({ ...found, at: statement.line }, placed, notes);
  }
  const free = new Set(
    readings
      .flatMap(({ findings }) => [...findings.found, ...findings.unsaid].filter(({ part }) => isDay(part)))
      .map(({ from }) => from),
  );
  contradictingSides(placed, notes, free);
  loneSides(placed, notes);
  const days: Placed[] = [];
  const terms = new Terms(placed, startYear);
  for (const { statement, findings } of readings) {
    const at = statement.line;
    for (const found of findings.found) if (isDay(found.part)) takeDay({ ...found, at }, days, terms, notes);
    for (const { from: date } of findings.unsaid) {
      const is = terms.isOutside(date) ? 'outside' : settled.get(date);
      if (is === 'off') takeDay({ part: 'planning-day', from: date, to: date, at }, days, terms, notes);
      else if (is === undefined) {
        unsaid.push(date);
        notes.push({ line: at, marks: [{ code: 'pupils-off-unsaid', date }], remarks: [] });
      } else {
        const code = is === 'outside' ? 'outside-terms' : is;
        notes.push({ line: at, marks: [], remarks: [{ code }] });
      }
    }
  }
  const entries = [...placed, ...days].map(({ part, from, to, at }) => ({ part, from, to, line: at.line }));
  return { entries, notes, unsaid };
}

const found = (
  { at, ...part }: Placed,
  marks: readonly TextMark[],
  remarks: readonly TextRemark[],
): LineNote => ({
  line: at,
  found: { part: part.part, from: part.from, to: part.to },
  marks,
  remarks,
});

/** Whether the school day after a break, or before it, says that the break is as unusual as it seems. */
function isConfirmed(mark: TextMark, said: readonly FoundPart[]): boolean {
  if (mark.code !== 'unusual' || mark.from === mark.to) return false;
  return said.some(({ part, from }) =>
    part.startsWith('first-day-after')
      ? from > mark.to && areOff(addDays(mark.to, 1), from)
      : part.startsWith('last-day-before') && from < mark.from && areOff(addDays(from, 1), mark.from),
  );
}

function takePart(part: Placed, placed: Placed[], notes: LineNote[]): void {
  const before = placed.find((each) => each.part === part.part);
  if (!before) {
    placed.push(part);
    notes.push(found(part, [], []));
  } else if (isSame(before, part)) {
    notes.push({ line: part.at, marks: [], remarks: [{ code: 'said-before', line: before.at.line }] });
  } else {
    notes.push(found(part, [{ code: 'contradicts', line: before.at.line }], []));
    notes.push({ line: before.at, marks: [{ code: 'contradicts', line: part.at.line }], remarks: [] });
  }
}

/** Whether two say the same, weekends and public holidays at their ends aside. */
function isSame(one: Placed, other: Placed): boolean {
  return areOff(one.from, other.from) && areOff(addDays(one.to, 1), addDays(other.to, 1));
}

/** Whether nobody has school from the one day up to the other, the days given among them. */
function areOff(one: IsoDate, other: IsoDate, free: ReadonlySet<IsoDate> = new Set()): boolean {
  const [from, to] = one < other ? [one, other] : [other, one];
  for (let date = from; date < to; date = addDays(date, 1))
    if (!isAlwaysOff(date) && !free.has(date)) return false;
  return true;
}

/** Marks a school day beside a break that is not beside it. */
function contradictingSides(placed: Placed[], notes: LineNote[], free: ReadonlySet<IsoDate>): void {
  for (const name of BREAKS) {
    const its = placed.find(({ part }) => part === name);
    if (!its) continue;
    for (const day of sidesOf(name, placed)) {
      const isBefore = day.part.startsWith('last');
      const isBeside = isBefore
        ? day.from < its.from && areOff(addDays(day.from, 1), its.from, free)
        : day.from > its.to && areOff(addDays(its.to, 1), day.from, free);
      if (!isBeside) {
        notes.push({ line: day.at, marks: [{ code: 'contradicts', line: its.at.line }], remarks: [] });
        notes.push({ line: its.at, marks: [{ code: 'contradicts', line: day.at.line }], remarks: [] });
      }
      // What the break itself says is enough.
      placed.splice(placed.indexOf(day), 1);
    }
  }
}

/** Takes a school day beside a break of which the other end is not told from the parts, and marks it. */
function loneSides(placed: Placed[], notes: LineNote[]): void {
  for (const name of BREAKS) {
    const [side, ...others] = sidesOf(name, placed);
    if (!side || others.length > 0) continue;
    notes.push({ line: side.at, marks: [{ code: 'half-break' }], remarks: [] });
    placed.splice(placed.indexOf(side), 1);
  }
}

const sidesOf = (name: Break, placed: readonly Placed[]) =>
  placed.filter(({ part }) => part === `last-day-before ${name}` || part === `first-day-after ${name}`);

/** The terms and breaks that the lines give. */
class Terms {
  readonly #first: IsoDate | undefined;
  readonly #last: IsoDate | undefined;
  readonly #breaks: readonly { readonly from: IsoDate; readonly to: IsoDate }[];

  constructor(placed: readonly Placed[], startYear: number) {
    const of = (part: TextPart) => placed.find((each) => each.part === part)?.from;
    this.#first = of('first-school-day') ?? (`${startYear}-08-13` as IsoDate);
    this.#last = of('last-school-day');
    this.#breaks = BREAKS.flatMap((name) => {
      const its = placed.find(({ part }) => part === name);
      const [before, after] = [of(`last-day-before ${name}`), of(`first-day-after ${name}`)];
      if (its) return [its];
      return before && after ? [{ from: addDays(before, 1), to: addDays(after, -1) }] : [];
    });
  }

  isOutside(date: IsoDate): boolean {
    return (
      (this.#first !== undefined && date < this.#first) || (this.#last !== undefined && date > this.#last)
    );
  }

  isInBreak(date: IsoDate): boolean {
    return this.#breaks.some(({ from, to }) => date >= from && date <= to);
  }
}

function takeDay(day: Placed, days: Placed[], terms: Terms, notes: LineNote[]): void {
  const before = days.find(({ from }) => from === day.from);
  const remark = (code: 'outside-terms' | 'in-break') =>
    notes.push({ line: day.at, marks: [], remarks: [{ code }] });
  if (terms.isOutside(day.from)) remark('outside-terms');
  else if (terms.isInBreak(day.from)) remark('in-break');
  else if (before)
    notes.push({ line: day.at, marks: [], remarks: [{ code: 'said-before', line: before.at.line }] });
  else {
    days.push(day);
    notes.push(found(day, [], []));
  }
}
