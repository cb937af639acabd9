import type { IsoDate, Weekday } from '../iso-date.js';
import type { SchoolYearLabel } from '../school-year-label.js';
import { BREAKS } from '../skolerute.js';

/**
 * What a line of a published skolerute can be about. Some publishers tell when a break is by the school days beside it:
 * `last-day-before christmas-break`.
 */
export const TEXT_PARTS = [
  'first-school-day',
  ...BREAKS,
  'last-school-day',
  'day-off',
  'planning-day',
  ...BREAKS.flatMap((name) => [`last-day-before ${name}` as const, `first-day-after ${name}` as const]),
] as const;

export type TextPart = (typeof TEXT_PARTS)[number];

/** Days that a line says of a part, the last included. */
export interface FoundPart {
  readonly part: TextPart;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A part that a text gives, and the line that it stands in. */
export interface TextEntry extends FoundPart {
  readonly line: number;
}

/** What makes the reading of a line doubtful, or that it was not understood: for people to look at. */
export type TextMark =
  | { readonly code: 'no-part' }
  | { readonly code: 'no-date' }
  | { readonly code: 'half-break' }
  | { readonly code: 'unclear' }
  | { readonly code: 'either-or' }
  | { readonly code: 'unusual'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly code: 'year-unclear' }
  | {
      readonly code: 'other-weekday';
      readonly date: IsoDate;
      readonly weekday: Weekday;
    }
  | { readonly code: 'other-week'; readonly week: number; readonly date: IsoDate }
  | { readonly code: 'on-weekend'; readonly date: IsoDate }
  | { readonly code: 'pupils-off-unsaid'; readonly date: IsoDate }
  | { readonly code: 'contradicts'; readonly line: number }
  | { readonly code: 'other-sum'; readonly published: number; readonly counted: number };

/** Why something that was understood is no part of the skolerute. */
export type TextRemark =
  | { readonly code: 'other-year'; readonly schoolYear: SchoolYearLabel }
  | { readonly code: 'not-of-pupils' }
  | { readonly code: 'public-holiday' }
  | { readonly code: 'school-day' }
  | { readonly code: 'summer' }
  | { readonly code: 'in-break' }
  | { readonly code: 'outside-terms' }
  | { readonly code: 'said-before'; readonly line: number }
  | { readonly code: 'counts' };

/** A line of a text with what was understood of it. */
export interface ReadLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly found: readonly FoundPart[];
  readonly marks: readonly TextMark[];
  readonly remarks: readonly TextRemark[];
}
