import type { IsoDate } from './iso-date.js';
import type { NoDateReason, Reason } from './reason.js';
import type { Offset } from './rule-parts.js';
import { addSchoolDays, addWorkingDays, type SchoolYear, shiftDays } from './school-year.js';

/** A day of the school year, and the trail of reasons that led to it. */
export interface Point {
  readonly date: IsoDate;
  readonly why: readonly Reason[];
}

/** One date, or one period from `start` to `end` (included), that a rule gives in a school year. */
export interface Occurrence {
  /** Identifies the occurrence in a recurrence (`w41`, `m10`), stable while the rule exists; null when there is only one. */
  readonly slot: string | null;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly why: readonly Reason[];
}

/** Carries a NoDateReason out of the steps of `resolve`, which alone catches it. */
export class NoDate extends Error {
  constructor(readonly reason: NoDateReason) {
    super(reason.kind);
  }
}

/** The point an offset away; the same point when there is no offset. Throws NoDate when that is outside the school year. */
export function shifted(point: Point, offset: Offset | undefined, schoolYear: SchoolYear): Point {
  if (offset === undefined) return point;
  const date = shiftedDate(point.date, offset, schoolYear);
  if (!date) throw new NoDate({ kind: 'outside-school-year', after: point.date, offset });
  return { date, why: [...point.why, { kind: 'offset', offset, date }] };
}

function shiftedDate(date: IsoDate, offset: Offset, schoolYear: SchoolYear): IsoDate | undefined {
  switch (offset.kind) {
    case 'days':
      return shiftDays(schoolYear, date, offset.days);
    case 'weeks':
      return shiftDays(schoolYear, date, 7 * offset.weeks);
    case 'schoolDays':
      return addSchoolDays(schoolYear, date, offset.schoolDays);
    case 'workingDays':
      return addWorkingDays(schoolYear, date, offset.workingDays);
    default:
      return offset satisfies never;
  }
}
