import type { NoDateReason } from '../calendar/reason.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { SkolerutePart } from '../calendar/skolerute.js';
import type { Task } from '../task/task.js';
import type { Unit } from '../units/unit.js';

/** A template that has no date in this school year, and why. */
export interface UndatedTemplate {
  readonly key: string;
  readonly reason: NoDateReason;
}

export interface GeneratedCycle {
  readonly id: string;
  readonly county: string;
  readonly schoolYear: SchoolYear['label'];
  /** Parts of the skolerute that the county has not decided. */
  readonly provisional: readonly SkolerutePart[];
  /** By date. */
  readonly tasks: readonly Task[];
  readonly undated: readonly UndatedTemplate[];
}

/** A county's cycle as it is generated from today's templates, skolerute and units. */
export type Generate = (county: string, label: SchoolYearLabel, units: readonly Unit[]) => GeneratedCycle;
