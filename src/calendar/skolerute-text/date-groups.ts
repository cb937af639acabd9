import type { Weekday } from '../iso-date.js';
import type { Subject } from './subjects.js';
import type { Token } from './tokens.js';

/** A day as it is written; what is left out is taken from its surroundings. */
export interface WrittenDay {
  readonly day: number;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
  readonly weekday?: Weekday | undefined;
}

/** Days as they are written: a single one, a period, or only its one end ("f.o.m."). */
export type WrittenDays =
  | { readonly kind: 'day'; readonly day: WrittenDay }
  | { readonly kind: 'period'; readonly from: WrittenDay; readonly to: WrittenDay }
  | { readonly kind: 'from'; readonly day: WrittenDay }
  | { readonly kind: 'to'; readonly day: WrittenDay };

/** Dates that stand together in a line. */
export interface DateGroup {
  readonly kind: 'dates';
  readonly days: readonly WrittenDays[];
  readonly weeks: readonly number[];
  /** Whether two single days stand side by side with nothing between them, as in the columns of a table. */
  readonly sideBySide: boolean;
  readonly isEitherOr: boolean;
}

/** What a line is about, as far as nothing else stands between the words. */
export interface SubjectGroup {
  readonly kind: 'subjects';
  readonly subjects: readonly Subject[];
  readonly isDenied: boolean;
}

export type Element = DateGroup | SubjectGroup;

/** A sentence of a line, or all of it: dates and what they are dates of, in turns. */
export interface Segment {
  readonly elements: readonly Element[];
  /** Years that stand by themselves in it. */
  readonly years: readonly number[];
  /** Whether it has words that say nothing to a skolerute. */
  readonly hasOtherWords: boolean;
}

const isSeparator = (token: Token | undefined) => token?.kind === 'cell' || token?.kind === 'bracket';

/** Words between dates that change nothing of them. */
const FILLERS = [
  ...[
    'kl',
    'den',
    'dato',
    'dag',
    'dagen',
    'er',
    'blir',
    'i',
    'på',
    'for',
    'dvs',
    'det',
    'vil',
    'si',
    'altså',
    'har',
    'alle',
  ],
  ...[
    'begge',
    'dager',
    'dagar',
    'inkl',
    'inklusive',
    'inkludert',
    'medregnet',
    'fram',
    'frem',
    'samme',
    'same',
    'skoleåret',
  ],
  ...[
    'skuleåret',
    'skolen',
    'skulen',
    'skolene',
    'skulane',
    'elevene',
    'elevane',
    'elever',
    'elevar',
    'ved',
    'av',
    'med',
    'også',
    'òg',
  ],
];

/** Reads the dates and subjects of a sentence; days without a month are of the month given, when there is one. */
export class SegmentReader {
  readonly #tokens: readonly Token[];
  readonly #month: number | undefined;
  #at = 0;
  readonly #elements: Element[] = [];
  readonly #years: number[] = [];
  #wordsSince = false;
  #hasOtherWords = false;
  #endOfDates = -1;

  constructor(tokens: readonly Token[], month: number | undefined) {
    this.#tokens = tokens.filter((token) => token.kind !== 'word' || !FILLERS.includes(token.word));
    this.#month = month;
  }

