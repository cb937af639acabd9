import type { Weekday } from '../iso-date.js';
import type { Subject } from './subjects.js';

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
