import type { IsoDate } from './iso-date.js';
import type { NoDateReason, Reason } from './reason.js';
import type { Offset } from './rule-parts.js';
import { addSchoolDays, type SchoolYear, shiftDays } from './school-year.js';

/** A day of the school year, and the trail of reasons that led to it. */
export interface Point {
  readonly date: IsoDate;
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
    default:
      return offset satisfies never;
  }
}
