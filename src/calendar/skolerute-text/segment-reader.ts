import type { Weekday } from '../iso-date.js';
import { isBareDay, leadsToDate } from './bare-days.js';
import { FILLER_WORDS } from './filler-words.js';
import type { DateGroup, Element, Segment, WrittenDay, WrittenDays } from './segment.js';
import type { Subject } from './subjects.js';
import type { Token } from './tokens.js';
import { weekdaysAhead, withWeekdays } from './weekdays-ahead.js';

const isSeparator = (token: Token | undefined) => token?.kind === 'cell' || token?.kind === 'bracket';

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
    this.#tokens = tokens.filter((token) => token.kind !== 'word' || !FILLER_WORDS.has(token.word));
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
    const heads = weekdaysAhead(this.#tokens, this.#at);
    this.#at += heads.skipped;
    const days: WrittenDays[] = [];
    const weeks: number[] = [];
    let isEitherOr = false;
    let end = this.#at;
    for (;;) {
      const week = this.#weeks();
      const found = week.length > 0 ? undefined : this.#days(heads.weekdays.length > 0 && days.length === 0);
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
    const isDay =
      hasWeekday ||
      (isEnd && token.hasDot) ||
      isMonthSaid ||
      leadsToDate(this.#tokens, this.#at) ||
      (this.#month !== undefined && this.#hasSubjects() && isBareDay(this.#tokens, this.#at));
    return isDay ? { day: token.value } : undefined;
  }

  #hasSubjects(): boolean {
    return this.#elements.some(({ kind }) => kind === 'subjects');
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
