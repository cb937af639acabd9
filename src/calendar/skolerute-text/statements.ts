import { type Meaning, meaningOf } from './meaning.js';
import { isWeeks, type Pair, pairsOf, together } from './pairs.js';
import type { PlainLine } from './plain-lines.js';
import type { DateGroup, Segment } from './segment.js';
import { SegmentReader } from './segment-reader.js';
import type { Subject } from './subjects.js';
import { type Token, tokensOf } from './tokens.js';

/** Dates of a line with what they are dates of, not yet placed in a year. */
export interface Statement {
  readonly line: PlainLine;
  readonly meaning: Meaning;
  readonly dates: DateGroup;
  /** Years that stand beside them. */
  readonly years: readonly number[];
  /** Whether it is of some of the pupils, or has words under a heading that may say something else. */
  readonly isDoubtful: boolean;
  /** Whether the heading above says that pupils are off. */
  readonly isUnderOff: boolean;
}

/** A heading of which no date was found. */
export interface Undated {
  readonly line: PlainLine;
  readonly meaning: Meaning;
}

/** A line as its tokens, and the month that it is in when it does not say it itself. */
export interface TokenLine {
  readonly line: PlainLine;
  readonly tokens: readonly Token[];
  readonly month: number | undefined;
}

/** A sentence: dates with a meaning, dates alone, words alone, or none of these. */
type Unit = { readonly line: PlainLine; readonly segment: Segment } & (
  | { readonly kind: 'whole'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'dates'; readonly dates: DateGroup }
  | { readonly kind: 'words'; readonly subjects: readonly Subject[]; readonly meaning: Meaning }
  | { readonly kind: 'neither' }
);

/** The lines with their tokens; a line that begins with a month gives it to itself and, alone, to those that follow. */
export function tokenLines(lines: readonly PlainLine[]): TokenLine[] {
  let heading: number | undefined;
  return lines.map((line) => {
    const tokens = tokensOf(line.text);
    const first = tokens[0];
    const own = first?.kind === 'month' ? first.month : undefined;
    if (own !== undefined) heading = isMonthAlone(tokens) ? own : undefined;
    return { line, tokens, month: own ?? heading };
  });
}

const isMonthAlone = (tokens: readonly Token[]) =>
  tokens.every(({ kind }) => ['month', 'year', 'number', 'cell', 'colon', 'counted'].includes(kind));

/** What the lines state, and the headings of which no date was found. */
export function statementsOf(lines: readonly TokenLine[]): {
  readonly statements: readonly Statement[];
  readonly withoutDates: readonly Undated[];
  /** Whether it is said, of no day by itself, that pupils are off on planning days. */
  readonly arePlanningDaysOff: boolean;
} {
  const units = lines.flatMap(unitsOf);
  const arePlanningDaysOff = units.some(
    (unit) => unit.kind === 'words' && unit.meaning.kind === 'planning-day' && unit.meaning.arePupilsOff,
  );
  return { ...joinUnits(units), arePlanningDaysOff };
}

function unitsOf({ line, tokens, month }: TokenLine): Unit[] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'stop') sentences.push([]);
    else sentences.at(-1)?.push(token);
  }
  return sentences
    .flatMap(withoutAsides)
    .filter((sentence) => sentence.length > 0)
    .map((sentence) => unitOf(line, new SegmentReader(sentence, month).read()))
    .reduce(withWeekAfter, []);
}

/** `1.–5. oktober. Høstferie (uke 40)`: the dates and the week are of the same words. */
function withWeekAfter(units: readonly Unit[], unit: Unit): Unit[] {
  const before = units.at(-1);
  const [pair, ...others] = unit.kind === 'whole' ? unit.pairs : [];
  if (before?.kind !== 'dates' || unit.kind !== 'whole' || !pair || others.length > 0 || !isWeeks(pair.dates))
    return [...units, unit];
  const dates = together(before.dates, pair.dates);
  return [...units.slice(0, -1), { ...unit, pairs: [{ ...pair, dates }] }];
}

/** A sentence and what it says of something else in brackets: `(første skoledag etter påske er 30. mars)`. */
function withoutAsides(sentence: readonly Token[]): Token[][] {
  const open = sentence.findIndex((token) => token.kind === 'bracket' && token.isOpen);
  const close = sentence.findIndex((token, at) => at > open && token.kind === 'bracket' && !token.isOpen);
  const aside = open === -1 || close === -1 ? [] : sentence.slice(open + 1, close);
  const isOwn =
    aside.some(({ kind }) => kind === 'date') &&
    aside.some((each) => each.kind === 'subject' && each.subject.is.endsWith('-school-day'));
  return isOwn ? [[...sentence.slice(0, open), ...sentence.slice(close + 1)], [...aside]] : [[...sentence]];
}