  /** The sentence as dates and subjects in turns. */
  read(): Segment {
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at] as Token;
      const began = this.#at;
      const group = this.#dates();
      if (group) this.#addDates(group, began);
      else {
        this.#addOther(token);
        this.#at += 1;
      }
    }
    return { elements: this.#elements, years: this.#years, hasOtherWords: this.#hasOtherWords };
  }

  #addOther(token: Token): void {
    if (token.kind === 'subject') this.#addSubjects([token.subject], false);
    else if (token.kind === 'not') this.#addSubjects([], true);
    else if (token.kind === 'year') this.#years.push(token.year);
    else if (token.kind === 'word') {
      this.#wordsSince = true;
      this.#hasOtherWords = true;
    }
  }

  #addSubjects(subjects: readonly Subject[], isDenied: boolean): void {
    const last = this.#elements.at(-1);
    if (last?.kind === 'subjects')
      this.#elements[this.#elements.length - 1] = {
        kind: 'subjects',
        subjects: [...last.subjects, ...subjects],
        isDenied: last.isDenied || isDenied,
      };
    else this.#elements.push({ kind: 'subjects', subjects, isDenied });
  }

  #addDates(group: DateGroup, began: number): void {
    const between = this.#tokens.slice(Math.max(this.#endOfDates, 0), began);
    const [last, hasWords] = [this.#elements.at(-1), this.#wordsSince];
    this.#wordsSince = false;
    this.#endOfDates = this.#at;
    if (last?.kind === 'dates' && hasWords) this.#addSubjects([{ is: 'unknown' }], false);
    if (last?.kind !== 'dates' || hasWords) {
      this.#elements.push(group);
      return;
    }
    const days = [...last.days, ...group.days];
    this.#elements[this.#elements.length - 1] = {
      kind: 'dates',
      days,
      weeks: [...last.weeks, ...group.weeks],
      sideBySide: days.length === 2 && days.every(({ kind }) => kind === 'day') && between.every(isSeparator),
      isEitherOr: last.isEitherOr || group.isEitherOr || between.some(({ kind }) => kind === 'or'),
    };
  }

  #dates(): DateGroup | undefined {
    const began = this.#at;
    const heads = this.#weekdaysAhead();
    const days: WrittenDays[] = [];
    const weeks: number[] = [];
    let isEitherOr = false;
    let end = this.#at;
    for (;;) {
      const week = this.#weeks();
      const found = week.length > 0 ? undefined : this.#days(heads.length > 0 && days.length === 0);
      if (week.length === 0 && !found) break;
      weeks.push(...week);
      if (found) days.push(found);
      end = this.#at;
      const next = this.#tokens[this.#at]?.kind;
      if (next !== 'and' && next !== 'or') break;
      isEitherOr = isEitherOr || next === 'or';
      this.#at += 1;
      if (this.#tokens[this.#at]?.kind === 'and') this.#at += 1;
    }
    this.#at = end;
    if (days.length === 0 && weeks.length === 0) {
      this.#at = began;
      return undefined;
    }
    return { kind: 'dates', days: withWeekdays(days, heads), weeks, sideBySide: false, isEitherOr };
  }

  /** `mandag–fredag` or `mandag og tirsdag`, before the days that they are of. */
  #weekdaysAhead(): WeekdaysAhead {
    const weekdays: Weekday[] = [];
    let at = this.#at;
    let isPeriod = false;
    if (this.#tokens[at]?.kind === 'from') at += 1;
    for (;;) {
      const [token, next] = [this.#tokens[at], this.#tokens[at + 1]];
      if (token?.kind !== 'weekday') return { weekdays: [], isPeriod, length: 0 };
      weekdays.push(token.weekday);
      if (next?.kind === 'date' || next?.kind === 'number') break;
      if (next?.kind !== 'and' && next?.kind !== 'to') return { weekdays: [], isPeriod, length: 0 };
      isPeriod = isPeriod || next.kind === 'to';
      at += 2;
    }
    if (weekdays.length < 2) return { weekdays: [], isPeriod, length: 0 };
    this.#at = at + 1;
    return { weekdays, isPeriod, length: weekdays.length };
  }

  /** `uke 41`, `uke 52 og 53`. */
  #weeks(): number[] {
    const first = this.#tokens[this.#at];
    if (first?.kind !== 'week') return [];
    this.#at += 1;
    const weeks = [first.week];
    for (;;) {
      const [separator, next] = [this.#tokens[this.#at], this.#tokens[this.#at + 1]];
      if (separator?.kind !== 'and' && separator?.kind !== 'to') return weeks;
      if (next?.kind === 'week') weeks.push(next.week);
      else if (next?.kind === 'number' && !next.hasDot && next.value <= 53) weeks.push(next.value);
      else return weeks;
      this.#at += 2;
    }
  }

  #days(hasWeekday: boolean): WrittenDays | undefined {
    const began = this.#at;
    const begins = this.#skip('from');
    const first = this.#tokens[this.#at];
    const isEnd = !begins && first?.kind === 'to' && !first.isDash;
    if (isEnd) this.#at += 1;
    const from = this.#day(hasWeekday, false);
    if (!from) {
      this.#at = began;
      return undefined;
    }
    if (isEnd) return { kind: 'to', day: from };
    const beforeTo = this.#at;
    while (
      (isSeparator(this.#tokens[this.#at]) || this.#tokens[this.#at]?.kind === 'and') &&
      this.#tokens[this.#at + 1]?.kind === 'to'
    )
      this.#at += 1;
    if (this.#skip('to')) {
      this.#skip('from');
      const to = this.#day(false, true);
      if (to) return { kind: 'period', from, to };
    }
    this.#at = beforeTo;
    return { kind: begins ? 'from' : 'day', day: from };
  }

  #skip(kind: Token['kind']): boolean {
    const isNext = this.#tokens[this.#at]?.kind === kind;
    if (isNext) this.#at += 1;
    return isNext;
  }

  #day(hasWeekday: boolean, isEnd: boolean): WrittenDay | undefined {
    const began = this.#at;
    const first = this.#tokens[this.#at];
    const before = first?.kind === 'weekday' ? first.weekday : undefined;
    if (before) {
      this.#at += 1;
      const [next, after] = this.#tokens.slice(this.#at, this.#at + 2);
      const isApart = isSeparator(next) || next?.kind === 'and' || next?.kind === 'colon';
      if (isApart && (after?.kind === 'date' || after?.kind === 'number')) this.#at += 1;
    }
    const written = this.#written(hasWeekday || before !== undefined, isEnd);
    if (!written) {
      this.#at = began;
      return undefined;
    }
    this.#at += 1;
    const year = written.year ?? this.#yearAfter();
    return { ...written, year, weekday: before ?? this.#weekdayAfter() };
  }

  #written(hasWeekday: boolean, isEnd: boolean): WrittenDay | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind === 'date') return { day: token.day, month: token.month, year: token.year };
    if (token?.kind !== 'number' || token.value < 1 || token.value > 31) return undefined;
    const next = this.#tokens[this.#at + 1]?.kind;
    const isMonthSaid = this.#month !== undefined && token.hasDot && next !== 'word' && next !== 'month';
    const isDay = hasWeekday || (isEnd && token.hasDot) || isMonthSaid || this.#leadsToDate();
    return isDay ? { day: token.value } : undefined;
  }

  /** Whether a list or period of numbers ends in a date with a month: `6., 7. og 8. mai`. */
  #leadsToDate(): boolean {
    for (let at = this.#at + 1; at < this.#at + LONGEST_LIST; at += 2) {
      const separator = this.#tokens[at]?.kind;
      if (separator !== 'and' && separator !== 'to') return false;
      const next = this.#tokens[at + 1]?.kind === 'weekday' ? this.#tokens[at + 2] : this.#tokens[at + 1];
      if (next?.kind === 'date') return true;
      if (next?.kind !== 'number' || this.#tokens[at + 1]?.kind === 'weekday') return false;
    }
    return false;
  }

  #yearAfter(): number | undefined {
    const next = this.#tokens[this.#at];
    if (next?.kind !== 'year') return undefined;
    this.#at += 1;
    return next.year;
  }

  /** `17. august (mandag)` */
  #weekdayAfter(): Weekday | undefined {
    let at = this.#at;
    while (isSeparator(this.#tokens[at])) at += 1;
    const [token, next] = this.#tokens.slice(at, at + 2);
    const isOfNext =
      next?.kind === 'date' || next?.kind === 'number' || next?.kind === 'and' || next?.kind === 'to';
    if (token?.kind !== 'weekday' || isOfNext) return undefined;
    this.#at = at + 1;
    return token.weekday;
  }
}

/** So many numbers in a row are looked through for the month at their end. */
const LONGEST_LIST = 40;

interface WeekdaysAhead {
  readonly weekdays: readonly Weekday[];
  readonly isPeriod: boolean;
  readonly length: number;
}

function withWeekdays(
  days: readonly WrittenDays[],
  { weekdays, isPeriod }: WeekdaysAhead,
): readonly WrittenDays[] {
  const [first, last] = [weekdays[0], weekdays.at(-1)];
  const [only, ...others] = days;
  if (first === undefined || !only) return days;
  if (others.length === 0 && only.kind === 'period')
    return [{ kind: 'period', from: { ...only.from, weekday: first }, to: { ...only.to, weekday: last } }];
  if (others.length === 0 && isPeriod && only.kind === 'day')
    return [{ kind: 'to', day: { ...only.day, weekday: last } }];
  if (days.length !== weekdays.length) return days;
  return days.map((each, index) =>
    each.kind === 'day' ? { kind: 'day', day: { ...each.day, weekday: weekdays[index] } } : each,
  );
}
