import type { Text } from '../language/text.js';
import type { Anchor, Roll } from './anchors-and-rolls.js';
import type { IsoDate, Weekday } from './iso-date.js';
import type { Offset, Repeat } from './rule-parts.js';
import type { DayKind } from './school-year.js';
import type { SchoolYearLabel } from './school-year-label.js';
import type { SkolerutePart } from './skolerute.js';
import type { Authority, YearDate } from './year-date.js';

/** How often a day recurs, as fields of a reason. */
export type Every<R extends Repeat> = R extends Repeat
  ? { readonly every: R['kind'] } & Readonly<Omit<R, 'kind'>>
  : never;

/** One step on the way from a rule to its date. Kept as data; worded per language where it is shown. */
export type Reason =
  | { readonly kind: 'fixed-day'; readonly date: IsoDate }
  | { readonly kind: 'weekday-of-week'; readonly week: number; readonly day: Weekday; readonly date: IsoDate }
  | {
      readonly kind: 'nth-weekday';
      readonly nth: number;
      readonly day: Weekday;
      readonly month: number;
      readonly date: IsoDate;
    }
  | {
      readonly kind: 'anchor';
      readonly anchor: Anchor;
      readonly edge: 'start' | 'end';
      readonly date: IsoDate;
    }
  | {
      readonly kind: 'template';
      readonly template: string;
      readonly edge: 'start' | 'end';
      readonly date: IsoDate;
    }
  | { readonly kind: 'offset'; readonly offset: Offset; readonly date: IsoDate }
  | {
      readonly kind: 'rolled';
      readonly roll: Roll;
      readonly because: DayKind;
      readonly from: IsoDate;
      readonly date: IsoDate;
    }
  | { readonly kind: 'not-moved'; readonly is: DayKind; readonly date: IsoDate }
  | ({ readonly kind: 'repeats'; readonly from: IsoDate; readonly to: IsoDate } & Every<Repeat>)
  | { readonly kind: 'left-out'; readonly date: IsoDate; readonly because: DayKind }
  | {
      readonly kind: 'moved-to-school-day';
      readonly because: DayKind;
      readonly from: IsoDate;
      readonly date: IsoDate;
    }
  | { readonly kind: 'moved-by-hand'; readonly from: IsoDate; readonly date: IsoDate }
  | { readonly kind: 'imported'; readonly date: IsoDate }
  | { readonly kind: 'own-date'; readonly from: IsoDate; readonly date: IsoDate }
  | { readonly kind: 'own-route'; readonly name: Text; readonly from: IsoDate; readonly date: IsoDate }
  | { readonly kind: 'same-place'; readonly from: IsoDate; readonly date: IsoDate }
  | { readonly kind: 'set-by-hand'; readonly date: IsoDate }
  | {
      readonly kind: 'year-date';
      readonly by: Authority;
      readonly status: YearDate['status'];
      readonly schoolYear: SchoolYearLabel;
      readonly start: IsoDate;
      readonly end: IsoDate;
    }
  /** A date that is set each year is not known: the one of another template, or null for the task's own. */
  | { readonly kind: 'estimate'; readonly template: string | null; readonly by: Authority }
  | { readonly kind: 'provisional'; readonly parts: readonly SkolerutePart[] };

/** Why a rule has no date in a school year. */
export type NoDateReason =
  | { readonly kind: 'no-such-day'; readonly date: string; readonly year: number }
  | { readonly kind: 'no-such-week'; readonly week: number; readonly day: Weekday }
  | {
      readonly kind: 'no-such-nth-weekday';
      readonly nth: number;
      readonly day: Weekday;
      readonly month: number;
    }
  | { readonly kind: 'outside-school-year'; readonly after: IsoDate; readonly offset: Offset }
  | { readonly kind: 'nothing-to-roll-to'; readonly roll: Roll; readonly date: IsoDate }
  | { readonly kind: 'reference-has-no-date'; readonly template: string }
  | { readonly kind: 'ends-before-start'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'never-repeats'; readonly from: IsoDate; readonly to: IsoDate };