function unitOf(line: PlainLine, segment: Segment): Unit {
  const { elements } = segment;
  const [first, second] = elements;
  if (!first) return { kind: 'neither', line, segment };
  if (!second) {
    if (first.kind === 'dates') return { kind: 'dates', line, segment, dates: first };
    const meaning = meaningOf(first.subjects, first.isDenied);
    const isHeading = meaning.kind !== 'none' && meaning.kind !== 'title';
    return isHeading
      ? { kind: 'words', line, segment, subjects: first.subjects, meaning }
      : { kind: 'neither', line, segment };
  }
  return { kind: 'whole', line, segment, pairs: pairsOf(elements) };
}

interface Heading {
  readonly unit: Extract<Unit, { kind: 'words' }>;
  readonly uses: number;
}

function joinUnits(units: readonly Unit[]) {
  const statements: Statement[] = [];
  const withoutDates: Undated[] = [];
  let heading: Heading | undefined;
  const dateFirst = datesBeforeWords(units);
  const drop = () => {
    if (heading && heading.uses === 0 && isNamed(heading.unit)) withoutDates.push(heading.unit);
    heading = undefined;
  };
  units.forEach((unit, index) => {
    const { line, segment } = unit;
    const isUnderOff = heading?.unit.meaning.kind === 'off';
    const common = { line, years: segment.years, isUnderOff };
    const words = dateFirst.get(index);
    if (unit.kind === 'whole') {
      for (const { dates, subjects, meaning } of unit.pairs)
        statements.push({
          ...common,
          dates,
          meaning,
          isDoubtful: subjects.some(({ is }) => is === 'some-pupils'),
        });
      if (!heading || !isList(heading.unit.meaning)) drop();
      heading ??= weekHeading(unit);
    } else if (unit.kind === 'dates' && words) {
      statements.push({
        ...common,
        dates: unit.dates,
        meaning: words.meaning,
        isDoubtful: segment.hasOtherWords,
      });
    } else if (unit.kind === 'dates' && heading && !(heading.uses > 0 && isOther(heading, segment))) {
      const { meaning } = heading.unit;
      const before = meaning.kind === 'break' && heading.uses > 0 ? statements.pop() : undefined;
      const dates = before ? together(before.dates, unit.dates) : unit.dates;
      statements.push({ ...common, dates, meaning, isDoubtful: segment.hasOtherWords });
      heading = { ...heading, uses: heading.uses + 1 };
      if (!isList(heading.unit.meaning) && !isHalfBreak(heading, unit.dates)) heading = undefined;
    } else if (unit.kind === 'dates') {
      statements.push({ ...common, dates: unit.dates, meaning: { kind: 'none' }, isDoubtful: false });
    } else if (unit.kind === 'words') {
      if ([...dateFirst.values()].includes(unit)) return;
      drop();
      heading = { unit, uses: 0 };
    } else if (segment.hasOtherWords && line.line !== heading?.unit.line.line) drop();
  });
  drop();
  return { statements, withoutDates };
}

const isList = ({ kind }: Meaning) => kind === 'off' || kind === 'planning-day' || kind === 'left-alone';

/** Whether dates with words of their own are no second part of a break's dates. */
function isOther({ unit }: Heading, { hasOtherWords }: Segment): boolean {
  return unit.meaning.kind === 'break' && hasOtherWords;
}

/** Whether the first of a break's two days has been given, each on its own line. */
function isHalfBreak({ unit, uses }: Heading, { days, weeks }: DateGroup): boolean {
  return (
    unit.meaning.kind === 'break' &&
    uses === 1 &&
    ((days.length === 1 && days[0]?.kind === 'day') || weeks.length > 0)
  );
}

/** `Høstferie (uke 41)`, of which the next line may give the dates. */
function weekHeading({ line, segment, pairs }: Extract<Unit, { kind: 'whole' }>): Heading | undefined {
  const [pair, ...others] = pairs;
  const isWeek = pair?.meaning.kind === 'break' && others.length === 0 && pair.dates.days.length === 0;
  return isWeek ? { unit: { kind: 'words', line, segment, ...pair }, uses: 1 } : undefined;
}

/** Whether it is a heading and no sentence, of a part that has to have dates. */
function isNamed({ meaning, line, segment }: Heading['unit']): boolean {
  const isPart = meaning.kind === 'break' || meaning.kind === 'school-day';
  return isPart && (!segment.hasOtherWords || line.text.split(' ').length <= SHORTEST_SENTENCE);
}

const SHORTEST_SENTENCE = 3;

/** Where dates and words stand in lines of their own, in turns, and dates come first: the words of each. */
function datesBeforeWords(units: readonly Unit[]): ReadonlyMap<number, Extract<Unit, { kind: 'words' }>> {
  const found = new Map<number, Extract<Unit, { kind: 'words' }>>();
  let at = 0;
  while (at < units.length) {
    let end = at;
    while (end < units.length && (units[end]?.kind === 'dates' || units[end]?.kind === 'words')) end += 1;
    const run = units.slice(at, end);
    const alternates =
      run.length % 2 === 0 && run.every(({ kind }, index) => kind === (index % 2 === 0 ? 'dates' : 'words'));
    if (alternates)
      run.forEach((unit, index) => {
        if (unit.kind === 'words') found.set(at + index - 1, unit);
      });
    at = Math.max(end, at + 1);
  }
  return found;
}
